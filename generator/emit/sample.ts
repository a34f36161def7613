/** A value for an example: a canonical schema comes in, a small value that it takes goes out, or undefined where none is sure. */
import { refName, type Definitions, type Json, type Schema, type SchemaObject } from "../json/json-schema.js";
import { isTuple, tuplePlaces } from "./tuple-places.js";

/**
 * The schema's own words first (`const`, `examples`, `default`, `enum`), else the plainest value of its type; null only where
 * there is nothing else.
 * @param extras how many properties an object gets beside the required ones
 */
export function sample(schema: Schema | undefined, $defs: Definitions, extras = 0, depth = 0): Json | undefined {
  if (typeof schema !== "object" || depth > 8) return undefined;
  const told = [schema.const, ...asList(schema["examples"]), schema.default, ...(schema.enum ?? [])];
  const first = told.find((value) => value !== undefined && value !== null);
  if (first !== undefined) return first;
  if (schema.const === null || schema.enum?.includes(null)) return null;
  if (schema.$ref !== undefined) return sample($defs[refName(schema.$ref)], $defs, extras, depth + 1);
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches !== undefined) return sampleOfBranch(branches, $defs, extras, depth + 1);
  if (unsure.some((keyword) => schema[keyword] !== undefined)) return undefined;
  return sampleOfType(schema, $defs, extras, depth);
}

/** Keywords that need more than the plainest value. */
const unsure = [
  ...["allOf", "not", "if", "pattern", "multipleOf", "contains", "minProperties", "propertyNames"],
  ...["dependentRequired", "dependentSchemas"],
];

function sampleOfBranch(
  branches: readonly Schema[],
  $defs: Definitions,
  extras: number,
  depth: number,
): Json | undefined {
  let found: null | undefined;
  for (const branch of branches) {
    const value = sample(branch, $defs, extras, depth);
    if (value !== undefined && value !== null) return value;
    if (value === null) found = value;
  }
  return found;
}

function sampleOfType(schema: SchemaObject, $defs: Definitions, extras: number, depth: number): Json | undefined {
  const type =
    typeof schema.type === "string" ? schema.type : (schema.type?.find((each) => each !== "null") ?? schema.type?.[0]);
  switch (type) {
    case "string":
      return sampleString(schema);
    case "integer":
    case "number":
      return sampleNumber(schema);
    case "boolean":
      return true;
    case "null":
      return null;
    case "array":
      return sampleArray(schema, $defs, depth);
    case "object":
      return sampleObject(schema, $defs, extras, depth);
    case undefined:
      return undefined;
  }
}

function sampleString({ format, minLength = 0, maxLength = 1 }: SchemaObject): string | undefined {
  if (format !== undefined) return formatSamples.get(format);
  if (Number(minLength) > longest) return undefined;
  return maxLength === 0 ? "" : "…".repeat(Math.max(1, Number(minLength)));
}

/** A longer text, or a longer list, is no example. */
const longest = 16;

const formatSamples: ReadonlyMap<string, string> = new Map([
  ["uri", "https://example.com/"],
  ["date-time", "2026-01-31T12:00:00Z"],
  ["date", "2026-01-31"],
  ["date-span", "00:01:30"],
  ["duration", "PT90S"],
  ["email", "somebody@example.com"],
  ["uuid", "123e4567-e89b-42d3-a456-426614174000"],
]);

/** The smallest that is allowed where there is such a bound, else 1 or what is nearest to it. */
function sampleNumber({ minimum, exclusiveMinimum, maximum, exclusiveMaximum }: SchemaObject): number | undefined {
  const least = Math.max(
    bound(minimum, -Infinity, Math.ceil),
    bound(exclusiveMinimum, -Infinity, (above) => Math.floor(above) + 1),
  );
  const most = Math.min(
    bound(maximum, Infinity, Math.floor),
    bound(exclusiveMaximum, Infinity, (below) => Math.ceil(below) - 1),
  );
  const value = Number.isFinite(least) ? least : Math.min(1, most);
  return value <= most ? value : undefined;
}

const bound = (value: unknown, none: number, whole: (value: number) => number): number =>
  typeof value === "number" ? whole(value) : none;

function sampleArray(schema: SchemaObject, $defs: Definitions, depth: number): Json | undefined {
  const { items, minItems = 0, maxItems = 1, uniqueItems = false } = schema;
  if (Number(minItems) > (uniqueItems === true ? 1 : longest)) return undefined;
  if (isTuple(schema)) return sampleTuple(schema, $defs, depth);
  const item = Number(maxItems) === 0 ? undefined : sample(items, $defs, 0, depth + 1);
  if (item !== undefined) return Array.from({ length: Math.max(1, Number(minItems)) }, () => item);
  return minItems === 0 ? [] : undefined;
}

/** Its required places. */
function sampleTuple(schema: SchemaObject, $defs: Definitions, depth: number): Json | undefined {
  const required = tuplePlaces(schema).places.filter(({ isOptional }) => !isOptional);
  const samples = required.map((place) => sample(place.schema, $defs, 0, depth + 1));
  return samples.every((value) => value !== undefined) ? samples : undefined;
}

function sampleObject(schema: SchemaObject, $defs: Definitions, extras: number, depth: number): Json | undefined {
  const { properties = {}, required = [] } = schema;
  const samples = new Map(Object.entries(properties).map(([key, each]) => [key, sample(each, $defs, 0, depth + 1)]));
  if (required.some((key) => samples.get(key) === undefined)) return undefined;
  const chosen = [...samples].filter(([key, value]) => isTelling(value) && !required.includes(key)).slice(0, extras);
  const keys = new Set([...required, ...chosen.map(([key]) => key)]);
  return Object.fromEntries(
    [...samples].flatMap(([key, value]) => (keys.has(key) && value !== undefined ? [[key, value]] : [])),
  );
}

/** Whether a value shows something: null and what is empty do not. */
const isTelling = (value: Json | undefined): boolean =>
  typeof value === "object" ? value !== null && Object.keys(value).length > 0 : value !== undefined;

const asList = (value: unknown): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
