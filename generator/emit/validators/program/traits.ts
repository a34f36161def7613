/** A program in; out, what has to be known of its functions before they are printed. */
import { cyclesIn, leadingTo, type Cycles } from "../../../graph.js";
import { mayReportTwice } from "./may-report-twice.js";
import { memoizedInCycles } from "./memoized-in-cycles.js";
import { memoizedOutsideCycles } from "./memoized-outside-cycles.js";
import type { Program } from "./program.js";
import { targetsOf } from "./targets-of.js";

export interface Traits {
  readonly cycles: Cycles;
  /** The functions that may be asked about one value again and again, and remember what they have said. */
  readonly memoized: ReadonlySet<string>;
  /** These, and all that lead to one of them. */
  readonly needMemory: ReadonlySet<string>;
  /** The functions whose collectors may say the same thing twice. */
  readonly mayRepeat: ReadonlySet<string>;
}

export function traitsOf(program: Program): Traits {
  const calls = new Map([...program].map(([name, fn]) => [name, targetsOf(fn)]));
  const cycles = cyclesIn(calls);
  const memoized = new Set([
    ...memoizedInCycles(program, cycles.within),
    ...memoizedOutsideCycles(program, cycles.within),
  ]);
  return { cycles, memoized, needMemory: leadingTo(memoized, calls), mayRepeat: mayReportTwice(program, calls) };
}
