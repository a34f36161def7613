/** Unions whose branches a tag tells apart: what the canonical schema writes for them, and how to read it back. */
import {
  refName,
  refTo,
  type Discriminator,
  type Scalar,
  type Schema,
  type SchemaObject,
} from "../../json/json-schema.js";

/** How a schema tells its branches apart; undefined where it is no tagged union. */
export const discriminatorOf = (schema: Schema | undefined): Discriminator | undefined =>
  typeof schema === "object" ? schema.discriminator : undefined;

/** A schema's tags, each with the reference that it picks; none where it is no tagged union, or some are no strings. */
export const mappingOf = (schema: Schema | undefined): Discriminator["mapping"] =>
  discriminatorOf(schema)?.mapping ?? {};

/** All tags, be they strings or not, each with the reference that it picks. */
export const tagsOf = ({ mapping, tags = Object.entries(mapping) }: Discriminator): Required<Discriminator>["tags"] =>
  tags;

/** The definitions that a schema's tags pick, one for each tag. */
export function pickedBy(schema: Schema | undefined): readonly string[] {
  const discriminator = discriminatorOf(schema);
  return discriminator === undefined ? [] : tagsOf(discriminator).map(([, ref]) => refName(ref));
}

/** Branches but for those that refer to what is gone. */
export const branchesWithout = (branches: readonly Schema[] = [], gone: ReadonlySet<string | undefined>) =>
  branches.filter((branch) => typeof branch === "boolean" || branch.$ref === undefined || !gone.has(branch.$ref));

/** The branches of a tagged union that no value of the tag names. */
interface OtherBranches {
  readonly absent?: string | undefined;
  readonly default?: string | undefined;
  readonly unknown?: string | undefined;
}

/** `oneOf` over named branches with the tag that picks one. */
export function taggedUnion(
  base: SchemaObject,
  propertyName: string,
  branches: ReadonlyMap<Scalar, string>,
  others: OtherBranches = {},
): SchemaObject {
  const named = Object.entries(others).flatMap(([role, name]) =>
    name === undefined ? [] : [[role, refTo(name)] as const],
  );
  const tags = [...branches].map(([tag, branch]) => [tag, refTo(branch)] as const);
  const names = [...tags, ...named].map(([, ref]) => ref);
  const areTexts = tags.every(([tag]) => typeof tag === "string");
  return {
    ...base,
    oneOf: [...new Set(names)].map(($ref) => ({ $ref })),
    discriminator: {
      propertyName,
      mapping: areTexts ? Object.fromEntries(tags) : {},
      ...(!areTexts && { tags }),
      ...Object.fromEntries(named),
    },
  };
}
