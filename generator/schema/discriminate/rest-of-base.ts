/**
 * An answer without its tag, or with one that is new, may be of any kind that descends from the base. In: the base and its
 * descendants; out: the base's properties that a descendant replaces by something else, as wide as all of them together.
 */
import { reachable } from "../../graph.js";
import type { Definitions, Schema, SchemaObject } from "../../json/json-schema.js";
import { isSame } from "../reading/same.js";
import { pickedBy } from "../reading/tagged-union.js";
import { words } from "../reading/words.js";
import { keepOrigin } from "../reading/walk.js";

/** @param tags the base's tags but for its own: with that one they stay what they are. */
export function widenedProperties(
  base: SchemaObject,
  $defs: Definitions,
  tags: ReadonlyMap<string, unknown>,
): Definitions {
  const descendants = [...reachable(childrenOf(base, $defs), (child) => childrenOf(child, $defs))];
  const entries = Object.entries(base.properties ?? {}).flatMap(([key, own]): [string, Schema][] => {
    if (tags.has(key) || key === base.discriminator?.propertyName) return [];
    const replaced = descendants.flatMap(({ properties }) =>
      properties !== undefined && Object.hasOwn(properties, key) ? [properties[key] ?? true] : [],
    );
    const isReplaced = replaced.some((schema) => !isSame(schema, own));
    return isReplaced ? [[key, replaced.reduce(common, own)]] : [];
  });
  return Object.fromEntries(entries);
}

const childrenOf = (base: SchemaObject, $defs: Definitions): readonly SchemaObject[] =>
  pickedBy(base)
    .map((own) => $defs[own])
    .filter((child) => typeof child === "object");

/** What both schemas say: a list of values or types becomes the union of the two lists. */
function common(one: Schema, other: Schema): Schema {
  if (typeof one === "boolean" || typeof other === "boolean") return true;
  const entries = Object.entries(one).flatMap(([keyword, value]): [string, unknown][] => {
    if (words.includes(keyword) || isSame(value, other[keyword])) return [[keyword, value]];
    if ((keyword !== "enum" && keyword !== "type") || other[keyword] === undefined) return [];
    return [[keyword, [...new Set([value, other[keyword]].flat())]]];
  });
  return keepOrigin(Object.fromEntries(entries) as SchemaObject, one);
}
