/**
 * Where schemas stand inside a schema (JSON Schema 2020-12, core section 10 and validation vocabularies), so that
 * data (`default`, `const`, `enum`, `examples`) is never taken for a schema.
 */
import {
  isObject,
  origin,
  originOf,
  type Definitions,
  type Schema,
  type SchemaObject,
} from "../../json/json-schema.js";
import { placesOfSchemas as places } from "../../runtime/json-schema/subschemas.js";

/** Where a subschema stands below its parent: `["properties", "id"]`, `["items"]`, `["oneOf", "0"]`. */
export type SchemaPosition = readonly [keyword: string, key?: string];

/** Keywords whose subschemas are asked about the same value (core 10.2). */
export const inPlaceApplicators: ReadonlySet<string> = new Set([
  ...["allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas"],
]);

/** Keywords whose subschemas a value need not fit: they ask whether it is such a one, hold in some case only, or are checked by nobody. */
export const conditions: ReadonlySet<string> = new Set([
  ...["if", "then", "else", "not", "dependentSchemas", "contains", "propertyNames", "contentSchema"],
]);

/** What only holds schemas to refer to. */
export const holders: readonly string[] = ["$defs", "definitions"];

export const isSchema = (value: unknown): value is Schema => typeof value === "boolean" || isObject(value);

/**
 * The schema with every direct subschema replaced by what `change` returns; origins and keyword order stay. Where nothing
 * is replaced it is the same object: most rules change few of many thousand schemas.
 */
export function mapSubschemas(
  schema: SchemaObject,
  change: (child: Schema, position: SchemaPosition) => Schema,
): SchemaObject {
  const changed: [string, unknown][] = [];
  for (const keyword of Object.keys(schema)) {
    const value = schema[keyword];
    const next = mapPlace(keyword, value, change);
    if (next !== value) changed.push([keyword, next]);
  }
  return changed.length === 0 ? schema : { ...schema, ...Object.fromEntries(changed) };
}

/** The same at any depth: each schema object becomes what `change` makes of it, the innermost first; `true` and `false` stay. */
export function mapObjectsIn(schema: Schema, change: (object: SchemaObject) => Schema): Schema {
  return typeof schema === "boolean" ? schema : change(mapSubschemas(schema, (child) => mapObjectsIn(child, change)));
}

function mapPlace(
  keyword: string,
  value: unknown,
  change: (child: Schema, position: SchemaPosition) => Schema,
): unknown {
  const place = places.get(keyword);
  if (place === "single" && isSchema(value)) return change(value, [keyword]);
  if (place === "keyed" && isObject(value)) {
    return mapDefinitions(value as Definitions, (child, key) => change(child, [keyword, key]));
  }
  if (place !== "listed" || !Array.isArray(value)) return value;
  const list = value as readonly Schema[];
  const next = list.map((child, index) => change(child, [keyword, String(index)]));
  return next.every((child, index) => child === list[index]) ? value : next;
}

/** Tells of each schema directly inside a schema, in document order. */
export function eachSubschema(schema: SchemaObject, tell: (child: Schema, position: SchemaPosition) => void): void {
  for (const keyword of Object.keys(schema)) {
    const place = places.get(keyword);
    const value = schema[keyword];
    if (place === "single" && isSchema(value)) tell(value, [keyword]);
    else if (place === "listed" && Array.isArray(value))
      for (const [index, each] of (value as readonly Schema[]).entries()) tell(each, [keyword, String(index)]);
    else if (place === "keyed" && isObject(value))
      for (const [key, each] of Object.entries(value as Definitions)) tell(each, [keyword, key]);
  }
}

/** The schemas directly inside a schema, in document order. */
export function subschemas(schema: Schema): readonly Schema[] {
  const found: Schema[] = [];
  if (typeof schema !== "boolean") eachSubschema(schema, (child) => found.push(child));
  return found;
}

/** A schema and all inside it, at any depth, in document order; neither `true` and `false` nor what references lead to. */
export const objectsIn = (schema: Schema): readonly SchemaObject[] => objectsBelow(schema, () => true);

/** The same of what is asked of the same value. */
export const objectsInPlace = (schema: Schema): readonly SchemaObject[] =>
  objectsBelow(schema, (keyword) => inPlaceApplicators.has(keyword));

function objectsBelow(schema: Schema, isEntered: (keyword: string) => boolean): readonly SchemaObject[] {
  const found: SchemaObject[] = [];
  collect(schema);
  return found;

  function collect(each: Schema): void {
    if (typeof each === "boolean") return;
    found.push(each);
    eachSubschema(each, (child, [keyword]) => {
      if (isEntered(keyword)) collect(child);
    });
  }
}

/** The schemas with each value replaced, the same object where none is; `__proto__` stays a key like any other. */
export function mapDefinitions<S = Schema>(
  definitions: Readonly<Record<string, S>>,
  change: (schema: S, key: string) => S,
): Readonly<Record<string, S>> {
  let isSame = true;
  const entries = Object.entries(definitions).map(([key, child]) => {
    const next = change(child, key);
    isSame &&= next === child;
    return [key, next] as const;
  });
  return isSame ? definitions : keepOrigin(Object.fromEntries(entries), definitions);
}

/** The schema without some keywords. */
export function without(schema: SchemaObject, ...keywords: readonly string[]): SchemaObject {
  if (!keywords.some((keyword) => Object.hasOwn(schema, keyword))) return schema;
  const rest: Record<string, unknown> = { ...schema };
  for (const keyword of keywords) delete rest[keyword];
  return rest;
}

/** The schema with some keywords and no others, in the order in which they are named. */
export const only = (schema: SchemaObject, ...keywords: readonly string[]): SchemaObject =>
  Object.fromEntries(keywords.filter((keyword) => keyword in schema).map((keyword) => [keyword, schema[keyword]]));

/** A newly made object, given the origin that `previous` has. */
export function keepOrigin<T extends object>(made: T, previous: object): T {
  const from = originOf(previous);
  return from === undefined ? made : Object.assign(made, { [origin]: from });
}
