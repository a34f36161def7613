/**
 * The six kinds of JSON value, and which keywords speak about values of one kind only (2020-12, validation section 6).
 */
import type { Json, Schema, SchemaObject, TypeName } from "../../json/json-schema.js";

export type Kind = Exclude<TypeName, "integer">;

/** In the order in which a type lists them: null comes last, as people write it. */
export const everyKind: readonly Kind[] = ["string", "number", "boolean", "array", "object", "null"];

const concerned: Readonly<Record<Kind, ReadonlySet<string>>> = {
  string: new Set(["minLength", "maxLength", "pattern", "format"]),
  number: new Set(["multipleOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "format"]),
  boolean: new Set(),
  null: new Set(),
  array: new Set([
    ...["items", "prefixItems", "unevaluatedItems", "contains", "minContains", "maxContains"],
    ...["minItems", "maxItems", "uniqueItems"],
  ]),
  object: new Set([
    ...["properties", "patternProperties", "additionalProperties", "unevaluatedProperties", "propertyNames"],
    ...["required", "minProperties", "maxProperties", "dependentRequired", "dependentSchemas", "dependencies"],
    "discriminator",
  ]),
};

/** Whether a schema's own keywords can refuse some values of a kind, beside those that are about every kind. */
export const restricts = (schema: object, kind: Kind): boolean =>
  Object.keys(schema).some((keyword) => concerned[kind].has(keyword));

/** Whether a schema says something of its values whatever their kind, beside their `type`. */
export const speaksOfEveryKind = (schema: SchemaObject): boolean =>
  ["$ref", "const", "enum", "allOf", "anyOf", "oneOf", "not", "if"].some((keyword) => keyword in schema);

/** The kinds that a schema's `type` names, in its own order but null last; all where it names none. */
export function namedKinds(schema: SchemaObject): readonly Kind[] {
  if (schema.type === undefined) return everyKind;
  const named = typeNames(schema).map((name) => (name === "integer" ? "number" : name));
  return [...new Set(named)].sort((a, b) => Number(a === "null") - Number(b === "null"));
}

/** Whether `type` takes a number with a fraction where it takes a number at all; 1.0 is an integer. */
export const takesFractions = (schema: SchemaObject): boolean =>
  schema.type === undefined || typeNames(schema).includes("number");

export function kindOf(value: Json): Kind {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : (typeof value as Kind);
}

/** 1.0 is an integer. */
export const isOfType = (value: Json, type: TypeName): boolean =>
  type === "integer" ? Number.isInteger(value) : type === kindOf(value);

const typeNames = ({ type }: SchemaObject): readonly TypeName[] => (typeof type === "string" ? [type] : (type ?? []));

/** As one of several choices says it. */
export const isNull = (schema: Schema): boolean => typeof schema === "object" && schema.type === "null";
