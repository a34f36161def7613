/** A value and a collector in; the value, typed, or what is wrong with it out. */
import { ValidationError } from "./issue-error.js";
import type { Issue, ParseOptions, SafeParseResult } from "./issue.js";
import type { Collector, Draft } from "./issues.js";
import { finish } from "./message.js";

export function safeParse<T>(value: unknown, collect: Collector, options?: ParseOptions): SafeParseResult<T> {
  const most = options?.maxIssues ?? 100;
  const last = collect(value, most > 100 ? most : 100); // what is told first does not depend on how much is told
  if (last === undefined) return { success: true, data: value as T };
  const issues: Issue[] = [];
  for (let draft: Draft | undefined = last; draft !== undefined; draft = draft.before)
    if (draft.count < 2 || draft.count <= most) issues.push(finish(draft));
  issues.reverse();
  return { success: false, issues };
}

export function parse<T>(value: unknown, collect: Collector, options?: ParseOptions): T {
  const result = safeParse<T>(value, collect, options);
  if (result.success) return result.data;
  throw new ValidationError(result.issues);
}
