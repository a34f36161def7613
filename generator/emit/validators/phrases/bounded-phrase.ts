/**
 * A schema with bounds → the kinds of value that it takes, each with all its bounds: `an array of exactly 2 items or null`.
 */
import { keywordPhrase, typePhrase, typesPhrase } from "./keyword-phrases.js";
import type { ProjectedSchema } from "../program/program.js";
import { counted } from "../../../words/counted.js";

/** How the size of a kind of value is said, between the keywords for its bounds. */
const sizes: Readonly<
  Record<string, readonly [least: string, begin: string, one: string, many: string, most: string]>
> = {
  string: ["minLength", "a string of", "character", "characters", "maxLength"],
  array: ["minItems", "an array of", "item", "items", "maxItems"],
  object: ["minProperties", "an object with", "property", "properties", "maxProperties"],
};

const limits: readonly string[] = ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"];

const kindOf: ReadonlyMap<string, string> = new Map([
  ...Object.entries(sizes).flatMap(([kind, [least, , , , most]]) => [least, most].map((each) => [each, kind] as const)),
  ...limits.map((keyword) => [keyword, "number"] as const),
]);

/** The kinds of value that keywords set bounds to; undefined where one of them is no bound. */
export function boundedKinds(keywords: readonly string[]): readonly string[] | undefined {
  const kinds = keywords.map((keyword) => kindOf.get(keyword));
  return kinds.every((kind) => kind !== undefined) ? [...new Set(kinds)] : undefined;
}

export const boundedPhrase = (types: readonly string[], schema: ProjectedSchema): string =>
  typesPhrase(types, (type) => sizePhrase(String(type), schema) ?? limitPhrase(String(type), schema));

function sizePhrase(type: string, schema: ProjectedSchema): string | undefined {
  const size = sizes[type];
  if (size === undefined) return undefined;
  const [least, begin, one, many, most] = size;
  const [from = 0, to] = [schema[least], schema[most]];
  if (from === 0 || to === 0) return to === undefined ? undefined : keywordPhrase(most, schema);
  if (to === undefined) return keywordPhrase(least, schema);
  return `${begin} ${from === to ? "exactly" : `${String(from)} to`} ${counted(to, one, many)}`;
}

function limitPhrase(type: string, schema: ProjectedSchema): string {
  const isNumber = type === "number" || type === "integer";
  const bounds = limits.filter((keyword) => isNumber && keyword in schema).map((each) => keywordPhrase(each, schema));
  return typePhrase(type) + (bounds.length > 0 ? ` that is ${bounds.join(" and ")}` : "");
}
