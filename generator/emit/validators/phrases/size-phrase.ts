/**
 * How many characters, items or properties a value may have → the kind of value with that: `an array of 2 to 4 items`.
 */
import { counted } from "../../../words/counted.js";
import type { ProjectedSchema } from "../program/program.js";

/** Kind → its keywords, and how they are said. */
const sizes = {
  string: ["minLength", "maxLength", "a string", "of", "character", "characters"],
  array: ["minItems", "maxItems", "an array", "of", "item", "items"],
  object: ["minProperties", "maxProperties", "an object", "with", "property", "properties"],
} as const;

/** @param begin the kind of value in other words. */
export function sizePhrase(kind: keyof typeof sizes, schema: ProjectedSchema, begin: string = sizes[kind][2]): string {
  const [least, most, , by, one, many] = sizes[kind];
  const { [least]: from = 0, [most]: to } = schema;
  if (to === 0 && kind !== "string") return `an empty ${kind}`;
  if (to === undefined) return from === 0 ? begin : `${begin} ${by} at least ${counted(from, one, many)}`;
  if (from === 0) return `${begin} ${by} at most ${counted(to, one, many)}`;
  return `${begin} ${by} ${from === to ? "exactly" : `${String(from)} to`} ${counted(to, one, many)}`;
}
