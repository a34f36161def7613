/**
 * The command as it is published: packed from the sources alone, installed with its dependencies into an empty folder, run
 * there by npx.
 */
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects } from "#generator/schema/dialect/dialects.js";
import { binOf, install, pack, run, type Tarball } from "./npm.js";

const folder = fs.mkdtempSync(path.join(tmpdir(), "stepwright-packed-"));
const sources = path.join(folder, "sources");
const application = path.join(folder, "application");
let tarball: Tarball;
beforeAll(() => {
  // Without a dist/ that may hold more than is built from the sources of today.
  for (const each of ["package.json", "README.md", "LICENSE", "tsconfig.json", "generator", "schemas"]) {
    fs.cpSync(each, path.join(sources, each), { recursive: true });
  }
  fs.symlinkSync(path.resolve("node_modules"), path.join(sources, "node_modules"));
  tarball = pack(sources, folder);
  install(tarball, application, "--prefer-offline");
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const filesBelow = (root: string): string[] =>
  fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();

const textsBelow = (root: string): Record<string, string> =>
  Object.fromEntries(filesBelow(root).map((file) => [file, fs.readFileSync(path.join(root, file), "utf8")]));

describe("the tarball", () => {
  test("holds what the command needs and nothing else", () => {
    const modules = filesBelow("generator").filter((file) => file.endsWith(".ts"));
    // The runtime's declarations are copied into a package with types; the API's are read by whoever imports it.
    const declared = ["contract", "diagnostic-catalogue", "diagnostics", "given", "index", "json/json-schema"];
    const built = modules.flatMap((file) => [
      `dist/${file.replace(/\.ts$/, ".js")}`,
      ...(file.startsWith("runtime/") || declared.includes(file.replace(/\.ts$/, ""))
        ? [`dist/${file.replace(/\.ts$/, ".d.ts")}`]
        : []),
    ]);
    const compiled = dialects.map((dialect) => `dist/schema/dialect/meta-schema-${dialect}.cjs`);
    const schemas = ["schemas/contract.schema.json", "schemas/report.schema.json"];
    const rest = [
      "LICENSE",
      "README.md",
      "dist/build-id.txt",
      "dist/load/contract-validator.cjs",
      "dist/schema/dialect/meta-schemas.cjs",
      "package.json",
      ...schemas,
      ...compiled,
    ];
    expect(tarball.contents).toEqual([...built, ...rest].sort());
  });

  test("publint, strict, finds nothing", () => {
    expect(run(process.execPath, [binOf("publint", "publint"), tarball.file, "--strict"], folder)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("All good!"),
    });
  });
});

describe("a program that imports it compiles strictly", () => {
  const program = `
    import { check, formatDiagnostics, generate, generateFiles, type Contract, type Diagnostic } from "stepwright";
    const { diagnostics }: { readonly diagnostics: readonly Diagnostic[] } = await generate({ contract: "a.json", out: "a" });
    const text: string = await formatDiagnostics(diagnostics);
    // @ts-expect-error -- a contract is a path
    await check({ contract: {} });
    // @ts-expect-error -- a schema is a text with a name
    await generateFiles({ contract: { file: "a.json", text }, schema: {} });
    // @ts-expect-error -- such a direction there is none
    export const direction: Contract["entries"][string]["direction"] = "sideways";`;
  const resolutions = {
    node16: { module: "node16", moduleResolution: "node16" },
    bundler: { module: "esnext", moduleResolution: "bundler" },
  };
  const strict = { strict: true, target: "es2022", lib: ["es2022"], types: [], noEmit: true, skipLibCheck: false };

  for (const compiler of ["typescript-5.9", "typescript-6", "typescript"]) {
    test.each(Object.entries(resolutions))(`${compiler}, %s`, (name, options) => {
      fs.writeFileSync(path.join(application, "program.ts"), program);
      const config = { compilerOptions: { ...strict, ...options }, files: ["program.ts"] };
      fs.writeFileSync(path.join(application, `tsconfig.${name}.json`), JSON.stringify(config));
      const { code, stdout } = run(
        process.execPath,
        [binOf(compiler, "tsc"), "-p", `tsconfig.${name}.json`],
        application,
      );
      expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    });
  }

  test("are the types wrong? for ESM only", () => {
    const attw = binOf("@arethetypeswrong/cli", "attw");
    const { code, stdout } = run(process.execPath, [attw, tarball.file, "--profile", "esm-only"], folder);
    expect(code, stdout).toBe(0);
  });
});

describe("npx stepwright, in a folder that has nothing else", () => {
  const npx = (...args: string[]) => run("npx", ["--offline", "stepwright", ...args], application);

  test("--version", () => {
    const { version } = JSON.parse(fs.readFileSync("package.json", "utf8")) as { version: string };
    expect(npx("--version")).toMatchObject({ code: 0, stdout: `${version}\n` });
  });

  test("generate writes, byte for byte, what is committed here", () => {
    fs.cpSync("schemas", path.join(application, "schemas"), { recursive: true });
    const generate = ["generate", "schemas/civitai-workflow.contract.json"];
    expect(npx(...generate)).toMatchObject({ code: 0 });
    expect(textsBelow(path.join(application, "generated"))).toEqual(textsBelow("generated"));
    expect(npx(...generate, "--check")).toMatchObject({ code: 0 });
  });
});
