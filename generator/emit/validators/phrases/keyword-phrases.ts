/**
 * What a keyword that stands for itself asks for, as the words after "must be": `an integer`, `at least 3`, `a URI`.
 */
import type { Json } from "../../../json/json-schema.js";
import { typeInWords } from "../../../json/show-value.js";
import { listText } from "../../../runtime/message.js";
import { formats } from "../../../schema/reading/formats.js";
import { sizePhrase } from "./size-phrase.js";
import type { ProjectedSchema } from "../program/program.js";

/** Undefined for keywords with subschemas and those that say nothing alone. */
export function keywordPhrase(keyword: string, schema: ProjectedSchema): string | undefined {
  const value = schema[keyword];
  switch (keyword) {
    case "type":
      return alternatives(typesIn(schema.type).map(typeInWords));
    case "const":
      return JSON.stringify(value);
    case "enum":
      return valuesPhrase((schema.enum ?? []).map((choice) => choice.value));
    case "format":
      return formats.get(String(value))?.phrase ?? `a valid ${String(value)}`;
    case "pattern":
      return `a string ${patternPhrase(String(value))}`;
    case "minimum":
      return `at least ${String(value)}`;
    case "maximum":
      return `at most ${String(value)}`;
    case "exclusiveMinimum":
      return `greater than ${String(value)}`;
    case "exclusiveMaximum":
      return `less than ${String(value)}`;
    case "multipleOf":
      return `a multiple of ${String(value)}`;
    case "minLength":
    case "maxLength":
      return sizePhrase("string", { [keyword]: value });
    case "minItems":
    case "maxItems":
      return sizePhrase("array", { [keyword]: value });
    case "uniqueItems":
      return "an array without equal items";
    case "minProperties":
    case "maxProperties":
      return sizePhrase("object", { [keyword]: value });
    default:
      return undefined;
  }
}

/** Characters of a pattern that somebody reads: a longer one was written by a tool. */
const longestPattern = 100;

/** `that matches ^[a-z]+$`; of a very long one the beginning. */
export const patternPhrase = (pattern: string): string =>
  `that matches ${pattern.length > longestPattern ? `${[...pattern].slice(0, longestPattern).join("")}...` : pattern}`;

/** What `type` lists, but null last wherever a document has it: it is the exception. */
export const typesIn = (type: string | readonly string[] = []): readonly string[] => {
  const types = [type].flat();
  return [...types.filter((each) => each !== "null"), ...types.filter((each) => each === "null")];
};

/** How many choices a sentence tells, at most. */
const mostAlternatives = 12;

/** `one of "a", "b"`; of very many the first ones. */
export const valuesPhrase = (values: readonly Json[]): string => listText(values, mostAlternatives);

/** `a, b or c`, each once; of very many the first ones. */
export function alternatives(phrases: readonly string[]): string {
  const all = [...new Set(phrases)];
  if (all.length === 1 && all[0] === "a boolean") return "true or false";
  const shown = all.slice(0, mostAlternatives);
  const more = all.length - shown.length;
  return joined(more > 0 ? [...shown, `one of ${more} more`] : shown, "or");
}

export const joined = (phrases: readonly string[], word: "and" | "or"): string =>
  [phrases.slice(0, -1).join(", "), ...phrases.slice(-1)].filter((part) => part !== "").join(` ${word} `);
