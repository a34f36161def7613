/** A value and a collector in; the value, typed, or what is wrong with it out. */
import { ValidationError } from "./issue-error.js";
import type { ParseOptions, SafeParseResult } from "./issue.js";
import type { Collector } from "./issues.js";
import { finish } from "./message.js";

export function safeParse<T>(value: unknown, collect: Collector, options?: ParseOptions): SafeParseResult<T> {
  const last = collect(value, options?.maxIssues ?? 100);
  if (last === undefined) return { success: true, data: value as T };
  const issues = [finish(last)];
  for (let draft = last.before; draft !== undefined; draft = draft.before) issues.push(finish(draft));
  issues.reverse();
  return { success: false, issues };
}

export function parse<T>(value: unknown, collect: Collector, options?: ParseOptions): T {
  const result = safeParse<T>(value, collect, options);
  if (result.success) return result.data;
  throw new ValidationError(result.issues);
}
