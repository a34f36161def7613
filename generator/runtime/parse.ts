/** A value and a collector in; the value, typed, or what is wrong with it out. */
import type { Collector, Draft } from "./issues.js";
import { ValidationError, type Issue, type ParseOptions, type SafeParseResult } from "./issue.js";
import { finish } from "./message.js";

/** @param select leaves out what was said before; absent where no place is looked at twice. */
export function safeParse<T>(
  value: unknown,
  collect: Collector,
  options?: ParseOptions,
  select?: Select,
): SafeParseResult<T> {
  const max = options?.maxIssues ?? 100;
  const found = collect(value, max);
  return found === undefined
    ? { success: true, data: value as T }
    : { success: false, issues: finished(found, max, select) };
}

export type Select = (issues: readonly Issue[]) => readonly Issue[];

/** The first `max` issues of a chain: a part may have brought more than there was room for. */
function finished(found: Draft, max: number, select?: Select): readonly Issue[] {
  let last = found;
  while (last.before !== undefined && !(last.count <= max)) last = last.before;
  const issues = [finish(last)];
  for (let draft = last.before; draft !== undefined; draft = draft.before) issues.push(finish(draft));
  issues.reverse();
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
