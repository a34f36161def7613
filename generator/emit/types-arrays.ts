/**
 * A schema's array keywords in, a list type or a tuple out.
 */
import type { SchemaObject } from "../schema/json-schema.js";
import type { TypeNode } from "./types-nodes.js";
import type { Projection } from "./types-projection.js";

// How many places behind `prefixItems` are spelled out; a longer tuple has a rest.
const longestTail = 16;

/** `T[]` for a list, whatever its length; a tuple where places have types of their own or the list is empty. */
export function arrayType(schema: SchemaObject, projection: Projection): TypeNode {
  const { prefixItems = [], items = true } = schema;
  if (prefixItems.length === 0 && items !== false) return { type: "array", items: projection.project(items) };
  return { tsType: `[${placesOf(schema, projection).join(", ")}]`, kinds: ["array"] };
}

export const describesArray = (schema: SchemaObject): boolean =>
  schema.items !== undefined || schema.prefixItems !== undefined;

/**
 * A tuple's places: optional from `minItems` on, and behind `prefixItems` as `items` says, which is anything by default
 * (2020-12, core section 10.3.1).
 */
function placesOf(schema: SchemaObject, { project, placeholders }: Projection): string[] {
  const { prefixItems = [], items = true } = schema;
  const least = lengthOf(schema, "minItems") ?? 0;
  const most = Math.min(lengthOf(schema, "maxItems") ?? Infinity, items === false ? prefixItems.length : Infinity);
  const longest = prefixItems.length + longestTail;
  const isOpen = most > longest;
  const length = isOpen ? Math.max(prefixItems.length, Math.min(least, longest)) : most;
  const places = Array.from({ length }, (_, index) => {
    const node = project(prefixItems[index] ?? items);
    const place = placeholders.part(node);
    if (index < least) return place;
    return isListInPlace(node) ? `item${index + 1}?: ${place}` : `${place}?`;
  });
  if (!isOpen) return places;
  const rest = project(items);
  return [...places, `...${isListInPlace(rest) ? "rest: " : ""}${placeholders.part(rest)}[]`];
}

/**
 * A list written where it is used can lead back to the type it is part of. TypeScript puts off looking into one that stands in
 * an optional place or in the rest of a tuple only where that place has a label.
 */
function isListInPlace(node: TypeNode): boolean {
  if ("anyOf" in node) return node.anyOf.some(isListInPlace);
  if ("allOf" in node) return node.allOf.some(isListInPlace);
  return "tsType" in node ? node.tsType.startsWith("[") : "type" in node && node.type === "array";
}

function lengthOf(schema: SchemaObject, keyword: "minItems" | "maxItems"): number | undefined {
  const value = schema[keyword];
  return typeof value === "number" ? value : undefined;
}
