/**
 * What guards have said of the parts of a value while they look through it: where several schemas ask about one part, each
 * level would double the work of the one above it.
 */
import type { CountingCollector } from "./issues.js";

type Check = (value: unknown, depth: number) => boolean;

/** There while an outermost check runs, and gone with it: a caller may change its values in between. */
const memory: { verdicts: Map<Check, Map<unknown, boolean>> | undefined } = { verdicts: undefined };

/** What a check says of a value; found out once. */
export function remembered(check: Check, value: unknown, find: () => boolean): boolean {
  if (typeof value !== "object" || value === null) return find();
  return inOneRun((verdicts) => {
    const own = verdicts.get(check) ?? new Map<unknown, boolean>();
    verdicts.set(check, own);
    const verdict = own.get(value) ?? find();
    own.set(value, verdict);
    return verdict;
  });
}

/** A collector whose guards remember what they have said until it is done. */
export function remembering(collect: CountingCollector): CountingCollector {
  return (value, max, depth) => inOneRun(() => collect(value, max, depth));
}

function inOneRun<T>(run: (verdicts: Map<Check, Map<unknown, boolean>>) => T): T {
  const before = memory.verdicts;
  try {
    return run((memory.verdicts ??= new Map()));
  } finally {
    memory.verdicts = before;
  }
}
