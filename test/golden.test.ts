/**
 * Every golden case: what the generator makes of an input is, file for file and byte for byte, what is expected of it; and
 * what is expected compiles, imports and answers. `npm run golden:update` renews the expected output.
 */
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readTree, type FileTree } from "./support/file-tree.js";
import { civitai, goldenCases, hasPackage, usageOf, valuesOf, type GoldenCase } from "./support/golden-cases.js";
import { goldenDifference, updateGolden } from "./support/golden-difference.js";
import { oracleOf } from "./support/oracle.js";
import { askPackages, type PackageAnswer } from "./support/packages.js";
import { runCase } from "./support/run-case.js";
import { strictProblems } from "./support/strict-program.js";

const isUpdating = process.env["UPDATE_GOLDEN"] === "1";

test.skipIf(!isUpdating)("golden files are never renewed in CI", () => expect(process.env["CI"]).toBeFalsy());

describe("what is emitted is what is expected", () => {
  test.each(goldenCases)("$name", async (golden) => {
    const emitted = await runCase(golden.contract);
    if (golden.name.startsWith("bad-")) expect([...emitted.keys()]).toEqual(["diagnostics.txt"]);
    if (isUpdating && golden !== civitai && !process.env["CI"]) updateGolden(golden, emitted);
    const difference = goldenDifference(golden, emitted);
    expect(difference === "", difference).toBe(true);
  });
});

describe("the expected packages", () => {
  const packages = () => goldenCases.filter(hasPackage);

  test("compile in one strict program, with the programs that use them", () => {
    const declarations = packages().flatMap(({ expected, besides }) =>
      [...readTree(expected, besides).keys()]
        .filter((file) => file.endsWith(".d.ts"))
        .map((file) => `${expected}/${file}`),
    );
    expect(declarations.length).toBeGreaterThanOrEqual(3 * packages().length);
    expect(strictProblems([...declarations, ...packages().flatMap((golden) => usageOf(golden) ?? [])])).toEqual([]);
  });

  describe("answer in plain Node, and as AJV does on the canonical schema", () => {
    let answers: ReadonlyMap<string, PackageAnswer>;
    beforeAll(() => {
      const asked = packages();
      const requests = asked.map((golden) => ({
        index: `${golden.expected}/index.js`,
        questions: questionsOf(golden),
      }));
      const answered = askPackages(requests);
      answers = new Map(answered.map((answer, index) => [asked[index]?.name ?? "", answer]));
    });

    test.each(packages())("$name", async (golden) => {
      const values = Object.entries(valuesOf(golden) ?? {});
      const { exports = [], verdicts = [] } = answers.get(golden.name) ?? {};
      const names = values.flatMap(([entry]) => [
        `is${entry}`,
        `parse${entry}`,
        `safeParse${entry}`,
        schemaName(entry),
      ]);
      expect(exports).toEqual(expect.arrayContaining(names));
      // An entry without values would go untested.
      expect(values.map(([entry]) => entry).sort()).toEqual(entriesOf(exports));

      const oracle = await oracleOf(golden.contract);
      const wanted = values.flatMap(([entry, { valid, invalid }]) => [
        ...valid.map((value) => ({ entry, value, valid: true })),
        ...invalid.map((value) => ({ entry, value, valid: false })),
      ]);
      const told = wanted.map((each, index) => ({
        ...each,
        ...verdicts[index],
        ajv: oracle.accepts(each.entry, each.value),
      }));
      const wrong = told.filter(
        ({ valid, guard, safeParse, parse, standard, ajv, sameValue }) =>
          ![guard, safeParse, parse, standard, ajv].every((verdict) => verdict === valid) || sameValue === false,
      );
      expect(wrong).toEqual([]);
    });
  });
});

describe("the harness", () => {
  const folder = fs.mkdtempSync(path.join(tmpdir(), "stepwright-golden-"));
  afterAll(() => fs.rmSync(folder, { recursive: true }));
  const golden: GoldenCase = { ...civitai, name: "one", expected: `${folder}/expected`, updateCommand: "renew" };
  const tree = (files: Record<string, string>): FileTree => new Map(Object.entries(files));

  test("names the case, what differs and the command", () => {
    expect(goldenDifference(golden, tree({ "a.js": "a\n" }))).toMatch(
      /^golden case "one":\nthere is nothing in .*run `renew`/s,
    );
    updateGolden(golden, tree({ "a.js": "a\n", "b/c.js": "c\n" }));
    expect(goldenDifference(golden, tree({ "a.js": "a\n", "b/c.js": "c\n" }))).toBe("");
    const difference = goldenDifference(golden, tree({ "a.js": "other\n", "d.js": "" }));
    expect(difference).toContain("no longer emitted: b/c.js\nnot expected: d.js\n");
    expect(difference).toContain("-a\n+other\n");
  });

  test("takes every folder for a case", () => {
    expect(goldenCases.map(({ name }) => name).sort()).toEqual(fs.readdirSync("test/golden").sort());
  });

  test("removes what is no longer emitted when it renews", () => {
    updateGolden(golden, tree({ "a.js": "a\n", "b/c.js": "c\n" }));
    updateGolden(golden, tree({ "a.js": "a\n" }));
    expect([...readTree(golden.expected).keys()]).toEqual(["a.js"]);
  });
});

function questionsOf(golden: GoldenCase) {
  return Object.entries(valuesOf(golden) ?? {}).flatMap(([entry, { valid, invalid }]) =>
    [...valid, ...invalid].map((value) => ({ entry, value })),
  );
}

const schemaName = (entry: string): string => `${entry.charAt(0).toLowerCase()}${entry.slice(1)}Schema`;

/** The entry types that a package has validators for, by what it exports. */
const entriesOf = (exports: readonly string[]): readonly string[] =>
  exports.flatMap((name) => /^safeParse(\w+)$/.exec(name)?.[1] ?? []).sort();
