/**
 * Rule **misspelled**: a keyword that JSON Schema does not know is an annotation, and nobody would check what it asks. One
 * that is nearly a known one was probably meant to be that: a warning at its place.
 */
import { diagnostic, placeOfKeyword } from "../diagnostics.js";
import type { Definitions } from "../json/json-schema.js";
import type { Context } from "./context.js";
import { fidelityOf, isKeyword, keywords } from "./reading/fidelity.js";
import { objectsIn } from "./reading/walk.js";
import { probablyMeant } from "../words/did-you-mean.js";

/** Annotations are not worth it: OpenAPI's `example` is no mistake for `examples`. */
const meant = keywords.filter((keyword) => fidelityOf(keyword).by !== "annotation");

export function misspelled({ $defs }: { readonly $defs: Definitions }, { problems }: Context): void {
  for (const schema of Object.values($defs).flatMap(objectsIn)) {
    for (const keyword of Object.keys(schema)) {
      const near = nearestOf(keyword);
      if (near !== undefined && !Object.hasOwn(schema, near))
        problems.push(diagnostic("SW251", placeOfKeyword(schema, keyword), { keyword, near }));
    }
  }
}

/** The known keyword that an unknown one was probably meant to be. */
const nearestOf = (word: string): string | undefined =>
  word.length < 4 || word.startsWith("x-") || isKeyword(word) ? undefined : probablyMeant(word, meant);
