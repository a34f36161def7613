/**
 * Constants of a schema as checks: what `enum` and `const` say about the type, and a compound value as structure, so that
 * no literal of the schema is compared at run time.
 */
import { isArray, isObject, type Json, type SchemaObject } from "../../../json/json-schema.js";
import { isOfType } from "../../../schema/reading/kinds.js";
import { valuesOf } from "../../../schema/reading/listed-values.js";
import { without } from "../../../schema/reading/walk.js";

export const isCompound = (value: unknown): value is Json => Array.isArray(value) || isObject(value);

/** The same schema where `enum` and `const` stand for the type as well: one wrong value is one issue. */
export function withoutImpliedType(schema: SchemaObject): SchemaObject {
  const { type } = schema;
  const values = valuesOf(schema);
  if (type === undefined || values === undefined) return schema;
  const allowed = values.filter((value) => [type].flat().some((each) => isOfType(value, each)));
  if (allowed.length === values.length) return without(schema, "type");
  return "const" in schema ? { enum: [] } : { ...without(schema, "type"), enum: allowed };
}

/** The schema that only one JSON value satisfies (JSON Schema 2020-12, core 4.2.2: instance equality). */
export function structureOf(value: Json): SchemaObject {
  if (isArray(value)) {
    return { type: "array", minItems: value.length, maxItems: value.length, prefixItems: value.map(structureOf) };
  }
  if (!isObject(value)) return { const: value };
  const entries = Object.entries(value);
  return {
    type: "object",
    required: entries.map(([key]) => key),
    properties: Object.fromEntries(entries.map(([key, each]) => [key, structureOf(each)])),
    additionalProperties: false,
  };
}
