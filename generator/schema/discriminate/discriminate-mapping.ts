/**
 * The part of rule **discriminate** for `discriminator.mapping`: a base becomes the tagged union of what its mapping
 * names, to any depth. A leaf's tags are the mapping entries on its ancestor chain, never its name.
 */
import { diagnostic, placeOfSchema } from "../../diagnostics.js";
import {
  propertyOf,
  refName,
  refTo,
  type Definitions,
  type Discriminator,
  type Schema,
  type SchemaObject,
} from "../../json/json-schema.js";
import type { Context } from "../context.js";
import type { Named } from "../name/name.js";
import { underNames } from "../name/other-name.js";
import { impliedTags } from "./implied-tags.js";
import { namedTags } from "./named-tags.js";
import { widenedProperties } from "./rest-of-base.js";
import { withTags, type Tag, type Tags } from "./with-tags.js";
import { defaultOf } from "../reading/conjuncts.js";
import { pickedBy, taggedUnion } from "../reading/tagged-union.js";
import { keepOrigin, without } from "../reading/walk.js";

export interface Discriminated {
  readonly $defs: Definitions;
  /** Definition → its tags that may be left out of a request because they have a default. */
  readonly defaultTags: ReadonlyMap<string, ReadonlySet<string>>;
  /** Definition → its tags that an answer may leave out because a place that names it says as much. */
  readonly impliedTags: ReadonlyMap<string, ReadonlySet<string>>;
  /** What is left of a base beside its branches → its properties as an answer of an unknown kind may have them. */
  readonly widened: ReadonlyMap<string, Definitions>;
}

/** @param unknownTags whether a response may carry tags that the mapping does not list. */
export function discriminateMappings(
  { $defs, nameAt }: Named,
  unknownTags: "reject" | "pass",
  context: Context,
): Discriminated {
  const tagsOf = tagsByDefinition($defs);
  const defaultTags = new Map<string, ReadonlySet<string>>();
  const impliedOf = impliedTags($defs, tagsOf);
  const implied = new Map<string, ReadonlySet<string>>();
  const widened = new Map<string, Definitions>();
  const tagTypes = namedTags($defs, tagsOf);
  const entries = Object.entries($defs).flatMap(([own, schema]): (readonly [string, Schema])[] => {
    if (typeof schema === "boolean") return [[own, schema]];
    const listed = tagTypes.get(own);
    if (listed !== undefined) return [[own, { ...schema, enum: listed }]];
    const tags = tagsOf.get(own) ?? new Map();
    const tagged = withTags(schema, tags);
    const defaults = [...tags].filter(([, { isDefault }]) => isDefault).map(([tag]) => tag);
    const parts = isBase(schema) ? split(own, tagged, schema, $defs, unknownTags) : [{ name: own, schema: tagged }];
    for (const { name, defaultTag, isRest } of parts) {
      if (name !== own && Object.hasOwn($defs, name)) {
        const told = { name, location: `the tag of ${own}`, where: underNames(name, nameAt, context) };
        context.problems.push(diagnostic("SW220", placeOfSchema(schema), told));
      }
      defaultTags.set(name, new Set([...defaults, ...(defaultTag === undefined ? [] : [defaultTag])]));
      implied.set(name, impliedOf.get(own) ?? new Set());
      if (isRest) widened.set(name, widenedProperties(schema, $defs, tags));
    }
    return parts.map((part) => [part.name, part.schema] as const);
  });
  return { $defs: Object.fromEntries(entries), defaultTags, impliedTags: implied, widened };
}

type Base = SchemaObject & { readonly discriminator: Discriminator };

const isBase = (schema: Schema | undefined): schema is Base =>
  typeof schema === "object" && schema.discriminator !== undefined;

function tagsByDefinition($defs: Definitions): ReadonlyMap<string, Tags> {
  const found = new Map<string, Map<string, Tag>>();
  const seen = new Set<string>();
  const visit = (own: string, inherited: Tags): void => {
    const base = $defs[own];
    // What is below a base is the same whatever way leads to it.
    if (!isBase(base) || seen.has(own)) return;
    seen.add(own);
    const { propertyName, mapping } = base.discriminator;
    const defaultTag = tagDefault(base, $defs);
    for (const [tag, ref] of Object.entries(mapping)) {
      const child = refName(ref);
      if (child === own) continue;
      const tags = found.get(child) ?? new Map([...inherited]);
      const known = tags.get(propertyName)?.values ?? [];
      const isDefault = tag === defaultTag || (tags.get(propertyName)?.isDefault ?? false);
      tags.set(propertyName, { values: [...new Set([...known, tag])], isDefault });
      found.set(child, tags);
    }
    for (const child of new Set(pickedBy(base))) visit(child, found.get(child) ?? inherited);
  };
  const children = new Set(
    Object.entries($defs).flatMap(([own, schema]) => pickedBy(schema).filter((child) => child !== own)),
  );
  for (const own of Object.keys($defs)) if (!children.has(own)) visit(own, new Map());
  return found;
}

/** The tag that a base has where none is given. */
function tagDefault(base: Base, $defs: Definitions): string | undefined {
  const value = defaultOf(propertyOf(base, base.discriminator.propertyName), $defs);
  return typeof value === "string" ? value : undefined;
}

/** A definition that a base becomes. */
interface Part {
  readonly name: string;
  readonly schema: Schema;
  /** Its own tag, where that is the base's default. */
  readonly defaultTag?: string;
  /** Whether it is what is left of the base beside its branches. */
  readonly isRest?: true;
}

/** The union under the base's name, and the base itself for its own tag, for answers without the tag or with one that is not listed. */
function split(
  own: string,
  tagged: SchemaObject,
  base: Base,
  $defs: Definitions,
  unknownTags: "reject" | "pass",
): readonly Part[] {
  const { propertyName, mapping } = base.discriminator;
  const plain = `Plain${own}`;
  const untagged = `Untagged${own}`;
  const unlisted = unknownTags === "pass" ? `Unlisted${own}` : undefined;
  const branches = new Map(
    Object.entries(mapping).map(([tag, ref]) => [tag, ref === refTo(own) ? plain : refName(ref)]),
  );
  const ownTags = [...branches.keys()].filter((tag) => mapping[tag] === refTo(own));
  const defaultTag = tagDefault(base, $defs);
  const isDefault = defaultTag !== undefined && ownTags.includes(defaultTag);
  const words = keepOrigin(base.description === undefined ? {} : { description: base.description }, base);
  // Only an object has a tag.
  const body: SchemaObject = { type: "object", ...without(tagged, "discriminator", "title") };
  const withTag = (property: Schema): SchemaObject => ({
    ...body,
    properties: { ...body.properties, [propertyName]: property },
  });
  const byDefault = defaultTag === undefined ? undefined : branches.get(defaultTag);
  const others = { absent: untagged, default: byDefault, unknown: unlisted };
  const parts: Part[] = [{ name: own, schema: taggedUnion(words, propertyName, branches, others) }];
  if (ownTags.length > 0) {
    const schema = withTags(body, new Map([[propertyName, { values: ownTags, isDefault }]]));
    parts.push({ name: plain, schema, ...(isDefault && { defaultTag: propertyName }) });
  }
  parts.push({ name: untagged, schema: withTag(false), isRest: true });
  const anyOther = { type: "string", not: { enum: [...branches.keys()] } } as const;
  if (unlisted !== undefined) parts.push({ name: unlisted, schema: withTag(anyOther), isRest: true });
  return parts;
}
