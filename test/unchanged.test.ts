/**
 * Nothing changed, nothing done: a package and its inputs on the disk, one thing changed, and whether the run is made again.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readSources } from "#generator/load/read-sources.js";
import type { Diagnostic } from "#generator/diagnostics.js";
import { checkPackage } from "#generator/write/check.js";
import { lockName } from "#generator/write/lock.js";
import { manifestName, sealPackage, type Manifest } from "#generator/write/manifest.js";
import { sameContent } from "#generator/write/same-content.js";
import { haveSameTexts } from "#generator/write/same-texts.js";
import { stagingName } from "#generator/write/staging.js";
import { writePackage } from "#generator/write/write.js";

let folder: string;
beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(tmpdir(), "stepwright-unchanged-"));
  put("in/a.contract.json", contract);
  put("in/a.schema.json", schema);
  put("in/a.overlay.json", { overlay: "1.0.0", info: { title: "A", version: "1" }, actions: [] });
  put("in/parts/b.json", { $defs: { B: { $ref: "c.yaml" } } });
  put("in/parts/c.yaml", "type: string # a text\n");
  put("in/other.json", schema);
  await write();
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const contract = {
  schema: "a.schema.json",
  overlay: "a.overlay.json",
  package: { name: "a", version: "1.0.0", license: "MIT", description: "A." },
  entries: { A: { at: "#", direction: "both" } },
};
const schema = {
  title: "A",
  properties: { b: { $ref: "parts/b.json#/$defs/B" } },
  default: { $ref: "data.json" },
};
const emitted = new Map([
  ["index.js", "export {};\n"],
  ["steps/one.js", "export const one = 1;\n"],
]);

const at = (file: string): string => path.join(folder, file);
function put(file: string, content: object | string): void {
  fs.mkdirSync(path.dirname(at(file)), { recursive: true });
  fs.writeFileSync(at(file), typeof content === "string" ? content : JSON.stringify(content));
}
const edit = (file: string, change: (text: string) => string): void =>
  fs.writeFileSync(at(file), change(fs.readFileSync(at(file), "utf8")));
const replaceByLink = (file: string, target: string): void => {
  remove(file);
  fs.symlinkSync(target, at(file));
};
const remove = (file: string): void => fs.rmSync(at(file), { recursive: true });

async function write(remarks: Parameters<typeof sealPackage>[2] = []): Promise<void> {
  await writePackage(sealPackage(emitted, await readSources(at("in/a.contract.json")), remarks), at("out"));
}

interface Options {
  readonly schema?: string;
  readonly out?: string;
  readonly contract?: string;
}
const areTextsSame = (options: Options = {}): boolean =>
  haveSameTexts({ contract: at("in/a.contract.json"), out: at("out"), ...options });
/** What is seen without parsing is seen with it, too. */
async function isLeftOut(options: Options = {}): Promise<boolean> {
  const sources = await readSources(options.contract ?? at("in/a.contract.json"), options);
  const isSame = sameContent(sources, options.out ?? at("out")) !== undefined;
  if (!isSame) expect(areTextsSame(options)).toBe(false);
  return isSame;
}

function editManifest(change: (manifest: Manifest) => object): void {
  edit(`out/${manifestName}`, (text) => `${JSON.stringify(change(JSON.parse(text) as Manifest), undefined, 2)}\n`);
}

describe("the run is left out", () => {
  test("where nothing has changed", async () => {
    expect(areTextsSame()).toBe(true);
    expect(await isLeftOut()).toBe(true);
  });

  test.each<[string, () => void]>([
    ["line ends", () => edit("in/parts/c.yaml", (text) => text.replaceAll("\n", "\r\n"))],
    ["a byte order mark", () => edit("in/a.schema.json", (text) => `\uFEFF${text}`)],
    ["a file beside the inputs", () => put("in/parts/unrelated.json", {})],
    ["the time of an input and an output", () => ["in/a.schema.json", "out/index.js"].forEach(touch)],
    ["node_modules in the package", () => put("out/node_modules/x/index.js", "")],
  ])("and nothing is parsed after a change of %s", async (_, change) => {
    change();
    expect(areTextsSame()).toBe(true);
    expect(await isLeftOut()).toBe(true);
  });

  test.each<[string, () => void]>([
    ["the schema's white space", () => put("in/a.schema.json", JSON.stringify(schema, undefined, "\t"))],
    ["a comment in YAML", () => put("in/parts/c.yaml", "type:   string\n")],
    ["the contract's white space", () => put("in/a.contract.json", JSON.stringify(contract, undefined, 1))],
  ])("but for the manifest, which knows the texts, after a change of %s", async (_, change) => {
    change();
    expect(areTextsSame()).toBe(false);
    const sources = await readSources(at("in/a.contract.json"));
    const { notes, renewed } = sameContent(sources, at("out")) ?? {};
    expect(notes).toEqual([]);
    expect(renewed).toEqual(sealPackage(emitted, sources, []));
    if (renewed) await writePackage(renewed, at("out"));
    expect(areTextsSame()).toBe(true);
    expect(sameContent(sources, at("out"))).toEqual({ notes: [] });
  });

  test("in another clone, and called from elsewhere", async () => {
    fs.renameSync(at("in"), at("moved"));
    const called = { contract: path.relative(process.cwd(), at("moved/a.contract.json")), out: `${at("out")}///` };
    expect(areTextsSame(called)).toBe(true);
    expect(await isLeftOut(called)).toBe(true);
  });

  test("and still says what else lies in the folder", async () => {
    put("out/mine.txt", "");
    expect(areTextsSame()).toBe(false);
    const same = sameContent(await readSources(at("in/a.contract.json")), at("out"));
    expect(same?.notes.map(({ code }) => code)).toEqual(["SW154"]);
  });

  test("and still says that there is an empty folder", async () => {
    fs.mkdirSync(at("out/mine"));
    expect(areTextsSame()).toBe(false);
    const same = sameContent(await readSources(at("in/a.contract.json")), at("out"));
    expect(same?.notes.map(({ code }) => code)).toEqual(["SW154"]);
  });
});

const touch = (file: string): void => fs.utimesSync(at(file), 0, 0);

describe("the run is made", () => {
  test.each<[string, () => void]>([
    ["the contract's content", () => put("in/a.contract.json", { ...contract, formats: "annotations" })],
    ["the schema's content", () => put("in/a.schema.json", { ...schema, title: "B" })],
    [
      "the schema's order of keys",
      () => put("in/a.schema.json", Object.fromEntries(Object.entries(schema).toReversed())),
    ],
    ["a key that stands twice", () => edit("in/a.schema.json", (text) => text.replace("{", '{"title":"B",'))],
    ["the overlay", () => edit("in/a.overlay.json", (text) => text.replace('"A"', '"B"'))],
    ["a referenced file", () => edit("in/parts/b.json", (text) => text.replace("{", '{"$comment":"",'))],
    ["a file that a referenced file names", () => put("in/parts/c.yaml", "type: integer\n")],
    ["a file that was missing", () => put("in/data.json", {})],
    ["a referenced file that is gone", () => remove("in/parts/c.yaml")],
    ["the schema, which is gone", () => remove("in/a.schema.json")],
    ["the contract, which is no JSON any more", () => put("in/a.contract.json", "{")],
    ["the contract's name", () => fs.renameSync(at("in/a.contract.json"), at("in/b.contract.json"))],
    ["an output's content", () => put("out/index.js", "export {}\n")],
    ["an output that is gone", () => remove("out/steps/one.js")],
    ["an output that is a link", () => replaceByLink("out/index.js", "../in/a.schema.json")],
    ["a linked folder in the package", () => replaceByLink("out/steps", "../in")],
    ["the manifest, which is gone", () => remove(`out/${manifestName}`)],
    ["the manifest's white space", () => edit(`out/${manifestName}`, (text) => text.trim())],
    ["the manifest, which is none any more", () => put(`out/${manifestName}`, "<<<<<<< HEAD\n")],
    ["the whole package, which is gone", () => remove("out")],
    ["a run that was killed", () => put(`out/${stagingName}/paths.json`, "[]")],
    ["a run that is at it", () => put(`out/${lockName}/1.x.host`, "")],
    [
      "the generator's version",
      () => editManifest((all) => ({ ...all, generator: all.generator.replace(/@[^+]+/, "@0.0.1") })),
    ],
    [
      "what the manifest says that the inputs were",
      () => editManifest((all) => ({ ...all, inputs: { ...all.inputs, "schema:a.schema.json": "0" } })),
    ],
    ["the manifest's seal", () => editManifest((all) => ({ ...all, seal: "0" }))],
    ["the manifest's texts, which are gone", () => editManifest((all) => ({ ...all, texts: undefined }))],
    ["the generator's code", () => editManifest((all) => ({ ...all, generator: all.generator.replace(/\w+$/, "0") }))],
    ["a tool's version", () => editManifest((all) => ({ ...all, tools: { ...all.tools, ajv: "8.0.0" } }))],
    ["a tool that is new", () => editManifest((all) => ({ ...all, tools: {} }))],
    [
      "a file that was emitted once",
      () => editManifest((all) => ({ ...all, outputs: { ...all.outputs, "old.js": "0" } })),
    ],
  ])("after a change of %s", async (_, change) => {
    change();
    const renamed = at("in/b.contract.json");
    expect(await isLeftOut(fs.existsSync(renamed) ? { contract: renamed } : {})).toBe(false);
  });

  test("for another --schema, even one with the same content, as its name is printed", async () => {
    expect(await isLeftOut({ schema: at("in/a.schema.json") })).toBe(true);
    expect(await isLeftOut({ schema: at("in/other.json") })).toBe(false);
  });

  test("for another --out", async () => expect(await isLeftOut({ out: at("elsewhere") })).toBe(false));

  test("where the last one had warnings, which have to be said again", async () => {
    const warning: Diagnostic = { code: "SW208", severity: "warning", message: "", hint: "" };
    await write([warning]);
    expect(await isLeftOut()).toBe(false);
    put("in/a.schema.json", JSON.stringify(schema, undefined, 2));
    const reformatted = sealPackage(emitted, await readSources(at("in/a.contract.json")), [warning]);
    expect(await checkPackage(reformatted, at("out"), "mend")).toMatchObject({ isStale: false, diagnostics: [] });
    put("out/index.js", "");
    expect(await checkPackage(reformatted, at("out"), "mend")).toMatchObject({ isStale: true });
  });
});

const cli = path.resolve("dist/cli.js");

describe("the command", () => {
  /** Node's option that ends a process which loads a library, any stage, or all that the command knows. */
  const hook = `export async function load(url, context, next) {
    if (/node_modules|dist\\/(?:command\\/main|generate|emit|format|load\\/load)/.test(url)) throw new Error("loaded " + url);
    return next(url, context);
  }`;
  const dataUrl = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;
  const onlyReading = `--import=${dataUrl(`import { register } from "node:module"; register(${JSON.stringify(dataUrl(hook))})`)}`;
  const run = (...flags: string[]) =>
    spawnSync(process.execPath, [onlyReading, cli, "generate", "in/a.contract.json", "--out", "out", ...flags], {
      cwd: folder,
      encoding: "utf8",
    });

  test.each([[[]], [["--check"]]])("generate %j loads next to nothing where nothing has changed", async (flags) => {
    put("in/parts/b.json", { $defs: { B: true } }); // YAML takes its parser
    await write();
    const { status, stdout, stderr } = run(...flags);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "out/ is up to date\n", stderr: "" });
    put("in/a.schema.json", { ...schema, title: "B" });
    expect(run(...flags)).toMatchObject({ status: 4, stderr: expect.stringMatching(/loaded \S+/) });
  });
});

describe("the identity of a build", () => {
  const script = "generator/identify-build.mjs";
  const identify = (root: string): string => {
    const { status, stderr } = spawnSync(process.execPath, [path.join(root, script)], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    return fs.readFileSync(path.join(root, "dist/build-id.txt"), "utf8");
  };

  test("is that of the code in dist/", () => {
    const built = fs.readFileSync("dist/build-id.txt", "utf8");
    expect(built).toMatch(/^[\da-f]{16}\n$/);
    expect(identify(".")).toBe(built);
  });

  describe("of two modules and the contract's schema", () => {
    beforeEach(() => {
      for (const file of ["cli", "runtime/unique"]) {
        put(`generator/${file}.ts`, "");
        put(`dist/${file}.js`, "export {};\n");
        put(`dist/${file}.d.ts`, "export {};\n");
      }
      put("schemas/contract.schema.json", {});
      fs.copyFileSync(script, at(script));
    });

    test.each(["dist/cli.js", "dist/runtime/unique.js", "dist/runtime/unique.d.ts", "schemas/contract.schema.json"])(
      "changes with %s",
      (file) => {
        const before = identify(folder);
        edit(file, (text) => `${text} `);
        expect(identify(folder)).not.toBe(before);
      },
    );

    test("does not count what is left of a module that is no more, and removes it", () => {
      const before = identify(folder);
      put("dist/emit/gone.js", "export {};\n");
      put("dist/emit/gone.d.ts", "export {};\n");
      expect(identify(folder)).toBe(before);
      expect(fs.readdirSync(at("dist/emit"))).toEqual([]);
    });
  });
});
