/**
 * Whether a document is a JSON Schema at all, by the meta-schema of its dialect; each mistake at its place.
 */
import { createRequire } from "node:module";
import type { AnyValidateFunction, ErrorObject } from "ajv/dist/types/index.js";
import { diagnostic, type Diagnostic, type Place } from "../../diagnostics.js";
import { isObject, originOf, type Json, type JsonObject, type Origin } from "../../json/json-schema.js";
import { formatPointer, parsePointer } from "../../json/pointer.js";
import { showValue, typeInWords } from "../../json/show-value.js";
import { didYouMean } from "../../runtime/did-you-mean.js";
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
  // Of two forms (draft-07's `items`), the one that is not written is not asked for when something of the other is wrong.
  const choices = new Set(errors.filter(({ keyword }) => keyword === "anyOf").map(({ instancePath }) => instancePath));
  const above = new Set(errors.flatMap(({ instancePath }) => pathsAbove(instancePath)));
  const chosen = new Set(
    errors.filter(({ keyword }) => !["anyOf", "type"].includes(keyword)).map(({ instancePath }) => instancePath),
  );
  const isOtherForm = ({ keyword, instancePath }: ErrorObject): boolean =>
    keyword === "type" && choices.has(instancePath) && (above.has(instancePath) || chosen.has(instancePath));
  const byPlace = new Map<string, ErrorObject>();
  for (const error of errors) {
    // A `type` is a word or a list of words: a list is not told that it is none of the words.
    const isOtherWord = error.keyword === "enum" && Array.isArray(error.data) && choices.has(error.instancePath);
    const isBesideThePoint = error.keyword === "anyOf" || isOtherWord;
    if (!isBesideThePoint && !isOtherForm(error) && !byPlace.has(error.instancePath))
      byPlace.set(error.instancePath, error);
  }
  return told(document, "", "it");

  /** In the order of the document. @param subject what the value is called in a sentence. */
  function told(value: Json, pointer: string, subject: string): readonly Diagnostic[] {
    const error = byPlace.get(pointer);
    const own =
      error && diagnostic("SW201", placeAt(document, pointer, place), { problem: `${subject} ${sentence(error)}` });
    const below = above.has(pointer) ? Object.entries(value as JsonObject) : [];
    const others = below.flatMap(([key, child]) => {
      const name = Array.isArray(value) ? `${showValue(child)} in ${subject}` : JSON.stringify(key);
      return told(child, pointer + formatPointer([key]), name);
    });
    return own ? [own, ...others] : others;
  }
}

/** `/a/b/c` → `/a/b`, `/a` and the empty path. */
const pathsAbove = (path: string): readonly string[] =>
  [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index));

function sentence({ keyword, message = "is wrong", params, data, instancePath }: ErrorObject): string {
  switch (keyword) {
    case "type": {
      const kinds = [params["type"] as string | string[]].flat().map(typeInWords).join(" or ");
      // What tools write without a `$schema`.
      const isTuple = Array.isArray(data) && /(?<!\/properties)\/items$/.test(instancePath);
      return `must be ${kinds}${isTuple ? '; a list is called "prefixItems", unless "$schema" says draft-07' : ""}`;
    }
    case "enum": {
      const allowed = params["allowedValues"] as readonly unknown[];
      return `must be one of ${allowed.join(", ")}${didYouMean(data, allowed)}`;
    }
    case "uniqueItems":
      return `must not say ${showValue((data as readonly unknown[])[params["i"]])} twice`;
    case "minItems":
      return "must not be empty";
    case "minimum":
      return `must be ${params["limit"]} or more`;
    case "exclusiveMinimum":
      return `must be more than ${params["limit"]}`;
    default:
      return message;
  }
}

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
