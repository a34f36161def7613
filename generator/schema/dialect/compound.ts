/**
 * The part of rule **dialect** for documents that hold others: a resource within a document may declare a dialect of its
 * own (JSON Schema 2020-12, core 8.1.1 and 9.3.3). A document in; it without those, and those, out.
 */
import { isArray, isObject, type Json, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { dialectOf, type Dialect } from "./dialects.js";
import { toDraft202012 } from "./older-drafts.js";
import { keepOrigin, subschemas } from "../reading/walk.js";

/** The dialect of a schema inside one of a known dialect; undefined for one that is not read. */
export const innerDialect = (schema: SchemaObject, outer: Dialect | undefined): Dialect | undefined =>
  isResource(schema) ? dialectOf(schema as Json, outer) : outer;

/** Only what has a name of its own, which draft-04 calls `id`, may declare its dialect. */
const isResource = ({ id, $id = id, $schema }: SchemaObject): boolean =>
  typeof $id === "string" && $schema !== undefined;

interface Compound {
  /** The document with `{}`, a schema of any dialect, in the place of each of another one: the places of the others stay. */
  readonly whole: Json;
  readonly embedded: readonly SchemaObject[];
}

export function takeApart(document: Json, dialect: Dialect): Compound {
  const embedded = isObject(document) ? others(document, dialect) : [];
  if (embedded.length === 0) return { whole: document, embedded };
  const gone = new Set<unknown>(embedded);
  const rest = (value: Json): Json => {
    if (gone.has(value)) return {};
    if (isArray(value)) return value.map(rest);
    if (!isObject(value)) return value;
    const members = Object.entries(value).map(([key, member]) => [key, rest(member)] as const);
    return keepOrigin(Object.fromEntries(members), value);
  };
  return { whole: rest(document), embedded };
}

function others(schema: Schema, dialect: Dialect): readonly SchemaObject[] {
  if (!isObject(schema)) return [];
  return subschemas(toDraft202012(schema, dialect)).flatMap((child) =>
    isObject(child) && innerDialect(child, dialect) !== dialect ? [child] : others(child, dialect),
  );
}
