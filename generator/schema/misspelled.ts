/**
 * Rule **misspelled**: a keyword that JSON Schema does not know is an annotation, and nobody would check what it asks. One
 * that is nearly a known one was probably meant to be that: a warning at its place.
 */
import { diagnostic, placeOfKeyword } from "../diagnostics.js";
import type { Definitions, Schema, SchemaObject } from "../json/json-schema.js";
import { nearest } from "../words/did-you-mean.js";
import type { Context } from "./context.js";
import { fidelityOf, isKeyword, keywords } from "./fidelity.js";
import { subschemas } from "./reading/walk.js";

/** Annotations are not worth it: OpenAPI's `example` is no mistake for `examples`. */
const meant = keywords.filter((keyword) => fidelityOf(keyword).by !== "annotation");

export function misspelled(last: { readonly $defs: Definitions }, { problems }: Context): void {
  for (const { keyword, near, schema } of Object.values(last.$defs).flatMap(suspectsIn)) {
    problems.push(diagnostic("SW251", placeOfKeyword(schema, keyword), { keyword, near }));
  }
}

interface Suspect {
  readonly keyword: string;
  readonly near: string;
  readonly schema: SchemaObject;
}

function suspectsIn(schema: Schema): readonly Suspect[] {
  if (typeof schema === "boolean") return [];
  const own = Object.keys(schema).flatMap((keyword) => {
    const near = nearestOf(keyword);
    return near === undefined || Object.hasOwn(schema, near) ? [] : [{ keyword, near, schema }];
  });
  return [...own, ...subschemas(schema).flatMap(suspectsIn)];
}

/** The known keyword that an unknown one misses by a letter, a long one by two, or by letters in another order. */
function nearestOf(word: string): string | undefined {
  if (word.length < 4 || word.startsWith("x-") || isKeyword(word)) return undefined;
  return nearest(word, meant, word.length > 6 ? 2 : 1) ?? meant.find((keyword) => letters(keyword) === letters(word));
}

const letters = (word: string): string => [...word].sort().join("");
