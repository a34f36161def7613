/**
 * Schemas and contracts with mistakes in them: each ends in a package that a strict TypeScript compiles and Node imports, or
 * in diagnostics with exit code 2 or 3. `MUTATIONS` says how many, `SEED` which.
 */
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exitCodeOf } from "#generator/diagnostics.js";
import { replaceTree, type FileTree } from "../support/file-tree.js";
import { strictProblems } from "../support/strict-program.js";
import { effectsOf } from "./effects.js";
import { makePackage } from "./made-package.js";
import { mutants, type Mutant } from "./mutations.js";
import { seeds } from "./seeds.js";

const folder = fs.mkdtempSync(path.join(tmpdir(), "stepwright-mutation-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const numRuns = Number(process.env["MUTATIONS"] ?? 150);
const seed = Number(process.env["SEED"] ?? 6);

const made = new Map<string, FileTree>();
const wrong: string[] = [];
const codes = new Map<string, number>();

beforeAll(async () => {
  const started = performance.now();
  const given = fc.sample(mutants(seeds()), { numRuns, seed });
  for (const [index, each] of given.entries()) await make(`${index} of ${each.seed.name}`, each);
  const counts = [...codes].sort(([, a], [, b]) => b - a).map(([code, count]) => `${code} ${count}`);
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(`${numRuns} mutants in ${seconds} s: ${made.size} packages; refused by ${counts.join(", ")}\n`);
}, 3_600_000);

async function make(name: string, { files }: Mutant): Promise<void> {
  const input = path.join(folder, "in");
  try {
    const result = await makePackage(files, input);
    if (result.kind === "package") {
      made.set(name, result.files);
      return;
    }
    const first = result.diagnostics.find(({ severity }) => severity === "error")?.code ?? "none";
    codes.set(first, (codes.get(first) ?? 0) + 1);
    const exit = exitCodeOf(result.diagnostics);
    const isPlain = exit === 2 || exit === 3;
    if (!isPlain || result.diagnostics.some(({ code }) => code === "SW240")) throw new Error(result.printed);
  } catch (error) {
    wrong.push(`${name}: ${(error as Error).stack?.split("\n").slice(0, 6).join("\n")}`);
    const kept = process.env["KEEP"];
    if (kept !== undefined) fs.cpSync(input, path.join(kept, name.replaceAll(/\W+/g, "-")), { recursive: true });
  }
}

test("each ends in a package or in a diagnostic", () => {
  expect(wrong).toEqual([]);
  expect(made.size).toBeGreaterThan(numRuns / 10);
  expect(made.size).toBeLessThan(numRuns);
});

test("each package compiles strictly", { timeout: 3_600_000 }, () => {
  const problems = [...made].map(([name, files], index) => {
    const own = path.join(folder, "strict", String(index));
    replaceTree(own, files);
    return { name, index: path.join(own, "index.d.ts") };
  });
  // Some hundred at a time: a program of thousands would want gigabytes.
  for (let start = 0; start < problems.length; start += 150) {
    const found = strictProblems(problems.slice(start, start + 150).map(({ index }) => index));
    expect(
      found.map((each) =>
        each.replace(/^\S*strict\/(\d+)\//, (_, index: string) => `${problems[Number(index)]?.name}: `),
      ),
    ).toEqual([]);
  }
});

test("each package is imported and used without an effect", { timeout: 3_600_000 }, () => {
  expect(effectsOf(made, path.join(folder, "out"))).toEqual([]);
});
