/**
 * A word that is not known and the known ones in; the one that was probably meant out.
 */
import { closestMatch } from "leven";

/** The hint for a word that is not among the known ones: the one that was probably meant, else all of them. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = probablyMeant(word, known);
  return near === undefined ? `known here: ${known.join(", ") || "none"}` : `did you mean "${near}"?`;
}

/** The known word that another one misses by a third of its letters, or by two; not by all of them. */
export const probablyMeant = (word: string, known: readonly string[]): string | undefined =>
  nearest(word, known, Math.min(word.length - 1, Math.max(2, Math.floor(word.length / 3))));

/** The known word that is fewest letters away, if it is no more than `most`. */
export const nearest = (word: string, known: readonly string[], most: number): string | undefined =>
  closestMatch(word, known, { maxDistance: most });
