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
  const entries = Object.entries($defs).flatMap(([own, schema]): [string, Schema][] => {
    if (typeof schema === "boolean") return [[own, schema]];
    const listed = tagTypes.get(own);
    if (listed !== undefined) return [[own, { ...schema, enum: listed }]];
    const tags = tagsOf.get(own) ?? new Map();
    const tagged = withTags(schema, tags);
    const parts: [string, Schema][] = isBase(schema)
      ? split(own, tagged, schema, tagDefault(schema, $defs), unknownTags)
      : [[own, tagged]];
    const defaults = [...tags].filter(([, { isDefault }]) => isDefault).map(([tag]) => tag);
    const ownDefault =
      isBase(schema) && isOwnTag(schema, own, tagDefault(schema, $defs)) ? [schema.discriminator.propertyName] : [];
    for (const [name] of parts) {
      if (name !== own && Object.hasOwn($defs, name)) {
        const told = { name, location: `the tag of ${own}`, where: underNames(name, nameAt, context) };
        context.problems.push(diagnostic("SW220", placeOfSchema(schema), told));
      }
      const isPlain = name === plainName(own);
      defaultTags.set(name, new Set([...defaults, ...(isPlain ? ownDefault : [])]));
      implied.set(name, impliedOf.get(own) ?? new Set());
      if (name !== own && !isPlain) widened.set(name, widenedProperties(schema, $defs, tags));
    }
    return parts;
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

/** The base itself, where its own mapping names it. */
const plainName = (own: string): string => `Plain${own}`;

const isOwnTag = ({ discriminator: { mapping } }: Base, own: string, tag: string | undefined): boolean =>
  tag !== undefined && Object.hasOwn(mapping, tag) && mapping[tag] === refTo(own);

/** The union under the base's name, and the base itself for its own tag, for answers without the tag or with one that is not listed. */
function split(
  own: string,
  tagged: SchemaObject,
  base: Base,
  defaultTag: string | undefined,
  unknownTags: "reject" | "pass",
): [string, Schema][] {
  const { propertyName, mapping } = base.discriminator;
  const branches = new Map(
    Object.entries(mapping).map(([tag, ref]) => [tag, ref === refTo(own) ? plainName(own) : refName(ref)]),
  );
  const ownTags = Object.keys(mapping).filter((tag) => isOwnTag(base, own, tag));
  const isDefault = isOwnTag(base, own, defaultTag);
  const defaultBranch = branches.get(defaultTag ?? "");
  const untagged = `Untagged${own}`;
  const unlisted = unknownTags === "pass" ? `Unlisted${own}` : undefined;
  const words = keepOrigin(base.description === undefined ? {} : { description: base.description }, base);
  // Only an object has a tag.
  const body: SchemaObject = { type: "object", ...without(tagged, "discriminator", "title") };
  const withTag = (property: Schema): SchemaObject => ({
    ...body,
    properties: { ...body.properties, [propertyName]: property },
  });
  const union = taggedUnion(words, propertyName, branches, {
    absent: untagged,
    default: defaultBranch,
    unknown: unlisted,
  });
  const anyOther = { type: "string", not: { enum: [...branches.keys()] } } as const;
  const parts: [string, Schema][] = [[own, union]];
  if (ownTags.length > 0)
    parts.push([plainName(own), withTags(body, new Map([[propertyName, { values: ownTags, isDefault }]]))]);
  parts.push([untagged, withTag(false)]);
  if (unlisted !== undefined) parts.push([unlisted, withTag(anyOther)]);
  return parts;
}
