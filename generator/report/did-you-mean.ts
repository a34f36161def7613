import { closestMatch } from "leven";

/** The hint for a word that is not among the known ones: the one that was probably meant, else all of them. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = closestMatch(word, known, { maxDistance: Math.max(2, Math.floor(word.length / 3)) });
  return near === undefined ? `known here: ${known.join(", ")}` : `did you mean "${near}"?`;
}
