/**
 * A tag that has a type of its own is the enum of what the mapping lists. In: the definitions; out: those that are the tag of one
 * base and of its kinds, and nothing else, with the values. What is used elsewhere too says there what it said.
 */
import {
  isObject,
  propertyOf,
  referredName,
  type Definitions,
  type Discriminator,
  type Schema,
} from "../../json/json-schema.js";
import { multimap } from "../../multimap.js";
import { referencesIn } from "../reading/references-in.js";
import { discriminatorOf } from "../reading/tagged-union.js";

/** @param tagsOf definition → the tags with which its ancestors reach it. */
export function namedTags(
  $defs: Definitions,
  tagsOf: ReadonlyMap<string, ReadonlyMap<string, unknown>>,
): ReadonlyMap<string, readonly string[]> {
  const found = multimap(Object.values($defs).flatMap(tagType));
  if (found.size === 0) return new Map();
  const elsewhere = new Set(Object.entries($defs).flatMap(([own, schema]) => otherReferences(own, schema)));
  return new Map(
    [...found].flatMap(([name, [first, ...others]]) =>
      others.length > 0 || elsewhere.has(name) ? [] : [[name, Object.keys(first.mapping)]],
    ),
  );

  /** The definition that is the type of a union's tag, if that has one. */
  function tagType(union: Schema): readonly (readonly [name: string, discriminator: Discriminator])[] {
    const discriminator = discriminatorOf(union);
    const name = referredName(propertyOf(union, discriminator?.propertyName ?? ""));
    const target = $defs[name ?? ""];
    if (discriminator === undefined || name === undefined || !isObject(target)) return [];
    return "enum" in target ? [] : [[name, discriminator]];
  }

  /** What a schema refers to, but for its tags, which are replaced by what the mapping says. */
  function otherReferences(own: string, schema: Schema): readonly string[] {
    if (typeof schema === "boolean") return [];
    const tags = new Set([...(tagsOf.get(own)?.keys() ?? []), schema.discriminator?.propertyName]);
    const properties = Object.entries(schema.properties ?? {}).filter(([key]) => !tags.has(key));
    return referencesIn({ ...schema, properties: Object.fromEntries(properties) });
  }
}
