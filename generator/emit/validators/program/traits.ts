/** A program in; out, what has to be known of its functions before they are printed. */
import { cyclesIn, leadingTo, type Cycles } from "../../../graph.js";
import { mayReportTwice } from "./may-report-twice.js";
import { memoizedInCycles } from "./memoized-in-cycles.js";
import { memoizedOutsideCycles } from "./memoized-outside-cycles.js";
import type { Program } from "./program.js";
import { targetsOf } from "./targets-of.js";

export interface Traits {
  readonly cycles: Cycles;
  /** The functions whose guards, or collectors, may be asked about one value again and again, and remember what they have said. */
  readonly memoized: { readonly guard: ReadonlySet<string>; readonly collector: ReadonlySet<string> };
  /** Those whose collectors do, and all that lead to one of them. */
  readonly needMemory: ReadonlySet<string>;
  /** The functions whose collectors may say the same thing twice. */
  readonly mayRepeat: ReadonlySet<string>;
}

export function traitsOf(program: Program): Traits {
  const calls = new Map([...program].map(([name, fn]) => [name, targetsOf(fn)]));
  const cycles = cyclesIn(calls);
  const inCycles = memoizedInCycles(program, cycles.within);
  const outside = (mostCalls: number): ReadonlySet<string> => memoizedOutsideCycles(program, cycles.within, mostCalls);
  const guard = new Set([...inCycles, ...outside(1000)]);
  // A guard says no at the first wrong thing; who tells what is wrong asks all branches of a union about all there is.
  const collector = new Set([...guard, ...outside(50)]);
  return {
    cycles,
    memoized: { guard, collector },
    needMemory: leadingTo(collector, calls),
    mayRepeat: mayReportTwice(program, calls),
  };
}
