/**
 * V8, told that this process makes one package and ends. Node 20's optimizes a function soon, for a long life; that took a quarter
 * of all processor time, for code that was about to be done with. Later ones wait by themselves, and do not know the flag.
 */
import { setFlagsFromString } from "node:v8";

/** How much a function must have run before it is optimized, in bytes of bytecode: fifteen times as much as usual. */
const interruptBudget = 1_000_000;

/** For the command only: a program that calls `generate` goes on living. */
export function optimizeLate(): void {
  if (process.versions.v8.startsWith("11.")) setFlagsFromString(`--interrupt-budget=${interruptBudget}`);
}
