/**
 * What a keyword asks for, as the words after "must be", where it has subschemas too.
 */
import { typeInWords } from "../../../json/show-value.js";
import type { Describe } from "./describe.js";
import type { Said } from "./said.js";
import { alternatives, keywordPhrase, typesIn } from "./keyword-phrases.js";
import { kindPhrase } from "./kind-phrase.js";
import { negation } from "./negation.js";
import { sizePhrase } from "./size-phrase.js";
import type { Branch, ProjectedSchema } from "../program/program.js";
import { counted } from "../../../words/counted.js";

/**
 * @param schema the schema that the keyword stands in; undefined for `false`.
 * @param others what would do as well.
 */
export function expectation(
  keyword: string,
  schema: ProjectedSchema | undefined,
  describe: Describe,
  others: readonly string[] = [],
): string {
  if (schema === undefined) return "absent";
  const value = schema[keyword];
  const oneOf = (...branches: readonly Branch[]): string => choice(keyword, branches.map(describe.roughly), others);
  switch (keyword) {
    case "items":
      return keywordPhrase("maxItems", { maxItems: schema.prefixItems?.length ?? 0 }) ?? "";
    case "contains": {
      const each = oneOf(value as Branch) || unsaid(keyword);
      if (each !== "anything") return `an array in which ${containsCount(schema)} ${each}`;
      const { minContains = 1, maxContains } = schema;
      return sizePhrase("array", {
        minItems: minContains,
        ...(maxContains !== undefined && { maxItems: maxContains }),
      });
    }
    case "propertyNames":
      return oneOf(value as Branch) || unsaid(keyword);
    case "anyOf":
      return oneOf(...(schema.anyOf ?? [])) || "absent";
    case "oneOf":
      return oneOf(...singleBranches(schema.oneOf ?? [])) || "absent";
    case "not": {
      const lacks = describe.lacking(value as Branch);
      if (lacks !== undefined) return kindPhrase("object", { lacks });
      const refused = describe.roughly(value as Branch);
      return (refused && negation(refused, schema.type)) ?? `anything but ${unsaid(keyword)}`;
    }
    case "type":
      if (others.length > 0) return alternatives([...typesIn(schema.type).map(typeInWords), ...others]);
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

/**
 * What satisfies one of several branches. A value may be what the words say and no branch take it still, where they are not all that is
 * asked for: then they do not stand alone.
 */
function choice(keyword: string, branches: readonly (Said | undefined)[], others: readonly string[]): string {
  const areAll = branches.every((said) => said?.isAll);
  const isUnsaid = branches.includes(undefined);
  const phrases = branches.flatMap((said) =>
    said === undefined || (isUnsaid && !said.isAll) ? unsaid(keyword) : said.phrases,
  );
  const text = alternatives([...phrases, ...others]);
  return areAll || isUnsaid ? text : `${text}, as "${keyword}" describes`;
}

/** For what takes more than a few words: the reader has to look it up. */
const unsaid = (keyword: string): string => `what "${keyword}" describes`;

function containsCount(schema: ProjectedSchema): string {
  const { minContains = 1, maxContains } = schema;
  const verb = (items: number): string => `${counted(items, "item")} ${items === 1 ? "is" : "are each"}`;
  if (maxContains === undefined) return `at least ${verb(minContains)}`;
  if (minContains === 0) return `at most ${verb(maxContains)}`;
  return minContains === maxContains ? `exactly ${verb(minContains)}` : `${minContains} to ${verb(maxContains)}`;
}

function known(keyword: string, phrase: string | undefined): string {
  if (phrase === undefined) throw new Error(`no words for the keyword ${keyword}`);
  return phrase;
}
