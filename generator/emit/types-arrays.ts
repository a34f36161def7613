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
    const place = placeholders.part(project(prefixItems[index] ?? items));
    return index < least ? place : `${place}?`;
  });
  return isOpen ? [...places, `...${placeholders.part(project(items))}[]`] : places;
}

function lengthOf(schema: SchemaObject, keyword: "minItems" | "maxItems"): number | undefined {
  const value = schema[keyword];
  return typeof value === "number" ? value : undefined;
}
