/** The dialects of JSON Schema that are read, by the names that documents declare. */
import { isObject, type Json } from "../../json/json-schema.js";

/** Dialect → its meta-schema, which is its name; the oldest first. */
export const metaSchemaOf = {
  "draft-04": "http://json-schema.org/draft-04/schema",
  "draft-06": "http://json-schema.org/draft-06/schema",
  "draft-07": "http://json-schema.org/draft-07/schema",
  "2019-09": "https://json-schema.org/draft/2019-09/schema",
  "2020-12": "https://json-schema.org/draft/2020-12/schema",
} as const;

export type Dialect = keyof typeof metaSchemaOf;

export const dialects = Object.keys(metaSchemaOf) as readonly Dialect[];

/** @param otherwise for a document that declares none. @returns undefined for a dialect that is not read. */
export function dialectOf(document: Json, otherwise: Dialect = "2020-12"): Dialect | undefined {
  const declared = isObject(document) ? document["$schema"] : undefined;
  if (declared === undefined) return otherwise;
  const name = withoutScheme(String(declared));
  return dialects.find((dialect) => withoutScheme(metaSchemaOf[dialect]) === name);
}

/** Both `http:` and `https:` are written, with and without an empty fragment. */
export const withoutScheme = (name: string): string => name.replace(/#$/, "").replace(/^https?:/, "");
