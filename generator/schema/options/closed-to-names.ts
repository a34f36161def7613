/**
 * An object schema in; the same without room for properties that it does not speak of out, where it does not leave open which there
 * are. For a type that no validator takes: there a name that is not known is a slip.
 */
import type { Definitions, Schema, SchemaObject } from "../../json/json-schema.js";
import { inPlaceOrExcluded } from "../reading/in-place.js";

export function closedToNames(schema: SchemaObject, $defs: Definitions): SchemaObject {
  if (schema.additionalProperties !== undefined || schema.patternProperties !== undefined) return schema;
  const { properties = {}, required = [] } = schema;
  const demanded = required.filter((name) => !Object.hasOwn(properties, name));
  const all = Object.fromEntries([...Object.entries(properties), ...demanded.map((name) => [name, true] as const)]);
  const isKnown = (name: string): boolean => Object.hasOwn(all, name);
  const names = inPlaceOrExcluded(schema, $defs).map((child) => namesIn(child, $defs, new Set()));
  // A type without any property would refuse all others, not just slips.
  const isEnough = Object.keys(all).length >= (schema.minProperties ?? 1);
  if (!isEnough || !names.every((each) => each?.every(isKnown))) return schema;
  return { ...schema, properties: all, additionalProperties: false };
}

/** The properties that a schema speaks of; undefined where it leaves open which there are. */
function namesIn(schema: Schema, $defs: Definitions, seen: Set<Schema>): readonly string[] | undefined {
  if (typeof schema === "boolean" || seen.has(schema)) return [];
  seen.add(schema);
  const { properties = {}, required = [], additionalProperties: others = false } = schema;
  if (others !== false || schema.patternProperties !== undefined) return undefined;
  const inside = inPlaceOrExcluded(schema, $defs).map((child) => namesIn(child, $defs, seen));
  if (inside.includes(undefined)) return undefined;
  return [...Object.keys(properties), ...required, ...inside.flatMap((names) => names ?? [])];
}
