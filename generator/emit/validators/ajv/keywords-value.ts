/**
 * How AJV writes the keywords that compare a value: with a list, its size with a number, its items with each other. AJV asks again
 * whether a number is one, and counts the characters of every text.
 */
import { _, not, or, type Code } from "ajv/dist/compile/codegen/index.js";
import type { KeywordCxt } from "ajv/dist/compile/validate/index.js";
import type { CallIdentifiers } from "./call-identifiers.js";
import { useList, type Keyword } from "./keyword.js";
import type { Choice } from "../program/program.js";

const limit = ({ schema }: KeywordCxt): number => schema as number;

/** From here on a list is searched: a comparison for each value would nest too deep to be read. */
const longList = 64;

export function valueKeywords(calls: CallIdentifiers): readonly Keyword[] {
  return [
    { keyword: "enum", code: enumeration },
    { keyword: "const", code: (cxt) => cxt.fail(_`${cxt.data} !== ${cxt.schema as string | number | boolean | null}`) },
    { keyword: "uniqueItems", type: "array", code: uniqueItems },
    { keyword: "multipleOf", type: "number", code: multipleOf },
    { keyword: "maximum", type: "number", code: (cxt) => cxt.fail(_`${cxt.data} > ${limit(cxt)}`) },
    { keyword: "minimum", type: "number", code: (cxt) => cxt.fail(_`${cxt.data} < ${limit(cxt)}`) },
    { keyword: "exclusiveMaximum", type: "number", code: (cxt) => cxt.fail(_`${cxt.data} >= ${limit(cxt)}`) },
    { keyword: "exclusiveMinimum", type: "number", code: (cxt) => cxt.fail(_`${cxt.data} <= ${limit(cxt)}`) },
    { keyword: "maxLength", type: "string", code: maxLength },
    { keyword: "minLength", type: "string", code: minLength },
    { keyword: "maxProperties", type: "object", code: (cxt) => cxt.fail(_`${propertyCount(cxt)} > ${limit(cxt)}`) },
    { keyword: "minProperties", type: "object", code: (cxt) => cxt.fail(_`${propertyCount(cxt)} < ${limit(cxt)}`) },
  ];

  function enumeration(cxt: KeywordCxt): void {
    const choices = cxt.schema as readonly Choice[];
    const simple = choices.filter(({ call }) => call === undefined).map(({ value }) => value);
    const searched = simple.length >= longList ? simple : [];
    const tests: Code[] = searched.length > 0 ? [_`${useList(cxt, searched)}.includes(${cxt.data})`] : [];
    for (const { value, call } of choices) {
      if (call !== undefined) tests.push(calls.call(call, cxt.data, cxt.it.dataLevel));
      else if (searched.length === 0) tests.push(_`${cxt.data} === ${value as string | number | boolean | null}`);
    }
    if (tests.length === 0) cxt.error();
    else cxt.fail(not(or(...tests)));
  }

  function uniqueItems(cxt: KeywordCxt): void {
    if (cxt.schema === true) cxt.fail(_`${calls.runtime("hasDuplicates")}(${cxt.data})`);
  }

  /** A text has no more code points than code units, and at least half as many: most need not be counted. */
  function maxLength(cxt: KeywordCxt): void {
    const most = limit(cxt);
    cxt.fail(_`${cxt.data}.length > ${most} && ${calls.runtime("codePoints")}(${cxt.data}) > ${most}`);
  }

  function minLength(cxt: KeywordCxt): void {
    const least = limit(cxt);
    if (least === 1) cxt.fail(_`${cxt.data}.length < 1`);
    else cxt.fail(_`${cxt.data}.length < ${least * 2} && ${calls.runtime("codePoints")}(${cxt.data}) < ${least}`);
  }

  function propertyCount({ data }: KeywordCxt): Code {
    return _`${calls.runtime("propertyCount")}(${data})`;
  }

  /** Exact for decimal fractions, which the remainder of two binary ones is not. */
  function multipleOf(cxt: KeywordCxt): void {
    cxt.fail(_`!${calls.runtime("isMultipleOf")}(${cxt.data}, ${cxt.schema as number})`);
  }
}
