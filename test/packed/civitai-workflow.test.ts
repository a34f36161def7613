/**
 * The package in `generated/`, packed and installed elsewhere: used by plain Node, type-checked by four TypeScripts, looked
 * over by the linters for packages.
 */
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { binOf, install, pack, run, type Tarball } from "./npm.js";

const folder = fs.mkdtempSync(path.join(tmpdir(), "civitai-workflow-"));
const application = path.join(folder, "application");
let tarball: Tarball;
beforeAll(() => {
  tarball = pack(path.resolve("generated"), folder);
  install(tarball, application, "--offline");
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const node = (...args: string[]) => run(process.execPath, args, application);
const fine = { code: 0, stdout: "", stderr: "" };

describe("the tarball", () => {
  const modules = ["constants", "index", "json-schema", "steps", "types", "validators"];
  const files = [
    ...["LICENSE", "README.md", "package.json", "schema.json"],
    ...modules.flatMap((name) => [`${name}.js`, `${name}.d.ts`]),
  ];

  test("holds the package and nothing else", () => {
    expect(tarball.contents).toEqual(files.sort());
  });

  test("holds every file that `exports` names", () => {
    const { exports } = JSON.parse(fs.readFileSync("generated/package.json", "utf8")) as { exports: object };
    const named = JSON.stringify(exports)
      .match(/\.\/[\w-]+\.[\w.]+/g)
      ?.map((file) => file.slice(2));
    expect(tarball.contents).toEqual(expect.arrayContaining(named ?? []));
    expect(named?.length).toBeGreaterThan(8);
  });

  test("brings no dependency along", () => {
    const installed = fs.readdirSync(path.join(application, "node_modules")).filter((name) => !name.startsWith("."));
    expect(installed).toEqual(["civitai-workflow"]);
  });
});

test("plain Node uses it, with code generation from strings forbidden", () => {
  fs.copyFileSync("test/packed/usage.mjs", path.join(application, "usage.mjs"));
  expect(node("--disallow-code-generation-from-strings", "--no-warnings", "usage.mjs")).toEqual(fine);
});

describe("a strict program compiles, and each of its mistakes is one", () => {
  const resolutions = {
    nodenext: { module: "nodenext", moduleResolution: "nodenext" },
    bundler: { module: "esnext", moduleResolution: "bundler" },
  };
  const compilers = ["typescript-5.4", "typescript-5.9", "typescript-6", "typescript"];
  const strict = {
    ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, verbatimModuleSyntax: true },
    // Without skipLibCheck the package's own declarations are checked too.
    ...{ target: "es2022", lib: ["es2022"], types: [], resolveJsonModule: true, noEmit: true, skipLibCheck: false },
  };
  beforeAll(() => {
    fs.cpSync("test/types", path.join(application, "types"), { recursive: true });
    for (const [name, options] of Object.entries(resolutions)) {
      const config = { compilerOptions: { ...strict, ...options }, include: ["types"] };
      fs.writeFileSync(path.join(application, `tsconfig.${name}.json`), JSON.stringify(config));
    }
  });

  for (const compiler of compilers) {
    test.each(Object.keys(resolutions))(`${compiler}, %s`, (resolution) => {
      expect(node(binOf(compiler, "tsc"), "-p", `tsconfig.${resolution}.json`)).toEqual(fine);
    });
  }
});

describe("a CommonJS program requires it", () => {
  const program = `import { imageGen, isWorkflow } from "civitai-workflow";
console.log(isWorkflow(imageGen({ engine: "sdxl" })));
`;

  test.each(["typescript-5.9", "typescript-6", "typescript"])("as %s compiles it with nodenext", (compiler) => {
    const compilerOptions = { strict: true, target: "es2022", module: "nodenext", types: [] };
    const config = { compilerOptions, files: ["common.cts"] };
    fs.writeFileSync(path.join(application, "common.cts"), program);
    fs.writeFileSync(path.join(application, "tsconfig.common.json"), JSON.stringify(config));
    expect(node(binOf(compiler, "tsc"), "-p", "tsconfig.common.json")).toEqual(fine);
    expect(fs.readFileSync(path.join(application, "common.cjs"), "utf8")).toContain('require("civitai-workflow")');
    expect(node("--no-warnings", "common.cjs")).toEqual({ ...fine, stdout: "false\n" });
  });
});

describe("the linters for packages", () => {
  test("publint, strict", () => {
    expect(node(binOf("publint", "publint"), tarball.file, "--strict")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("All good!"),
    });
  });

  test("are the types wrong? for ESM only", () => {
    const attw = binOf("@arethetypeswrong/cli", "attw");
    expect(node(attw, tarball.file, "--profile", "esm-only")).toMatchObject({ code: 0 });
  });
});
