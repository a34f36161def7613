/**
 * The part of rule **discriminate** for a step type with several tags: definitions in; the same out, with a type for each of the tags, so
 * that a factory writes the one that it is named after, and a tag that was looked at tells the type.
 */
import type { ContractSteps } from "../../contract.js";
import {
  propertyOf,
  refName,
  refTo,
  type Definitions,
  type Discriminator,
  type Schema,
  type SchemaObject,
} from "../../json/json-schema.js";
import { multimap } from "../../multimap.js";
import { nameGiver } from "../../words/free-name.js";
import { pascalCase } from "../name/identifier-case.js";
import { factoryOf } from "../name/step-names.js";
import { discriminatorOf } from "../reading/tagged-union.js";
import { without } from "../reading/walk.js";

/** @param own the definition of steps of any type. */
export function withOneTagEach($defs: Definitions, own: string, steps: ContractSteps): Definitions {
  const union = $defs[own];
  const discriminator = discriminatorOf(union);
  if (typeof union !== "object" || discriminator === undefined) return $defs;
  const nameFor = nameGiver(Object.keys($defs));
  const divided = dividedBranches(discriminator);
  return Object.fromEntries(
    Object.entries($defs).flatMap(([name, schema]): readonly (readonly [string, Schema])[] =>
      name === own
        ? [[own, withBranches(union, discriminator, divided)]]
        : [[name, schema], ...(divided.get(refTo(name)) ?? []).map((each) => [each.name, each.schema] as const)],
    ),
  );

  /** By the reference to the branch. */
  function dividedBranches({ mapping }: Discriminator): ReadonlyMap<string, readonly TaggedType[]> {
    const tagsOf = multimap(Object.entries(mapping).map(([tag, ref]) => [ref, tag] as const));
    return new Map(
      [...tagsOf].flatMap(([ref, tags]) => {
        const branch = $defs[refName(ref)];
        if (tags.length === 1 || !hasTag(branch, steps.tag)) return [];
        return [[ref, tags.map((tag) => typeFor(tag, refName(ref), branch))] as const];
      }),
    );
  }

  function typeFor(tag: string, branch: string, schema: SchemaObject): TaggedType {
    const name = nameFor(pascalCase(factoryOf(tag, steps)) + branch);
    const property = propertyOf(schema, steps.tag);
    const said = typeof property === "object" ? without(property, "$ref", "allOf", "type", "enum") : {};
    return {
      tag,
      name,
      schema: { ...schema, properties: { ...schema.properties, [steps.tag]: { ...said, const: tag } } },
    };
  }
}

interface TaggedType {
  readonly tag: string;
  readonly name: string;
  readonly schema: SchemaObject;
}

const withBranches = (
  union: SchemaObject,
  discriminator: Discriminator,
  divided: ReadonlyMap<string, readonly TaggedType[]>,
): SchemaObject => ({
  ...union,
  oneOf: (union.oneOf ?? []).flatMap((branch): readonly Schema[] => {
    const made = typeof branch === "object" ? divided.get(branch.$ref ?? "") : undefined;
    return made === undefined ? [branch] : made.map(({ name }) => ({ $ref: refTo(name) }));
  }),
  discriminator: {
    ...discriminator,
    mapping: {
      ...discriminator.mapping,
      ...Object.fromEntries([...divided.values()].flat().map(({ tag, name }) => [tag, refTo(name)])),
    },
  },
});

/** Whether a branch is one object that always has the tag. */
const hasTag = (branch: Schema | undefined, tag: string): branch is SchemaObject =>
  typeof branch === "object" &&
  discriminatorOf(branch) === undefined &&
  propertyOf(branch, tag) !== undefined &&
  branch.required?.includes(tag) === true;
