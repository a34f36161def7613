/**
 * What each item of a list or each property of a map must be → the words for the list or the map with that: `an array of strings`,
 * `an object (each property a Cat)`.
 */
import { typeInWords } from "../../../json/show-value.js";
import type { Projected, ProjectedSchema } from "../program/program.js";

/** What all parts of a kind of value must be, and the keyword that says so; undefined where there are several such. */
export function eachPart(
  type: string,
  schema: ProjectedSchema,
): readonly [keyword: string, part: Projected] | undefined {
  const { items, prefixItems, additionalProperties, properties, patternProperties } = schema;
  if (type === "array" && items !== undefined && prefixItems === undefined) return ["items", items];
  const isMap = type === "object" && properties === undefined && patternProperties === undefined;
  return isMap && additionalProperties !== undefined ? ["additionalProperties", additionalProperties] : undefined;
}

/**
 * @param whole the words for the list or the map itself.
 * @param words those for a part; undefined where they are too many.
 */
export function withParts(whole: string, type: string, part: Projected, words: string | undefined): string {
  const noun = plainNoun(part);
  if (noun !== undefined && whole === typeInWords(type)) return `${whole} of ${noun}s`;
  if (words === undefined || words === "anything") return whole;
  return `${whole} (each ${type === "array" ? "item" : "property"} ${words})`;
}

/** `string` for what is of that type, whatever it is. */
function plainNoun(part: Projected): string | undefined {
  const { type, ...others } = typeof part === "object" ? part : {};
  return typeof type === "string" && Object.keys(others).length === 0
    ? typeInWords(type).replace(/^an? /, "")
    : undefined;
}
