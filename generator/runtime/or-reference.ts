/**
 * What is wrong with a value in, for which a reference to another step's output would do: the same with that said out.
 */
import type { Draft } from "./issues.js";

/** Whether a keyword speaks of a value of another kind, rather than of a wrong one of the kind. */
export const isOfAnotherKind = (keyword: string): boolean =>
  ["type", "enum", "const", "anyOf", "oneOf"].includes(keyword);

/** What is said of its parts stays as it is. A list of expected values stays one, and so becomes text only when somebody reads it. */
export function orReference(found: Draft | undefined): Draft | undefined {
  for (let each = found; each !== undefined; each = each.before) {
    if (each.place.key === undefined && isOfAnotherKind(each.keyword)) each.also = " or a StepReference";
  }
  return found;
}
