/**
 * Where a value is nested too deep: a type that contains itself is checked by functions that call each other, and a stack
 * has an end. Such a value (a circle has no bottom at all) is refused, by guards and collectors alike, and wherever it
 * stands: behind a `not` it would otherwise be right.
 */
import { report, type Collector, type CountingCollector } from "./issues.js";

/** How many levels a value may go down from where a type that contains itself begins. */
export const maxDepth = 1000;

/** Thrown where a value is too deep, and never out of the package. */
export const tooDeep = /* @__PURE__ */ Symbol("too deep");

/** Whether something was thrown because a value is too deep: for the limit, or for what the caller left of the stack. */
function isTooDeep(error: unknown): boolean {
  const isOverflow = error instanceof Error && (error.name === "RangeError" || error.name === "InternalError");
  return error === tooDeep || isOverflow;
}

/** Whether a check that may end early takes a value. */
export function takes(check: (value: unknown, depth: number) => boolean, value: unknown): boolean {
  try {
    return check(value, 0);
  } catch (error) {
    if (isTooDeep(error)) return false;
    throw error;
  }
}

/** A collector that may end early, as one that does not: it has one issue then. */
export function bounded(collect: CountingCollector): Collector {
  return (value, max) => {
    try {
      return collect(value, max, 0);
    } catch (error) {
      if (!isTooDeep(error)) throw error;
      return report(undefined, max, "depth", `nested at most ${maxDepth} levels deep`, value);
    }
  };
}
