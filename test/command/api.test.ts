/** `import … from "stepwright"` on the disk: the examples of docs/api.md, with the README's contract and schema beside them. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as api from "#generator/index.js";

let folder: string;
const at = (file: string): string => path.join(folder, file);
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), "stepwright-api-"));
  fs.mkdirSync(at("node_modules"));
  fs.symlinkSync(path.resolve("."), at("node_modules/stepwright"));
  fs.writeFileSync(at("package.json"), JSON.stringify({ type: "module" }));
  const readme = fs.readFileSync("README.md", "utf8");
  for (const [, file = "", text = ""] of readme.matchAll(/`(build\.\w+\.json)`\n\n```json\n(.*?)^```$/gms)) {
    fs.writeFileSync(at(file), text);
  }
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function node(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  return { code: status, stdout, stderr };
}

test("the documented examples compile strictly and print what their comments say", () => {
  const examples = [...fs.readFileSync("docs/api.md", "utf8").matchAll(/^```ts\n(.*?)^```$/gms)].map(
    ([, text]) => text,
  );
  expect(examples).toHaveLength(2);
  const files = examples.map((_, index) => `example${index}.ts`);
  examples.forEach((text = "", index) => fs.writeFileSync(at(files[index] ?? ""), text));
  const compilerOptions = {
    ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noUnusedLocals: true },
    ...{ target: "es2022", module: "nodenext", types: ["node"], typeRoots: [path.resolve("node_modules/@types")] },
  };
  fs.writeFileSync(at("tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  expect(node(path.resolve("node_modules/typescript/bin/tsc"))).toEqual({ code: 0, stdout: "", stderr: "" });
  for (const [index, text = ""] of examples.entries()) {
    const comments = [...text.matchAll(/^\/\/ (.*\n)/gm)].map(([, line]) => line);
    expect(node(`example${index}.js`)).toEqual({ code: 0, stdout: comments.join(""), stderr: "" });
  }
});

test("a package that was never made is stale; of one that was edited only that is written", async () => {
  const target = { contract: at("build.contract.json"), out: at("out") };
  expect(await api.check(target)).toMatchObject({
    ...{ success: false, isStale: true, difference: "" },
    diagnostics: [{ code: "SW301", hint: expect.stringContaining("npx stepwright generate ") }],
  });
  await api.generate(target);
  fs.appendFileSync(at("out/index.js"), "// mine\n");
  expect(await api.generate(target)).toEqual({ success: true, written: ["index.js"], removed: [], diagnostics: [] });
});
