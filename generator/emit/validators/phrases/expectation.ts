/**
 * What a keyword asks for, as the words after "must be", where it has subschemas too.
 */
import type { Describe } from "./describe.js";
import { alternatives, keywordPhrase, typePhrase } from "./keyword-phrases.js";
import type { Branch, ProjectedSchema } from "../program/program.js";
import { counted } from "../../../words/counted.js";

/**
 * @param schema the schema that the keyword stands in; undefined for `false`.
 * @param others what would do as well.
 * @throws Error for a keyword without words.
 */
export function expectation(
  keyword: string,
  schema: ProjectedSchema | undefined,
  describe: Describe,
  others: readonly string[] = [],
): string {
  if (schema === undefined) return "absent";
  const value = schema[keyword];
  const kindsOf = (branches: readonly Branch[]): string =>
    alternatives([...branches.flatMap((branch) => describe.kinds(branch) ?? unsaid(keyword)), ...others]);
  switch (keyword) {
    case "items":
      return keywordPhrase("maxItems", { maxItems: schema.prefixItems?.length ?? 0 }) ?? "";
    case "contains":
      return `an array in which ${containsCount(schema)} ${describe.roughly(value as Branch) ?? unsaid(keyword)}`;
    case "propertyNames":
      return describe.roughly(value as Branch) ?? unsaid(keyword);
    case "anyOf":
      return kindsOf(value as readonly Branch[]);
    case "oneOf":
      return kindsOf(singleBranches(value as readonly Branch[])) || "absent";
    case "not": {
      const refused = describe.exactly(value as Branch, schema.type) ?? unsaid(keyword);
      return refused === "anything" ? "absent" : `anything but ${refused}`;
    }
    case "type":
      if (others.length > 0) return alternatives([...[value].flat().map(typePhrase), ...others]);
      return known(keyword, keywordPhrase(keyword, schema));
    default:
      return alternatives([known(keyword, keywordPhrase(keyword, schema)), ...others]);
  }
}

/** Those that can be the only one: what is there twice never is. */
export function singleBranches(branches: readonly Branch[]): readonly Branch[] {
  const texts = branches.map((branch) => JSON.stringify(branch));
  return branches.filter((_, index) => texts.indexOf(texts[index] ?? "") === texts.lastIndexOf(texts[index] ?? ""));
}

/** For what takes more than a few words: the reader has to look it up. */
const unsaid = (keyword: string): string => `what "${keyword}" describes`;

function containsCount(schema: ProjectedSchema): string {
  const { minContains = 1, maxContains } = schema as { minContains?: number; maxContains?: number };
  const verb = (items: number): string => `${counted(items, "item")} ${items === 1 ? "is" : "are each"}`;
  if (maxContains === undefined) return `at least ${verb(minContains)}`;
  if (minContains === 0) return `at most ${verb(maxContains)}`;
  return minContains === maxContains ? `exactly ${verb(minContains)}` : `${minContains} to ${verb(maxContains)}`;
}

function known(keyword: string, phrase: string | undefined): string {
  if (phrase === undefined) throw new Error(`no words for the keyword ${keyword}`);
  return phrase;
}
