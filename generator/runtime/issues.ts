/**
 * How a validator collects what is wrong with a value. A collector adds nothing for a valid value; a path is built from
 * the inside out, only where there is an issue.
 */
import { finish } from "./message.js";
import { ValidationError, type Issue, type ParseOptions, type SafeParseResult } from "./issue.js";

/** An issue on its way out: the path grows at the front. */
export interface Draft {
  path: (string | number)[];
  readonly keyword: string;
  readonly expected: string | readonly unknown[];
  readonly received: unknown;
  /** What is said of the place, where it is not that it "must be" what was expected. */
  readonly says?: string | undefined;
}

/** At most `max` of them. A plain object: an array with a property of its own costs more than a small value's check. */
export interface Drafts {
  length: number;
  readonly max: number;
  [index: number]: Draft;
}

export type Path = (string | number)[];
export type Collector = (value: unknown, drafts: Drafts) => void;
/** A collector of a type that contains itself: `depth` is how far the value is below the place where that began. */
export type CountingCollector = (value: unknown, drafts: Drafts, depth: number) => void;

/** There is room for one issue at least: an empty list says that a value is valid. */
const draftList = (max: number): Drafts => ({ length: 0, max: max >= 1 ? max : 1 });

/**
 * Adds an issue about what is at a path in `data`, or about the path's last key where it `says` something of its own; none where
 * there are enough, or where the path leads through what an object has inherited. A list of `expected` values becomes text only
 * when somebody reads it.
 */
export function report(
  drafts: Drafts,
  data: unknown,
  path: Path,
  keyword: string,
  expected: string | readonly unknown[],
  says?: string,
): void {
  const isMissing = keyword === "required" || keyword === "dependentRequired";
  if (drafts.length >= drafts.max || !isOwn(data, isMissing ? path.slice(0, -1) : path)) return;
  const received = isMissing ? undefined : says ? path.at(-1) : partAt(data, path);
  drafts[drafts.length++] = { path, keyword, expected, received, says };
}

/**
 * Puts a path in front of the issues that were added since there were `count`; takes them back where it leads through what an
 * object has inherited.
 */
export function prefix(drafts: Drafts, count: number, data: unknown, path: Path): void {
  if (!isOwn(data, path)) drafts.length = count;
  for (let index = count; index < drafts.length; index++) (drafts[index] as Draft).path.unshift(...path);
}

/** Whether every property on the path is its object's own. An index is below the array's length, hole or not. */
function isOwn(data: unknown, path: Path): boolean {
  let part = data;
  for (const key of path) {
    if (typeof key === "string" && !Object.hasOwn(part as object, key)) return false;
    part = (part as Record<string | number, unknown>)[key];
  }
  return true;
}

const partAt = (data: unknown, path: Path): unknown =>
  path.reduce((part, key) => (part as Record<string | number, unknown>)[key], data);

/**
 * For a value that no branch of a union takes: the issues of the one branch it was meant for, if that can be told. It was
 * meant for a branch that has something to say about its parts, rather than about the whole.
 */
export function closest(
  drafts: Drafts,
  data: unknown,
  path: Path,
  keyword: string,
  expected: string,
  branches: readonly CountingCollector[],
  depth = 0,
): void {
  if (!isOwn(data, path)) return;
  const meant: Draft[][] = [];
  // A loop takes less of the stack than a callback, and unions may stand in each other.
  for (const collect of branches) {
    const drafted = draftList(drafts.max);
    collect(partAt(data, path), drafted, depth);
    const found = Array.from(drafted);
    if (found.every((draft) => draft.path.length > 0)) meant.push(found);
  }
  if (meant.length !== 1) return report(drafts, data, path, keyword, expected);
  const count = drafts.length;
  for (const draft of meant[0] ?? []) if (drafts.length < drafts.max) drafts[drafts.length++] = draft;
  prefix(drafts, count, data, path);
}

export function safeParse<T>(value: unknown, collect: Collector, options?: ParseOptions): SafeParseResult<T> {
  const drafts = draftList(options?.maxIssues ?? 100);
  collect(value, drafts);
  return drafts.length === 0 ? { success: true, data: value as T } : { success: false, issues: finished(drafts) };
}

function finished(drafts: Drafts): readonly Issue[] {
  const issues: Issue[] = [];
  for (let index = 0; index < drafts.length; index++) issues.push(finish(drafts[index] as Draft));
  return issues.length > 1 ? distinct(issues) : issues;
}

/** What two schemas say of one value in the same words is one issue, and so is a property that both miss. */
function distinct(issues: readonly Issue[]): readonly Issue[] {
  const said = new Set<string>();
  return issues.filter(({ pointer, keyword, message }) => {
    const words = keyword === "required" ? keyword : message;
    return said.size < said.add(`${pointer}\n${words}`).size;
  });
}

export function parse<T>(value: unknown, collect: Collector, options?: ParseOptions): T {
  const result = safeParse<T>(value, collect, options);
  if (result.success) return result.data;
  throw new ValidationError(result.issues);
}
