/**
 * The six kinds of JSON value, and which of them a schema speaks about.
 */
import type { Json, SchemaObject, TypeName } from "../schema/json-schema.js";

export type Kind = Exclude<TypeName, "integer">;

export const everyKind: readonly Kind[] = ["string", "number", "boolean", "array", "object", "null"];

/** The kinds that remain of `kinds` under a schema's `type`, in the order of `type`; null comes last, as people write it. */
export function kindsOf(schema: SchemaObject, kinds: readonly Kind[]): readonly Kind[] {
  if (schema.type === undefined) return impliedKinds(schema, kinds);
  const named = typeNames(schema).map((name) => (name === "integer" ? "number" : name));
  return [...new Set(named)]
    .filter((kind) => kinds.includes(kind))
    .sort((a, b) => Number(a === "null") - Number(b === "null"));
}

/**
 * A schema without `type` that describes properties or items is meant for objects or arrays. Strictly, JSON Schema lets
 * every other kind of value pass there (2020-12, validation section 6); publishers do not mean that.
 */
function impliedKinds(schema: SchemaObject, kinds: readonly Kind[]): readonly Kind[] {
  if (kinds.length < everyKind.length) return kinds;
  const implied = kinds.filter(
    (kind) => (kind === "object" && describesObject(schema)) || (kind === "array" && describesArray(schema)),
  );
  return implied.length > 0 ? implied : kinds;
}

export const describesObject = (schema: SchemaObject): boolean =>
  Object.keys(schema.properties ?? {}).length > 0 ||
  (schema.required ?? []).length > 0 ||
  schema.additionalProperties !== undefined ||
  schema["patternProperties"] !== undefined;

export const describesArray = (schema: SchemaObject): boolean =>
  schema.items !== undefined || schema.prefixItems !== undefined;

/** Whether a value may stand under a schema's `type`, of which `kinds` remain; 1.0 is an integer. */
export function admits(schema: SchemaObject, kinds: readonly Kind[], value: Json): boolean {
  const isFraction = typeof value === "number" && !Number.isInteger(value);
  const refusesFractions = schema.type !== undefined && !typeNames(schema).includes("number");
  return kinds.includes(kindOf(value)) && !(isFraction && refusesFractions);
}

function kindOf(value: Json): Kind {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : (typeof value as Kind);
}

const typeNames = ({ type }: SchemaObject): readonly TypeName[] => (typeof type === "string" ? [type] : (type ?? []));
