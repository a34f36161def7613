/** The examples of docs/questions.md are true of the README's contract with what they add to it. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Contract } from "#generator/contract.js";
import { generate } from "#generator/index.js";

type Added = Partial<Omit<Contract, "steps">> & { readonly steps?: Partial<Contract["steps"]> };

const blocksOf = (text: string, language: string): string[] =>
  [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, of, block = ""]) => (of === language ? [block] : []));
const questions = fs.readFileSync("docs/questions.md", "utf8");
const [renaming, passing] = blocksOf(questions, "json").map((block) => JSON.parse(block) as Added);

let folder: string;
const at = (file: string): string => path.join(folder, file);
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), "stepwright-questions-"));
  fs.writeFileSync(at("package.json"), JSON.stringify({ type: "module" }));
  const readme = fs.readFileSync("README.md", "utf8");
  for (const [, file = "", text = ""] of readme.matchAll(/`(build\.\w+\.json)`\n\n```json\n(.*?)^```$/gms)) {
    fs.writeFileSync(at(file), text);
  }
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Makes the package where the examples import it from. */
async function generateWith(added: Added = {}): Promise<void> {
  const contract = JSON.parse(fs.readFileSync(at("build.contract.json"), "utf8")) as Contract;
  const text = JSON.stringify({ ...contract, ...added, steps: { ...contract.steps, ...added.steps } });
  fs.writeFileSync(at("changed.contract.json"), text);
  const made = await generate({ contract: at("changed.contract.json"), out: at("node_modules/build-workflow") });
  expect(made).toMatchObject({ success: true, diagnostics: [] });
}

test("types and factories are renamed", async () => {
  await generateWith(renaming);
  const steps = fs.readFileSync(at("node_modules/build-workflow/steps.d.ts"), "utf8");
  expect(steps).toMatch(/function checkOut\(\s*input: [^)]*\bCheckoutInput\b/);
});

describe.each(blocksOf(questions, "ts").map((example, index) => [index, example] as const))(
  "example %i",
  (index, example) => {
    test("compiles strictly and prints what its comments say", async () => {
      await generateWith([undefined, passing][index]);
      fs.writeFileSync(at("example.ts"), example);
      const compilerOptions = {
        ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noUnusedLocals: true },
        ...{ target: "es2022", module: "nodenext", types: ["node"], typeRoots: [path.resolve("node_modules/@types")] },
      };
      fs.writeFileSync(at("tsconfig.json"), JSON.stringify({ compilerOptions, files: ["example.ts"] }));
      const printed = [path.resolve("node_modules/typescript/bin/tsc"), "example.js"].map((program) => {
        const { stdout, stderr } = spawnSync(process.execPath, [program], { cwd: folder, encoding: "utf8" });
        return stdout + stderr;
      });
      const comments = [...example.matchAll(/^\/\/ (.*\n)/gm)].map(([, line]) => line);
      expect(printed).toEqual(["", comments.join("")]);
    });
  },
);
