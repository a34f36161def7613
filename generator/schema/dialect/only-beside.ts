/** A reference in; out, the same with nothing else beside it than its standard reads there, and what that was. */
import { ignored, type SchemaObject } from "../../json/json-schema.js";
import { without } from "../reading/walk.js";

export function onlyBeside(reference: SchemaObject, read: readonly string[]): SchemaObject {
  const others = Object.entries(reference).filter(([keyword]) => !read.includes(keyword));
  if (others.length === 0) return reference;
  return { ...without(reference, ...others.map(([keyword]) => keyword)), [ignored]: Object.fromEntries(others) };
}
