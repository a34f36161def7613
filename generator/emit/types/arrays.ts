/**
 * A schema's array keywords in, a list type or a tuple out.
 */
import type { SchemaObject } from "../../json/json-schema.js";
import { isTuple, tuplePlaces } from "./tuple-places.js";
import type { TypeNode } from "./nodes.js";
import type { Projection } from "./projection.js";

/** `T[]` for a list, whatever its length; a tuple where places have types of their own or the list is empty. */
export function arrayType(schema: SchemaObject, projection: Projection): TypeNode {
  if (!isTuple(schema)) return { type: "array", items: projection.project(schema.items ?? true) };
  return { tsType: `[${placesOf(schema, projection).join(", ")}]`, kinds: ["array"] };
}

export const describesArray = (schema: SchemaObject): boolean =>
  schema.items !== undefined || schema.prefixItems !== undefined;

function placesOf(schema: SchemaObject, { project, placeholders }: Projection): string[] {
  const { places, rest } = tuplePlaces(schema);
  const texts = places.map(({ schema: place, isOptional }, index) => {
    const node = project(place);
    const text = placeholders.part(node);
    if (!isOptional) return text;
    return isListInPlace(node) ? `item${index + 1}?: ${text}` : `${text}?`;
  });
  if (rest === undefined) return texts;
  const node = project(rest);
  return [...texts, `...${isListInPlace(node) ? "rest: " : ""}${placeholders.part(node)}[]`];
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
