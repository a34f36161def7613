/** What a program with civitai-workflow may say, and what must not compile: the programs in `types/`, in one strict check. */
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { looseProblems, strictProblems } from "./support/strict-program.js";

test("the programs compile, and each mistake in them is one", () => {
  const programs = readdirSync("test/types").map((file) => `test/types/${file}`);
  expect(programs).toContain("test/types/mistakes.ts");
  expect(strictProblems(programs)).toEqual([]);
});

test("the package's types do without strict", () => {
  expect(looseProblems(["test/types/without-strict.ts"])).toEqual([]);
});
