/**
 * What is said first of a wrong value does not depend on how much is told: of the golden packages' values with several things wrong.
 */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import type { Json } from "#generator/json/json-schema.js";
import { expectFewerToBeTheFirst, type SafeParse } from "../support/fewer-issues.js";
import { goldenCases, hasPackage, valuesOf } from "../support/golden-cases.js";

test.each(goldenCases.filter(hasPackage))("$name", async (golden) => {
  const index = pathToFileURL(path.resolve(golden.expected, "index.js")).href;
  const exports = (await import(/* @vite-ignore */ index)) as Readonly<Record<string, unknown>>;
  const several = Object.entries(valuesOf(golden) ?? {}).map(([entry, { valid, invalid }]) =>
    expectFewerToBeTheFirst(exports[`safeParse${entry}`] as SafeParse, [...valid, ...invalid] as Json[], 100),
  );
  expect(several.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(0);
});
