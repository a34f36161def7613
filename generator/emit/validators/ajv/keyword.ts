/** What the definitions of our own keywords share. */
import { _, type Code, type Name } from "ajv/dist/compile/codegen/index.js";
import type { KeywordCxt } from "ajv/dist/compile/validate/index.js";
import type { CodeKeywordDefinition, KeywordErrorDefinition } from "ajv/dist/types/index.js";
import { propertyInData } from "ajv/dist/vocabularies/code.js";

export type Keyword = CodeKeywordDefinition & { readonly keyword: string };

/** An error about one key of an object: the printer puts the key at the end of the path. */
export const atKey: KeywordErrorDefinition = {
  message: "",
  params: ({ params }) => _`{key: ${params["key"] as Name}}`,
};

/** An error about a property that is not there. */
export const missingProperty: KeywordErrorDefinition = {
  message: "",
  params: ({ params }) => _`{missingProperty: ${params["missingProperty"] as string}}`,
};

/** Code for every own key of the data; an error in it is about that key. */
export function forEachKey(cxt: KeywordCxt, code: (key: Name) => void): void {
  cxt.gen.forOf("key", _`Object.keys(${cxt.data})`, (key) => {
    cxt.setParams({ key });
    code(key);
  });
}

/** Whether the data has an own property; one that is `undefined` counts as absent. */
export const hasProperty = ({ gen, data }: KeywordCxt, key: string): Code => propertyInData(gen, data, key, true);

/** The same, perhaps inherited: what is wrong with the value matters only where it is not. */
export const readsProperty = ({ gen, data }: KeywordCxt, key: string): Code => propertyInData(gen, data, key, false);

/** A list that AJV's code refers to by name; the same list has the same name. */
export const useList = ({ gen }: KeywordCxt, values: readonly unknown[]): Name =>
  gen.scopeValue("obj", { ref: values, key: JSON.stringify(values) });
