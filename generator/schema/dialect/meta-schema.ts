/**
 * Whether a document is a JSON Schema at all, by the meta-schema of its dialect; each mistake at its place.
 */
import { createRequire } from "node:module";
import type { AnyValidateFunction, ErrorObject } from "ajv/dist/types/index.js";
import { diagnostic, type Diagnostic, type Place } from "../../diagnostics.js";
import { isObject, originOf, type Json, type Origin } from "../../json/json-schema.js";
import { formatPointer, parsePointer } from "../../json/pointer.js";
import type { Dialect } from "./dialects.js";

/** @param documents each with its place, which a part without an origin of its own is told by. */
export function metaSchemaProblems(
  documents: readonly (readonly [Json, Origin])[],
  dialect: Dialect = "2020-12",
): readonly Diagnostic[] {
  const validate = validatorOf(dialect);
  return documents.flatMap(([document, place]) => {
    if (!isObject(document) && typeof document !== "boolean") {
      return [diagnostic("SW201", place, { problem: "it must be an object or a boolean" })];
    }
    if (validate(document) === true) return [];
    return problemsOf(validate.errors ?? [], document, place);
  });
}

/** Made when the generator was built, by `precompile.mjs`. */
const validatorOf = (dialect: Dialect): AnyValidateFunction =>
  createRequire(import.meta.url)(`./meta-schema-${dialect}.cjs`) as AnyValidateFunction;

function problemsOf(errors: readonly ErrorObject[], document: Json, place: Origin): readonly Diagnostic[] {
  // Of two forms (draft-07's `items`), the one that is not written is not asked for when something in the other is wrong.
  const choices = new Set(errors.filter(({ keyword }) => keyword === "anyOf").map(({ instancePath }) => instancePath));
  const above = new Set(errors.flatMap(({ instancePath }) => pathsAbove(instancePath)));
  const isOtherForm = ({ keyword, instancePath }: ErrorObject): boolean =>
    keyword === "type" && choices.has(instancePath) && above.has(instancePath);
  const byPlace = new Map<string, ErrorObject>();
  for (const error of errors) {
    // A `type` is a word or a list of words: a list is not told that it is none of the words.
    const isOtherWord = error.keyword === "enum" && Array.isArray(error.data) && choices.has(error.instancePath);
    const isBesideThePoint = error.keyword === "anyOf" || isOtherWord;
    if (!isBesideThePoint && !isOtherForm(error) && !byPlace.has(error.instancePath))
      byPlace.set(error.instancePath, error);
  }
  return [...byPlace].map(([pointer, error]) => {
    const key = parsePointer(pointer).at(-1);
    const problem = `${key === undefined ? "it" : JSON.stringify(key)} ${sentence(error)}`;
    return diagnostic("SW201", placeAt(document, pointer, place), { problem });
  });
}

/** `/a/b/c` → `/a/b`, `/a` and the empty path. */
const pathsAbove = (path: string): readonly string[] =>
  [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index));

function sentence({ keyword, message = "is wrong", params }: ErrorObject): string {
  if (keyword === "type")
    return `must be ${[(params as { type: string | string[] }).type].flat().map(withArticle).join(" or ")}`;
  const allowed = (params as { allowedValues?: readonly unknown[] }).allowedValues;
  return allowed ? `must be one of ${allowed.join(", ")}` : message;
}

const withArticle = (type: string): string => `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`;

/** The place of the node at a pointer: its own origin, else where it stands in what has one. */
function placeAt(document: Json, pointer: string, place: Origin): Place {
  let node: unknown = document;
  let { file, pointer: at } = originIn(node) ?? place;
  for (const segment of parsePointer(pointer)) {
    node = isObject(node) || Array.isArray(node) ? (node as Record<string, unknown>)[segment] : undefined;
    ({ file, pointer: at } = originIn(node) ?? { file, pointer: at + formatPointer([segment]) });
  }
  return { file, pointer: at };
}

const originIn = (node: unknown): Origin | undefined => (isObject(node) ? originOf(node) : undefined);
