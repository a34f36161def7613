/**
 * How a validator collects what is wrong with a value. A collector adds nothing for a valid value; a path is built from
 * the inside out, only where there is an issue.
 */
import { finish } from "./message.js";
import { ValidationError, type Issue, type ParseOptions, type SafeParseResult } from "./issue.js";

/** A property name that may stand behind a dot, an array index, or any other name (see `propertyName`). */
export type PathKey = string | number | Named;

/** A property name that may need brackets and escapes. It stands where a key stands, as it turns into its key. */
export interface Named {
  toString(): string;
  /** As a token of a JSON Pointer. */
  readonly token: string;
  /** What it is to people, behind what stands before it. */
  behind(where: string): string;
}

/** A path below a value, and what is below the path's end. */
export interface Place {
  readonly path: readonly PathKey[];
  readonly inner: Place | undefined;
}

/** An issue on its way out: its place grows at the front. */
export interface Draft extends Place {
  path: readonly PathKey[];
  inner: Place | undefined;
  readonly keyword: string;
  readonly expected: string | readonly unknown[];
  readonly received: unknown;
  /** What is said of the place, where it is not that it "must be" what was expected. */
  readonly says: string | undefined;
  /** The issue before it, and how many there are with it. */
  before: Draft | undefined;
  count: number;
}

/** At most `max` of them, but one at least: none says that a value is valid. Nothing more is made for a value that is. */
export interface Drafts {
  readonly max: number;
  last: Draft | undefined;
}

export type Collector = (value: unknown, drafts: Drafts) => void;
/** A collector of a type that contains itself: `depth` is how far the value is below the place where that began. */
export type CountingCollector = (value: unknown, drafts: Drafts, depth: number) => void;

/**
 * Adds an issue about what is at a path in `data`, or about the path's last key where it `says` something of its own; none where
 * there are enough, or where the path leads through what an object has inherited. A list of `expected` values becomes text only
 * when somebody reads it.
 */
export function report(
  drafts: Drafts,
  data: unknown,
  path: readonly PathKey[],
  keyword: string,
  expected: string | readonly unknown[],
  says?: string,
): void {
  const isMissing = keyword === "required" || keyword === "dependentRequired";
  const end = isMissing ? path.length - 1 : path.length;
  if (!hasRoom(drafts) || !isOwn(data, path, end)) return;
  const received = isMissing ? undefined : says ? String(path[end - 1]) : partAt(data, path);
  const before = drafts.last;
  drafts.last = {
    path,
    inner: undefined,
    keyword,
    expected,
    received,
    says,
    before,
    count: before ? before.count + 1 : 1,
  };
}

const hasRoom = ({ last, max }: Drafts): boolean => last === undefined || last.count < max;

/**
 * Puts a path in front of the issues that were added behind `last`; takes them back where it leads through what an object has
 * inherited.
 */
export function prefix(drafts: Drafts, last: Draft | undefined, data: unknown, path: readonly PathKey[]): void {
  if (!isOwn(data, path, path.length)) drafts.last = last;
  for (let draft = drafts.last; draft !== undefined && draft !== last; draft = draft.before) {
    draft.inner = { path: draft.path, inner: draft.inner };
    draft.path = path;
  }
}

/** Whether the properties among the first keys of a path are their objects' own: an index is below the array's length, hole or not. */
function isOwn(data: unknown, path: readonly PathKey[], length: number): boolean {
  let part = data;
  for (let index = 0; index < length; index++) {
    const key = path[index] as string | number;
    if (typeof key !== "number" && !Object.hasOwn(part as object, key)) return false;
    if (index + 1 < length) part = (part as Record<string | number, unknown>)[key];
  }
  return true;
}

function partAt(data: unknown, path: readonly PathKey[]): unknown {
  let part = data;
  for (const key of path) part = (part as Record<string | number, unknown>)[key as string | number];
  return part;
}

/**
 * For a value that no branch of a union takes: the issues of the one branch it was meant for, if that can be told. It was
 * meant for a branch that has something to say about its parts, rather than about the whole.
 */
export function closest(
  drafts: Drafts,
  data: unknown,
  path: readonly PathKey[],
  keyword: string,
  expected: string,
  branches: readonly CountingCollector[],
  depth = 0,
): void {
  if (!isOwn(data, path, path.length)) return;
  const meant: Draft[][] = [];
  // A loop takes less of the stack than a callback, and unions may stand in each other.
  for (const collect of branches) {
    const drafted: Drafts = { max: drafts.max, last: undefined };
    collect(partAt(data, path), drafted, depth);
    const found: Draft[] = [];
    for (let draft = drafted.last; draft !== undefined; draft = draft.before) found.unshift(draft);
    if (found.every((draft) => draft.path.length > 0)) meant.push(found);
  }
  if (meant.length !== 1) return report(drafts, data, path, keyword, expected);
  const { last } = drafts;
  for (const draft of meant[0] ?? []) {
    if (hasRoom(drafts)) drafts.last = { ...draft, before: drafts.last, count: (drafts.last?.count ?? 0) + 1 };
  }
  if (path.length > 0) prefix(drafts, last, data, path);
}

/** @param select leaves out what was said before; absent where no place is looked at twice. */
export function safeParse<T>(
  value: unknown,
  collect: Collector,
  options?: ParseOptions,
  select?: Select,
): SafeParseResult<T> {
  const drafts: Drafts = { max: options?.maxIssues ?? 100, last: undefined };
  collect(value, drafts);
  const { last } = drafts;
  return last === undefined ? { success: true, data: value as T } : { success: false, issues: finished(last, select) };
}

export type Select = (issues: readonly Issue[]) => readonly Issue[];

function finished(last: Draft, select?: Select): readonly Issue[] {
  const issues = [finish(last)];
  for (let draft = last.before; draft !== undefined; draft = draft.before) issues.push(finish(draft));
  if (issues.length > 1) issues.reverse();
  return select ? select(issues) : issues;
}

/** What two schemas say of one value in the same words is one issue, and so is a property that both miss. */
export function distinct(issues: readonly Issue[]): readonly Issue[] {
  const said = new Set<string>();
  return issues.filter(({ pointer, keyword, message }) => {
    const words = keyword === "required" ? keyword : message;
    return said.size < said.add(`${pointer}\n${words}`).size;
  });
}

export function parse<T>(value: unknown, collect: Collector, options?: ParseOptions, select?: Select): T {
  const result = safeParse<T>(value, collect, options, select);
  if (result.success) return result.data;
  throw new ValidationError(result.issues);
}
