/**
 * Where schemas stand inside a schema (JSON Schema 2020-12, core section 10 and validation vocabularies): the one place
 * that knows it, so that data (`default`, `const`, `enum`, `examples`) is never taken for a schema.
 */
import { isObject, origin, type Definitions, type Schema, type SchemaObject } from "./json-schema.js";

const single = new Set([
  "additionalProperties",
  "contains",
  "contentSchema",
  "else",
  "if",
  "items",
  "not",
  "propertyNames",
  "then",
  "unevaluatedItems",
  "unevaluatedProperties",
]);
const listed = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const keyed = new Set(["$defs", "definitions", "dependentSchemas", "patternProperties", "properties"]);

/** Where a subschema stands below its parent: `["properties", "id"]`, `["items"]`, `["oneOf", "0"]`. */
export type Position = readonly [keyword: string, key?: string];

export const isSchema = (value: unknown): value is Schema => typeof value === "boolean" || isObject(value);

/** A new schema with every direct subschema replaced by what `change` returns; origins and keyword order stay. */
export function mapSubschemas(
  schema: SchemaObject,
  change: (child: Schema, position: Position) => Schema,
): SchemaObject {
  const entries = Object.entries(schema).map(([keyword, value]): [string, unknown] => {
    if (single.has(keyword) && isSchema(value)) return [keyword, change(value, [keyword])];
    if (listed.has(keyword) && Array.isArray(value)) {
      return [keyword, value.map((child: Schema, index) => change(child, [keyword, String(index)]))];
    }
    if (keyed.has(keyword) && isObject(value)) {
      return [keyword, mapDefinitions(value as Definitions, (child, key) => change(child, [keyword, key]))];
    }
    return [keyword, value];
  });
  return keepOrigin(Object.fromEntries(entries) as SchemaObject, schema);
}

/** The schemas directly inside a schema, in document order. */
export function subschemas(schema: Schema): readonly Schema[] {
  const found: Schema[] = [];
  if (typeof schema !== "boolean") {
    mapSubschemas(schema, (child) => {
      found.push(child);
      return child;
    });
  }
  return found;
}

/** A new map of schemas with each value replaced; `__proto__` stays a key like any other. */
export function mapDefinitions(definitions: Definitions, change: (schema: Schema, key: string) => Schema): Definitions {
  const entries = Object.entries(definitions).map(([key, child]) => [key, change(child, key)] as const);
  return keepOrigin(Object.fromEntries(entries), definitions);
}

/** The schema without some keywords. */
export function without(schema: SchemaObject, ...keywords: readonly string[]): SchemaObject {
  const rest = Object.entries(schema).filter(([keyword]) => !keywords.includes(keyword));
  return keepOrigin(Object.fromEntries(rest) as SchemaObject, schema);
}

/** A newly made object, given the origin that `previous` has. */
export function keepOrigin<T extends object>(made: T, previous: object): T {
  const from = (previous as SchemaObject)[origin];
  return from === undefined ? made : Object.assign(made, { [origin]: from });
}
