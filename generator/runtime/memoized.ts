/**
 * What guards and collectors have said of the parts of a value while they look through it: where several schemas ask about one part,
 * each level would double the work of the one above it.
 */
import { withoutRepeats } from "./distinct.js";
import { listed, type CountingCollector, type Draft } from "./issues.js";
import { numbering } from "./numbered.js";

type Check = (value: unknown, depth: number) => boolean;

/** What is known of a value. */
interface Known<T> {
  readonly value: unknown;
  readonly said: T;
}
/** By value; of the values without parts, only the last one. */
type KnownByValue<T> = Map<unknown, Known<T>>;

interface Memory {
  readonly verdicts: Map<Check, KnownByValue<boolean>>;
  /** There where a collector is at work: a guard alone has no need for what tells issues apart. */
  collected?: Collected;
}

interface Collected {
  /** By how much is told at most, too. */
  readonly issues: Map<CountingCollector, Map<number, KnownByValue<readonly Draft[]>>>;
  /** The same for what says the same. */
  readonly numberOf: (draft: Draft) => number;
}

/** There while an outermost check runs, and gone with it: a caller may change its values in between. */
const running: { memory: Memory | undefined } = { memory: undefined };

/** What a check says of a value; found out once. A level of a value takes as few calls as can be: the stack has an end. */
export function memoized(check: Check, value: unknown, find: () => boolean): boolean {
  if (running.memory === undefined) return inOneRun(() => memoized(check, value, find));
  const known = entryOf(running.memory.verdicts, check);
  const before = knownOf(known, value);
  if (before !== undefined) return before.said;
  const said = find();
  known.set(keyOf(value), { value, said });
  return said;
}

/** What a collector finds in a value, each thing once; found out once, and told in drafts of their own each time: each goes its own way. */
export function memoizedIssues(
  collect: CountingCollector,
  value: unknown,
  max: number,
  find: () => Draft | undefined,
): Draft | undefined {
  if (running.memory === undefined) return inOneRun(() => memoizedIssues(collect, value, max, find));
  const { issues, numberOf } = (running.memory.collected ??= { issues: new Map(), numberOf: numbering() });
  const known = entryOf(entryOf(issues, collect), max);
  const said = knownOf(known, value)?.said ?? listed(withoutRepeats(find(), max, numberOf));
  known.set(keyOf(value), { value, said });
  return said.reduce<Draft | undefined>((before, draft) => ({ ...draft, before }), undefined);
}

/** A collector that remembers what it and its guards have said until it is done. */
export function withMemory(collect: CountingCollector): CountingCollector {
  return (value, max, depth) => inOneRun(() => collect(value, max, depth));
}

function inOneRun<T>(run: () => T): T {
  const before = running.memory;
  try {
    running.memory ??= { verdicts: new Map() };
    return run();
  } finally {
    running.memory = before;
  }
}

/** The map at a key, which is there from now on. */
function entryOf<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const entry = maps.get(key) ?? new Map<L, V>();
  maps.set(key, entry);
  return entry;
}

/** Who asks about a value without parts comes back to it before any other: long strings need not be looked up among many. */
const keyOf = (value: unknown): unknown => (typeof value === "object" ? value : undefined);

function knownOf<T>(known: KnownByValue<T>, value: unknown): Known<T> | undefined {
  const found = known.get(keyOf(value));
  return found !== undefined && Object.is(found.value, value) ? found : undefined;
}
