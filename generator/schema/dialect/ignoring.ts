/** A schema in; out, the same without keywords that its standard does not read there, and what those were. */
import { ignored, type SchemaObject } from "../../json/json-schema.js";
import { without } from "../reading/walk.js";
import type { Dialect } from "./dialects.js";

/** @param dialect the one that does not know them. */
export function ignoring(schema: SchemaObject, keywords: readonly string[], dialect?: Dialect): SchemaObject {
  const there = keywords.filter((keyword) => Object.hasOwn(schema, keyword));
  if (there.length === 0) return schema;
  const found = there.map((keyword) => ({ keyword, value: schema[keyword], dialect }));
  return { ...without(schema, ...there), [ignored]: [...(schema[ignored] ?? []), ...found] };
}

/** A reference, with nothing else beside it than its standard reads there. */
export const onlyBeside = (reference: SchemaObject, read: readonly string[]): SchemaObject =>
  ignoring(
    reference,
    Object.keys(reference).filter((keyword) => !read.includes(keyword)),
  );
