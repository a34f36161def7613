/** A value for an example: a canonical schema comes in, a small value that it takes goes out, or undefined where none is sure. */
import { refName, type Definitions, type Json, type Schema, type SchemaObject } from "../schema/json-schema.js";

/**
 * The schema's own words first (`const`, `examples`, `default`, `enum`), else the plainest value of its type.
 * @param extras how many properties an object gets beside the required ones
 */
export function sample(schema: Schema | undefined, $defs: Definitions, extras = 0, depth = 0): Json | undefined {
  if (typeof schema !== "object" || depth > 8) return undefined;
  const told = [schema.const, ...asList(schema["examples"]), schema.default, ...(schema.enum ?? [])];
  const first = told.find((value) => value !== undefined);
  if (first !== undefined) return first;
  if (schema.$ref !== undefined) return sample($defs[refName(schema.$ref)], $defs, extras, depth + 1);
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches !== undefined) return sample(branches[0], $defs, extras, depth + 1);
  if (unsure.some((keyword) => schema[keyword] !== undefined)) return undefined;
  return sampleOfType(schema, $defs, extras, depth);
}

/** Keywords that need more than the plainest value. */
const unsure = [
  "allOf",
  "not",
  "if",
  "pattern",
  "multipleOf",
  "exclusiveMaximum",
  "exclusiveMinimum",
  "contains",
  "minProperties",
];

function sampleOfType(schema: SchemaObject, $defs: Definitions, extras: number, depth: number): Json | undefined {
  const type = typeof schema.type === "string" ? schema.type : schema.type?.[0];
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
  return maxLength === 0 ? "" : "…".repeat(Math.max(1, Number(minLength)));
}

const formatSamples: ReadonlyMap<string, string> = new Map([
  ["uri", "https://example.com/"],
  ["date-time", "2026-01-31T12:00:00Z"],
  ["date", "2026-01-31"],
  ["email", "somebody@example.com"],
]);

function sampleNumber({ minimum, maximum }: SchemaObject): number {
  if (typeof minimum === "number") return Math.ceil(minimum);
  return typeof maximum === "number" ? Math.min(1, Math.floor(maximum)) : 1;
}

function sampleArray(schema: SchemaObject, $defs: Definitions, depth: number): Json | undefined {
  const { items, prefixItems = [], minItems = 0, maxItems = 1 } = schema;
  if (prefixItems.length > 0 || Number(minItems) > 1) return undefined;
  const item = Number(maxItems) === 0 ? undefined : sample(items, $defs, 0, depth + 1);
  if (item !== undefined) return [item];
  return minItems === 0 ? [] : undefined;
}

function sampleObject(schema: SchemaObject, $defs: Definitions, extras: number, depth: number): Json | undefined {
  const { properties = {}, required = [] } = schema;
  const samples = new Map(Object.entries(properties).map(([key, each]) => [key, sample(each, $defs, 0, depth + 1)]));
  if (required.some((key) => samples.get(key) === undefined)) return undefined;
  const chosen = [...samples].filter(([key, value]) => value !== undefined && !required.includes(key)).slice(0, extras);
  const keys = new Set([...required, ...chosen.map(([key]) => key)]);
  return Object.fromEntries(
    [...samples].flatMap(([key, value]) => (keys.has(key) && value !== undefined ? [[key, value]] : [])),
  );
}

const asList = (value: unknown): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
