/**
 * What somebody may have meant: a text that is not known and the values that are come in, a suggestion goes out.
 */

/** The end of a sentence about a value that is not known: a question, or nothing. */
export function didYouMean(value: unknown, known: readonly unknown[]): string {
  const near = typeof value === "string" ? nearest(value, known) : undefined;
  return near === undefined ? "" : `; did you mean ${JSON.stringify(near)}?`;
}

/** The known value whose text is the fewest edits away: up to one for each four characters, three in all. */
export function nearest(value: string, known: readonly unknown[]): unknown {
  const typed = plain(value);
  for (let edits = 0; edits < 4 && edits * 4 < typed.length + 2; edits++) {
    const near = known.find((each) => typeof each !== "object" && isWithin(edits, typed, plain(each)));
    if (near !== undefined) return near;
  }
  return undefined;
}

/** A number is its text, sign and all, and it is no edit how the words of a name are joined: by capitals, `_` or `-`. */
const plain = (value: unknown): string => String(value).toLowerCase().replace(/_|\b-/g, "");

/** Whether so many characters put in, left out, changed or swapped make one text of the other (Damerau and Levenshtein). */
function isWithin(edits: number, a: string, b: string): boolean {
  if (a === b) return true;
  if (edits < 1 || Math.abs(a.length - b.length) > edits) return false;
  let at = 0;
  while (a[at] === b[at]) at++;
  const restOfA = a.slice(at + 1);
  const restOfB = b.slice(at + 1);
  const areSwapped = a[at] === restOfB[0] && b[at] === restOfA[0];
  return (
    (areSwapped && isWithin(edits - 1, restOfA.slice(1), restOfB.slice(1))) ||
    isWithin(edits - 1, restOfA, restOfB) ||
    isWithin(edits - 1, a.slice(at), restOfB) ||
    isWithin(edits - 1, restOfA, b.slice(at))
  );
}
