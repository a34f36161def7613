/** `import … from "stepwright"`: what a program sees of mistakes, changes and files in memory. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as api from "#generator/index.js";

let folder: string;
const at = (file: string): string => path.join(folder, file);
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), "stepwright-api-"));
  fs.mkdirSync(at("node_modules"));
  fs.symlinkSync(path.resolve("."), at("node_modules/stepwright"));
  fs.writeFileSync(at("package.json"), JSON.stringify({ type: "module" }));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function node(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  return { code: status, stdout, stderr };
}

test("importing it loads no library and no stage", () => {
  const hook = `export async function load(url, context, next) {
    if (/node_modules|dist\\/(?!index|diagnostic|flags|json\\/)/.test(url.replace(/.*\\/dist\\//, "dist/"))) console.log(url);
    return next(url, context);
  }`;
  const dataUrl = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;
  const register = `import { register } from "node:module"; register(${JSON.stringify(dataUrl(hook))})`;
  fs.writeFileSync(at("lazy.js"), 'import { generate } from "stepwright"; console.log(typeof generate);');
  expect(node(`--import=${dataUrl(register)}`, "lazy.js")).toEqual({ code: 0, stdout: "function\n", stderr: "" });
});

describe("on the disk", () => {
  const contract = "test/golden/without-steps/input/workflow.contract.json";
  const target = () => ({ contract, out: at("out") });

  test("a package is written, kept, checked, and found to be stale", async () => {
    const { written, ...made } = await api.generate(target());
    expect(made).toEqual({ success: true, removed: [], diagnostics: [] });
    expect(written).toContain("validators.js");
    expect(await api.generate(target())).toEqual({ success: true, written: [], removed: [], diagnostics: [] });
    expect(await api.check(target())).toEqual({ success: true, isStale: false, difference: "", diagnostics: [] });
    fs.appendFileSync(at("out/index.js"), "// mine\n");
    const edited = await api.check(target());
    expect(edited).toMatchObject({ success: false, isStale: true });
    expect(edited.difference).toContain("-// mine");
    expect(edited.diagnostics).toMatchObject([
      { code: "SW303", hint: expect.stringContaining(`npx stepwright generate ${contract} --out `) },
    ]);
  });

  test("a mistake is a diagnostic, and nothing is written", async () => {
    const wrong = { contract, schema: at("nowhere.json"), out: at("never") };
    for (const outcome of [await api.generate(wrong), await api.check(wrong)]) {
      expect(outcome).toMatchObject({ success: false, diagnostics: [{ code: "SW102", severity: "error" }] });
    }
    expect(fs.existsSync(at("never"))).toBe(false);
  });
});

describe("in memory", () => {
  const text = (file: string): api.Text => ({ file, text: fs.readFileSync(file, "utf8") });

  test("the bundled schema becomes the package that is committed", async () => {
    const { success, files } = await api.generateFiles({
      contract: text("schemas/civitai-workflow.contract.json"),
      schema: text("schemas/civitai-workflow.schema.json"),
      overlay: text("schemas/civitai-workflow.overlay.json"),
    });
    expect(success).toBe(true);
    expect(files.size).toBeGreaterThan(10);
    for (const [file, content] of files) expect(content, file).toBe(fs.readFileSync(`generated/${file}`, "utf8"));
  });

  const contract = {
    schema: "x",
    package: { name: "a", version: "1.0.0", license: "MIT", description: "A." },
    entries: { A: { at: "#", direction: "both" } },
  };
  const made = (schema: object, references: Record<string, string> = {}) =>
    api.generateFiles({
      contract: { file: "a.contract.json", text: JSON.stringify(contract) },
      schema: { file: "in/a.json", text: JSON.stringify(schema) },
      references,
    });
  const refersTo = ($ref: string) => ({ type: "object", properties: { b: { $ref } } });

  test("references are followed from text to text, JSON and YAML", async () => {
    const references = { "parts/b.yaml": "$ref: c.json\n", "parts/c.json": `{ "title": "C", "const": 7 }` };
    const { files, diagnostics } = await made(refersTo("parts/b.yaml"), references);
    expect(diagnostics).toEqual([]);
    expect(files.get("types.d.ts")).toContain("= 7;");
  });

  test("references of an overlay are those of the schema that it changes", async () => {
    const actions = [{ target: "$.properties.b", update: { $ref: "parts/b.json" } }];
    const { files, diagnostics } = await api.generateFiles({
      contract: { file: "a.contract.json", text: JSON.stringify(contract) },
      schema: { file: "in/a.json", text: JSON.stringify({ type: "object", properties: { b: {} } }) },
      overlay: {
        file: "other/o.json",
        text: JSON.stringify({ overlay: "1.0.0", info: { title: "T", version: "1" }, actions }),
      },
      references: { "parts/b.json": `{ "const": 7 }` },
    });
    expect(diagnostics).toEqual([]);
    expect(files.get("types.d.ts")).toContain("= 7;");
  });

  test.each<[string, Record<string, string>, object]>([
    ["parts/gone.json", {}, { code: "SW224" }],
    ["../b.json", { "../b.json": "{}" }, { code: "SW212" }],
    ["b.json", { "b.json": "{" }, { code: "SW203", place: { file: "in/b.json" } }],
    ["package.json", {}, { code: "SW224" }],
  ])("nothing is read for %s", async ($ref, references, diagnostic) => {
    const { success, files, diagnostics } = await made(refersTo($ref), references);
    expect({ success, size: files.size, diagnostics }).toMatchObject({
      success: false,
      size: 0,
      diagnostics: [diagnostic],
    });
  });

  const address = "https://x.test/v1/money%20bag.json";
  const draft04Money = JSON.stringify({
    $schema: "http://json-schema.org/draft-04/schema#",
    id: `${address}#`,
    enum: [7],
  });
  const money = (more: object): string => JSON.stringify({ $id: address, title: "Money", const: 7, ...more });

  test.each<[string, object, Record<string, string>]>([
    ["of which it is the $id", refersTo(address), { "money bag.json": money({}) }],
    [
      "with a part named",
      refersTo(`${address}#/$defs/Part`),
      { "money bag.json": money({ $defs: { Part: { const: 7 } } }) },
    ],
    ["and from there", refersTo(address), { "money bag.json": money({ $ref: "c.json" }), "c.json": `{ "const": 7 }` }],
    ["from another file", refersTo("b/a.json"), { "b/a.json": `{"$ref":"${address}"}`, "money bag.json": money({}) }],
    [
      "that is named by its path, too",
      { ...refersTo("money bag.json"), $ref: address },
      { "money bag.json": money({}) },
    ],
    ["of draft-04", refersTo(address), { "money bag.json": draft04Money }],
    [
      "unless a bundle holds it",
      { ...refersTo(address), $defs: { M: JSON.parse(money({})) as object } },
      { "money bag.json": money({ const: 8 }) },
    ],
  ])("an address is that of the file of the same name beside the schema, %s", async (_, schema, references) => {
    const { files, diagnostics } = await made(schema, references);
    expect(diagnostics).toEqual([]);
    expect(files.get("types.d.ts")).toContain("7;");
  });

  test.each<[string, Record<string, string>, string, string?]>([
    ["another address", { "money bag.json": money({ $id: "https://x.test/v2/money%20bag.json" }) }, "SW211"],
    ["no address", { "money bag.json": `{ "const": 7 }` }, "SW211"],
    ["another name", { "money.json": money({}) }, "SW211"],
    ["another folder", { "v1/money bag.json": money({}) }, "SW211"],
    ["no JSON", { "money bag.json": "<html>" }, "SW203"],
    ["no such part", { "money bag.json": money({}) }, "SW210", "#/$defs/A"],
  ])("a file with %s is not what an address means", async (_, references, code, fragment = "") => {
    const { diagnostics } = await made(refersTo(address + fragment), references);
    expect(diagnostics).toMatchObject([{ code }]);
  });

  test("a file that is named by its path is read, whoever has its address", async () => {
    const properties = { a: { $ref: "money bag.json" }, b: { $ref: address } };
    const schema = { type: "object", properties, $defs: { M: JSON.parse(money({})) as object } };
    const { diagnostics } = await made(schema, { "money bag.json": money({}) });
    expect(diagnostics).toMatchObject([{ code: "SW226", place: { pointer: "/properties/b/$ref" } }]);
  });

  test("more files than are read", async () => {
    const next = (index: number): string => JSON.stringify({ $ref: `${index + 1}.json` });
    const references = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`${index}.json`, next(index)]));
    const { diagnostics } = await made(refersTo("0.json"), references);
    expect(diagnostics).toMatchObject([{ code: "SW236", message: "the schema refers to more than 10000 files" }]);
  });

  test("a text is read as a file would be", async () => {
    const { diagnostics } = await api.generateFiles({
      contract: { file: "a.contract.json", text: `\ufeff${JSON.stringify(contract)}\r\n` },
      schema: { file: "a.json", text: `\ufeff{\r\n"type": "object"}` },
      overlay: { file: "a.overlay.json", text: " ".repeat(2 ** 25 + 1) },
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(["SW108"]);
  });

  test("a diagnostic is printed as the command does, with the line of its source", async () => {
    const place = { file: "a.json", pointer: "/a" };
    const diagnostic = { code: "SW101", severity: "error", message: "m", hint: "h", place } as const;
    expect(await api.formatDiagnostics([diagnostic], () => `{\n  "a": "b"\n}`)).toBe(
      `a.json:2:8 error SW101 m\n  2 |   "a": "b"\n    |        ^^^\n  h`,
    );
  });

  test("a place in another text than was read is the file", async () => {
    const place = { file: "a.json", pointer: "/a" };
    const diagnostic = { code: "SW101", severity: "error", message: "m", hint: "h", place } as const;
    for (const text of ["[".repeat(100_000) + "]".repeat(100_000), "[},".repeat(100_000)])
      expect(await api.formatDiagnostics([diagnostic], () => text)).toBe("a.json error SW101 m\n  h");
  });

  test("a contract and a schema that are wrong are told together", async () => {
    const { diagnostics } = await api.generateFiles({
      contract: { file: "a.contract.json", text: "{}" },
      schema: { file: "a.json", text: "[" },
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(["SW121", "SW121", "SW121", "SW203"]);
  });
});

describe("an argument that is not what its type says", () => {
  const contract = { file: "a.contract.json", text: "{}" };
  const schema = { file: "a.json", text: "{}" };
  test.each<[string, readonly unknown[], string]>([
    ["generate", [], 'the target must be an object such as { contract: "x.contract.json" }, not undefined'],
    [
      "generate",
      ["x.contract.json"],
      'the target must be an object such as { contract: "x.contract.json" }, not a string',
    ],
    ["generate", [{}], "target.contract must be a path as a string, not undefined"],
    [
      "generate",
      [{ contract: new URL("file:///x.contract.json") }],
      'target.contract must be a path as a string, not a URL; fileURLToPath of "node:url" makes a path of it',
    ],
    ["check", [{ contract: "x", schema: null }], "target.schema must be a path as a string, not null"],
    ["check", [{ contract: "x", out: 1 }], "target.out must be a path as a string, not a number"],
    ["generate", [{ contract: "x", out: "" }], "target.out must be a path as a string, not an empty one"],
    ["generateFiles", [[]], "the documents must be an object of texts, not an array"],
    ["generateFiles", [{ contract }], 'documents.schema must be an object with "file" and "text", not undefined'],
    ["generateFiles", [{ contract, schema: { file: "a" } }], "documents.schema.text must be a text, not undefined"],
    ["generateFiles", [{ contract: { text: "" }, schema }], "documents.contract.file must be a name, not undefined"],
    [
      "generateFiles",
      [{ contract, schema, overlay: "{}" }],
      'documents.overlay must be an object with "file" and "text", not a string',
    ],
    [
      "generateFiles",
      [{ contract, schema, references: { "b.json": {} } }],
      'documents.references["b.json"] must be a text, not an object',
    ],
    ["generate", [{ contract: "" }], "target.contract must be a path as a string, not an empty one"],
    ["check", [{ contract: "x", out: "" }], "target.out must be a path as a string, not an empty one"],
    ["check", [{ contract: "x", out: "a\0b" }], "target.out must be a path as a string, not one with a NUL character"],
    [
      "generateFiles",
      [{ contract, schema, references: new Map() }],
      "documents.references must be an object, path → text, not a Map; Object.fromEntries makes an object of it",
    ],
    ["formatDiagnostics", [[null]], "diagnostics[0] must be a diagnostic, not null"],
    ["formatDiagnostics", [[{ code: "SW101" }]], "diagnostics[0].severity must be a text, not undefined"],
    [
      "formatDiagnostics",
      [[{ code: "SW101", severity: "error", message: "", hint: "", place: { file: 1 } }]],
      "diagnostics[0].place.file must be a name, not a number",
    ],
    ["formatDiagnostics", [{}], "the diagnostics must be a list of diagnostics, not an object"],
    ["formatDiagnostics", [[], "text"], "textOf must be a function, file → text, not a string"],
  ])("%s%j is a TypeError that names it", async (name, args, message) => {
    const call = (api as unknown as Record<string, (...args: readonly unknown[]) => Promise<unknown>>)[name];
    await expect(call?.(...args)).rejects.toThrow(new TypeError(message));
  });
});
