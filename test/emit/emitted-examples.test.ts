/**
 * The first example of every golden package's README, run with the package itself: it makes a valid request, where there are steps.
 * Made-up packages, some without a valid request, go through `properties/step-packages.test.ts`.
 */
import { execFile } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import ts from "typescript-5.9";
import { afterAll, expect, test } from "vitest";
import { goldenCases, hasPackage } from "../support/golden-cases.js";

const folder = fs.mkdtempSync(path.join(tmpdir(), "emitted-examples-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

test.each(goldenCases.filter(hasPackage))("$name", async ({ name, expected }) => {
  const [, example = ""] =
    /^## Use\n\n```ts\n([^]*?)^```$/m.exec(fs.readFileSync(`${expected}/README.md`, "utf8")) ?? [];
  const application = path.join(folder, name);
  const { name: packageName } = JSON.parse(fs.readFileSync(`${expected}/package.json`, "utf8")) as { name: string };
  const installed = path.join(application, "node_modules", packageName);
  fs.mkdirSync(path.dirname(installed), { recursive: true });
  fs.symlinkSync(path.resolve(expected), installed);
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  fs.writeFileSync(path.join(application, "example.mjs"), ts.transpile(example, options));
  const { stdout } = await promisify(execFile)(process.execPath, ["example.mjs"], { cwd: application });
  expect(stdout).toBe(fs.existsSync(`${expected}/steps.js`) ? "true\n" : "");
});
