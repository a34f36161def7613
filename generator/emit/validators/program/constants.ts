/**
 * Constants of a schema as checks: what `enum` and `const` say about the type, and a compound value as structure, so that
 * no literal of the schema is compared at run time.
 */
import { isObject, type Json, type SchemaObject, type TypeName } from "../../../json/json-schema.js";
import { without } from "../../../schema/reading/walk.js";

export const isCompound = (value: unknown): value is Json => Array.isArray(value) || isObject(value);

/** The same schema where `enum` and `const` stand for the type as well: one wrong value is one issue. */
export function withoutImpliedType(schema: SchemaObject): SchemaObject {
  const { type } = schema;
  const values = "const" in schema ? [schema.const as Json] : schema.enum;
  if (type === undefined || values === undefined) return schema;
  const allowed = values.filter((value) => [type].flat().some((each) => isOfType(value, each)));
  if (allowed.length === values.length) return without(schema, "type");
  return "const" in schema ? { enum: [] } : { ...without(schema, "type"), enum: allowed };
}

function isOfType(value: Json, type: TypeName): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  return type === "object" ? isObject(value) : type === "null" ? value === null : typeof value === type;
}

/** The schema that only one JSON value satisfies (JSON Schema 2020-12, core 4.2.2: instance equality). */
export function structureOf(value: Json): SchemaObject {
  if (Array.isArray(value)) {
    return { type: "array", minItems: value.length, maxItems: value.length, prefixItems: value.map(structureOf) };
  }
  if (!isObject(value)) return { const: value as Json };
  const entries = Object.entries(value as Record<string, Json>);
  return {
    type: "object",
    required: entries.map(([key]) => key),
    properties: Object.fromEntries(entries.map(([key, each]) => [key, structureOf(each)])),
    additionalProperties: false,
  };
}
