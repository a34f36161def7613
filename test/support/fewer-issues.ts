/**
 * An entry's `safeParse` and right values in; out: whether a smaller `maxIssues` shortens what is said of wrong ones, and
 * changes nothing of it.
 */
import fc from "fast-check";
import { expect } from "vitest";
import type { Json } from "#generator/json/json-schema.js";
import type { ParseOptions, SafeParseResult } from "#generator/runtime/issue.js";
import { changed } from "./changed-values.js";

export type SafeParse = (value: unknown, options?: ParseOptions) => SafeParseResult<unknown>;

/** @returns how many of the values had more than one issue. */
export function expectFewerToBeTheFirst(safeParse: SafeParse, values: readonly Json[], numRuns: number): number {
  let severalIssues = 0;
  const issues = (value: Json, maxIssues?: number) => {
    const result = safeParse(value, maxIssues === undefined ? {} : { maxIssues });
    return result.success ? [] : result.issues;
  };
  fc.assert(
    fc.property(fc.constantFrom(...values).chain(changed), (value) => {
      const all = issues(value);
      severalIssues += Number(all.length > 1);
      for (const most of [1, 2, 3, 4, 5]) expect(issues(value, most)).toEqual(all.slice(0, most));
    }),
    { numRuns, seed: Number(process.env["PROPERTY_SEED"] ?? 7) },
  );
  return severalIssues;
}
