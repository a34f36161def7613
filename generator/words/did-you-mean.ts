/**
 * A word that is not known and the known ones in; the one that was probably meant out.
 */
import { nearest } from "../runtime/did-you-mean.js";

/** The hint for a word that is not among the known ones: the one that was probably meant, else all of them. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = probablyMeant(word, known);
  return near === undefined ? `known here: ${known.join(", ") || "none"}` : `did you mean "${near}"?`;
}

/** By the rule that messages go by: a short word that misses by half its letters was meant as itself. */
export const probablyMeant = (word: string, known: readonly string[]): string | undefined =>
  nearest(word, known) as string | undefined;
