/**
 * What a function says of how deep its value is nested. Functions that are part of a cycle count, so that a value of any
 * depth gets a verdict and the stack does not run out; all others know nothing of it.
 */
import type { Cycles } from "../../../graph.js";
import type { Scope } from "./scope.js";

/** Of one function; all but `begins` are text. */
export interface Depth {
  /** The last parameter: `, depth`, or nothing. */
  readonly parameter: string;
  /** Ends the run where the value is nested too deep. */
  readonly check: readonly string[];
  /**
   * The last argument of a call: `, depth + 1`, or nothing.
   * @param levels how far the value is below the function's own.
   */
  argument(target: string, levels: number): string;
  /** Whether the counting begins with a call of this function. */
  begins(target: string): boolean;
}

export function depthIn(name: string, { within }: Cycles, scope: Scope): Depth {
  const counts = within.has(name);
  return {
    parameter: counts ? ", depth" : "",
    get check() {
      return counts ? [`if (depth > ${scope.runtime("maxDepth")}) throw ${scope.runtime("tooDeep")};`] : [];
    },
    argument(target, levels) {
      if (!within.has(target)) return "";
      if (!counts) return ", 0";
      return levels === 0 ? ", depth" : `, depth + ${levels}`;
    },
    begins: (target) => !counts && within.has(target),
  };
}
