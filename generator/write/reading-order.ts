/**
 * Paths of a package in; the same in the order in which a reviewer reads them out: what it declares, then its code, then what
 * says the same again.
 */

/** Where the order is the same, the paths keep theirs. */
export const inReadingOrder = (paths: readonly string[]): readonly string[] =>
  paths.toSorted((a, b) => rankOf(a) - rankOf(b));

const first = ["types.d.ts", "steps.d.ts", "constants.d.ts"];

const last = ["README.md", "schema.json", "json-schema.js"];

function rankOf(path: string): number {
  if (first.includes(path)) return first.indexOf(path) - first.length;
  return path.endsWith(".d.ts") ? 0 : 2 + last.indexOf(path);
}
