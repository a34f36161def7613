/** A schema in; the names of the definitions that it refers to, itself or in anything inside it, out. */
import { refName, type Schema } from "./json-schema.js";
import { subschemas } from "./walk.js";

export function referencesIn(schema: Schema): readonly string[] {
  if (typeof schema === "boolean") return [];
  const own = schema.$ref === undefined ? [] : [refName(schema.$ref)];
  return [...own, ...subschemas(schema).flatMap(referencesIn)];
}
