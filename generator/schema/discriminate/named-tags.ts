/**
 * A tag that has a type of its own is the enum of what the mapping lists. In: the definitions; out: those that are the tag of one
 * base and of its kinds, and nothing else, with the values. What is used elsewhere too says there what it said.
 */
import {
  isObject,
  propertyOf,
  refName,
  type Definitions,
  type Discriminator,
  type Schema,
} from "../../json/json-schema.js";
import { referencesIn } from "../reading/references-in.js";

/** @param tagsOf definition → the tags with which its ancestors reach it. */
export function namedTags(
  $defs: Definitions,
  tagsOf: ReadonlyMap<string, ReadonlyMap<string, unknown>>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Discriminator[]>();
  for (const schema of Object.values($defs)) {
    if (typeof schema !== "object" || schema.discriminator === undefined) continue;
    const name = typeNamed(propertyOf(schema, schema.discriminator.propertyName));
    const target = $defs[name ?? ""];
    if (name === undefined || !isObject(target) || "enum" in target) continue;
    found.get(name)?.push(schema.discriminator) ?? found.set(name, [schema.discriminator]);
  }
  if (found.size === 0) return new Map();
  const elsewhere = new Set(Object.entries($defs).flatMap(([own, schema]) => otherReferences(own, schema)));
  return new Map(
    [...found].flatMap(([name, [first, ...others]]) =>
      first === undefined || others.length > 0 || elsewhere.has(name) ? [] : [[name, Object.keys(first.mapping)]],
    ),
  );

  /** What a schema refers to, but for its tags, which are replaced by what the mapping says. */
  function otherReferences(own: string, schema: Schema): readonly string[] {
    if (typeof schema === "boolean") return [];
    const tags = new Set([...(tagsOf.get(own)?.keys() ?? []), schema.discriminator?.propertyName]);
    const properties = Object.entries(schema.properties ?? {}).filter(([key]) => !tags.has(key));
    return referencesIn({ ...schema, properties: Object.fromEntries(properties) });
  }
}

const typeNamed = (schema: Schema | undefined): string | undefined =>
  typeof schema === "object" && schema.$ref !== undefined ? refName(schema.$ref) : undefined;
