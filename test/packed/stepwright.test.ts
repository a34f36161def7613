/**
 * The command as it is published: packed from the sources alone, installed with its dependencies into an empty folder, run
 * there by npx.
 */
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
    // The runtime's declarations are copied into a package with types; nobody reads the others.
    const built = modules.flatMap((file) => [
      `dist/${file.replace(/\.ts$/, ".js")}`,
      ...(file.startsWith("runtime/") ? [`dist/${file.replace(/\.ts$/, ".d.ts")}`] : []),
    ]);
    const rest = ["LICENSE", "README.md", "dist/build-id.txt", "package.json", "schemas/contract.schema.json"];
    expect(tarball.contents).toEqual([...built, ...rest].sort());
  });

  test("publint, strict, finds nothing", () => {
    expect(run(process.execPath, [binOf("publint", "publint"), tarball.file, "--strict"], folder)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("All good!"),
    });
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
