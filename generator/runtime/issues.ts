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

export type Drafts = Draft[] & { max: number };
export type Collector = (value: unknown, drafts: Drafts) => void;

/** There is room for one issue at least: an empty list says that a value is valid. */
const draftList = (max: number): Drafts => Object.assign([], { max: max >= 1 ? max : 1 });

/** Adds an issue, unless there are enough. A list of `expected` values becomes text only when somebody reads it. */
export function report(
  drafts: Drafts,
  path: (string | number)[],
  keyword: string,
  expected: string | readonly unknown[],
  received: unknown,
  says?: string,
): void {
  if (drafts.length < drafts.max) drafts.push({ path, keyword, expected, received, says });
}

/** Puts a path in front of the issues that were added since there were `count`. */
export function prefix(drafts: Drafts, count: number, path: (string | number)[]): void {
  for (let index = count; index < drafts.length; index++) (drafts[index] as Draft).path.unshift(...path);
}

/**
 * For a value that no branch of a union takes: the issues of the one branch it was meant for, if that can be told. It was
 * meant for a branch that has something to say about its parts, rather than about the whole.
 */
export function closest(
  drafts: Drafts,
  path: (string | number)[],
  keyword: string,
  expected: string,
  received: unknown,
  branches: readonly Collector[],
): void {
  const meant = branches
    .map((collect) => {
      const found = draftList(drafts.max);
      collect(received, found);
      return found;
    })
    .filter((found) => found.every((draft) => draft.path.length > 0));
  if (meant.length !== 1) return report(drafts, path, keyword, expected, received);
  const count = drafts.length;
  for (const draft of meant[0] ?? []) if (drafts.length < drafts.max) drafts.push(draft);
  prefix(drafts, count, path);
}

export function safeParse<T>(value: unknown, collect: Collector, options?: ParseOptions): SafeParseResult<T> {
  const drafts = draftList(options?.maxIssues ?? 100);
  collect(value, drafts);
  return drafts.length === 0
    ? { success: true, data: value as T }
    : { success: false, issues: distinct(drafts.map(finish)) };
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
