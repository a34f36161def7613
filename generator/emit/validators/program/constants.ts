/**
 * Constants of a schema as checks: what `enum` and `const` say about the type, and a compound value as structure, so that
 * no literal of the schema is compared at run time.
 */
import { isArray, isObject, type Json, type SchemaObject } from "../../../json/json-schema.js";
import { isOfType } from "../../../schema/reading/kinds.js";
import { valuesOf } from "../../../schema/reading/listed-values.js";
import { without } from "../../../schema/reading/walk.js";

export const isCompound = (value: unknown): value is Json => Array.isArray(value) || isObject(value);

/** The same schema where `const` or `enum` says it all, for the other and the type as well: one wrong value is one issue. */
export function asOneList(schema: SchemaObject): SchemaObject {
  const { type, const: single } = schema;
  const values = valuesOf(schema);
  if (values === undefined) return schema;
  const isAllowed = (value: Json): boolean => [type].flat().some((each) => each === undefined || isOfType(value, each));
  const allowed = values.filter(isAllowed);
  const rest = without(schema, "type");
  if (single === undefined) return { ...rest, enum: allowed };
  return allowed.length === 0 ? { enum: [] } : without(rest, "enum");
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
