import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { exitCodeOf, Failure } from "#generator/diagnostics.js";
import { origin, type Origin } from "#generator/json/json-schema.js";
import { resolvePointer } from "#generator/json/pointer.js";
import { load } from "#generator/load/load.js";
import { readSources } from "#generator/load/read-sources.js";
import { sourceText } from "#generator/load/read-document.js";
import { mostBytes } from "#generator/load/limits.js";
import { structureProblems } from "#generator/load/structure.js";
import { beforeOperation } from "../support/before-operation.js";
import { withoutFrames } from "../support/without-frames.js";

const base = mkdtempSync(path.join(tmpdir(), "stepwright load ü "));
afterAll(() => rmSync(base, { recursive: true }));

const contract = {
  schema: "x.schema.json",
  package: { name: "x", version: "1.0.0", license: "MIT", description: "X." },
  entries: { Thing: { at: "#", direction: "both" } },
};
const contractText = JSON.stringify(contract);

let folders = 0;
/** A new folder with these files; every test has its own. */
function folder(files: Record<string, string | Uint8Array>): string {
  const root = path.join(base, String((folders += 1)));
  mkdirSync(root);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  }
  return root;
}

async function failure(work: Promise<unknown>): Promise<Failure> {
  const outcome = await work.catch((error: unknown) => error);
  if (!(outcome instanceof Failure)) throw new Error("not refused", { cause: outcome });
  return outcome;
}

/** The diagnostics of a failed load, as printed, with paths relative to the folder. */
async function printed(root: string, options = {}): Promise<string> {
  const { diagnostics } = await failure(load(path.join(root, "x.contract.json"), options));
  return withoutFrames(diagnostics, sourceText).replaceAll(`${root}/`, "");
}

const originAt = (value: unknown, pointer: string): Origin | undefined =>
  (resolvePointer(value as never, pointer) as { [origin]?: Origin } | undefined)?.[origin];

describe("what is read", () => {
  test("the bundled contract, its schema and its overlay, named as the user names them", async () => {
    const inputs = await load("schemas/civitai-workflow.contract.json");
    expect(inputs.contract.package.name).toBe("civitai-workflow");
    expect(inputs.contractDocument.file).toBe("schemas/civitai-workflow.contract.json");
    expect(inputs.schema.file).toBe("schemas/civitai-workflow.schema.json");
    expect(inputs.overlay?.file).toBe("schemas/civitai-workflow.overlay.json");
    expect(originAt(inputs.schema.value, "/properties/steps/items")).toEqual({
      file: "schemas/civitai-workflow.schema.json",
      pointer: "/properties/steps/items",
    });
  });

  test("the schema of the command line instead of the contract's", async () => {
    const root = folder({ "x.contract.json": contractText, "other/y.json": `{ "title": "Y" }` });
    const inputs = await load(path.join(root, "x.contract.json"), { schema: path.join(root, "other/y.json") });
    expect(inputs.schema.value).toMatchObject({ title: "Y" });
  });

  test("an overlay beside the contract, not beside the schema or the working directory", async () => {
    const root = folder({
      "c/x.contract.json": JSON.stringify({ ...contract, schema: "../s/x.schema.json", overlay: "x.overlay.json" }),
      "c/x.overlay.json": `{ "overlay": "1.0.0" }`,
      "s/x.schema.json": "{}",
    });
    const inputs = await load(path.join(root, "c/x.contract.json"));
    expect(inputs.schema.file).toBe(path.join(root, "s/x.schema.json"));
    expect(inputs.overlay?.value).toMatchObject({ overlay: "1.0.0" });
  });

  test("a byte order mark and CRLF make no difference", async () => {
    const text = `{\n  "title": "T",\n  "properties": { "a": { "type": "string" } }\n}\n`;
    const plain = folder({ "x.contract.json": contractText, "x.schema.json": text });
    const windows = folder({
      "x.contract.json": `\ufeff${contractText}\r\n`,
      "x.schema.json": `\ufeff${text.replaceAll("\n", "\r\n")}`,
    });
    const [a, b] = await Promise.all([plain, windows].map((root) => load(path.join(root, "x.contract.json"))));
    expect(b?.schema.text).toBe(a?.schema.text);
    expect(a?.schema.text).toBe(text);
    expect(JSON.stringify(b?.schema.value)).toBe(JSON.stringify(JSON.parse(text)));
  });

  test("a key __proto__ is data with a place like any other", async () => {
    const root = folder({
      "x.contract.json": contractText,
      "x.schema.json": `{ "properties": { "__proto__": { "type": "string" } }, "__proto__": { "polluted": true } }`,
    });
    const { schema } = await load(path.join(root, "x.contract.json"));
    const value = schema.value as Record<string, object>;
    expect(Object.keys(value)).toEqual(["properties", "__proto__"]);
    expect(Object.keys(value["properties"] ?? {})).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(value["polluted"]).toBeUndefined();
    expect(originAt(schema.value, "/properties/__proto__")?.pointer).toBe("/properties/__proto__");
  });
});

test("a place that the contract speaks of twice, by its pointer and by its name, is told", async () => {
  const at = { direction: "both" } as const;
  const twice = {
    ...contract,
    entries: { Root: { ...at, at: "#" }, NewSource: { ...at, at: "Source" }, Source: { ...at, at: "#/$defs/Source" } },
    names: { "#": "Other", Source: "Source", A: "B", "#/$defs/A": "C" },
    requireInRequest: { Source: ["a"], "#/$defs/Source": ["b"] },
  };
  const root = folder({ "x.contract.json": JSON.stringify(twice), "x.schema.json": `{ "$defs": { "Source": {} } }` });
  const { diagnostics } = await failure(load(path.join(root, "x.contract.json")));
  expect(diagnostics.map(({ code, place, message }) => `${code} ${place?.pointer} ${message}`)).toEqual([
    "SW140 /entries/Source the entries NewSource and Source are of one place in the schema, #/$defs/Source",
    "SW140 /names/#~1$defs~1A the keys A and #/$defs/A are of one place in the schema, #/$defs/A",
    "SW140 /requireInRequest/#~1$defs~1Source the keys Source and #/$defs/Source are of one place in the schema, #/$defs/Source",
    "SW140 /names/# the entry Root and the name Other are of one place in the schema, #",
  ]);
  expect(exitCodeOf(diagnostics)).toBe(2);
});

describe("files that the schema refers to", () => {
  const schemaText = JSON.stringify({
    a: { $ref: "common/types.json#/$defs/A" },
    b: { $ref: "#/a" },
    c: { $ref: "https://example.com/c.json" },
    d: { $ref: "//example.com/d.json" },
    e: { $ref: "missing.json" },
    f: { $ref: "../up.json" },
    g: { $ref: "/etc/passwd" },
    h: { $ref: "link.json" },
    i: { $ref: "with%20space.json" },
    data: { $ref: "notes.txt", other: { $ref: "common" } },
  });
  const root = folder({
    "up.json": "{}",
    "s/x.contract.json": contractText,
    "s/x.schema.json": schemaText,
    "s/common/types.json": `{ "x": { "$ref": "../more.json" }, "y": { "$ref": "../x.schema.json#/a" } }`,
    "s/more.json": `{ "z": { "$ref": "common/types.json" } }`,
    "s/with space.json": "{}",
    "s/notes.txt": "not JSON",
  });
  symlinkSync(path.join(root, "up.json"), path.join(root, "s/link.json"));

  test("are read below the schema's folder, through each other, once", async () => {
    const { referenced } = await load(path.join(root, "s/x.contract.json"));
    expect([...referenced.keys()].toSorted()).toEqual(["common/types.json", "more.json", "with space.json"]);
    const types = referenced.get("common/types.json");
    expect(types?.file).toBe(path.join(root, "s/common/types.json"));
    expect(originAt(types?.value, "/x")).toEqual({ file: types?.file, pointer: "/x" });
  });

  test("and what an overlay refers to, from the schema's folder", async () => {
    const overlaid = folder({
      "x.contract.json": JSON.stringify({ ...contract, schema: "s/x.schema.json", overlay: "o/x.overlay.json" }),
      "s/x.schema.json": "{}",
      "o/x.overlay.json": `{ "actions": [{ "target": "$", "update": { "$ref": "common/types.json" } }] }`,
      "s/common/types.json": "{}",
    });
    const { referenced } = await load(path.join(overlaid, "x.contract.json"));
    expect([...referenced.keys()]).toEqual(["common/types.json"]);
  });

  test("what goes while it is read, at any single operation, is told as what is missing", async () => {
    const operations = ["fstatSync", "openSync", "readFileSync", "realpathSync", "statSync"] as const;
    const codes = new Set<string>();
    let operation = 0;
    for (let wasReading = true; wasReading; operation += 1) {
      const root = folder({
        "x.contract.json": contractText,
        "x.schema.json": JSON.stringify({ properties: { a: { $ref: "common/a.json" } } }),
        "common/a.json": "{}",
      });
      const meanwhile = (): void => rmSync(root, { recursive: true });
      wasReading = await beforeOperation(operations, operation + 1, meanwhile, async () => {
        const { problems, unavailable } = await readSources(path.join(root, "x.contract.json"));
        for (const { code } of problems) codes.add(code);
        for (const { why } of unavailable.values()) codes.add(why);
      });
    }
    expect([...codes].sort()).toEqual(["SW102", "missing", "unreadable"]);
  });

  test("and one that an address names, if it says that it is its own, and lies in the folder by its real path", async () => {
    const addressed = folder({
      "up.json": `{ "$id": "https://x.test/up.json" }`,
      "s/x.contract.json": contractText,
      "s/x.schema.json": JSON.stringify(
        [
          "a.json",
          "a.json#/b",
          "v1/a.json",
          "link.json",
          "%2e%2e%2fup.json",
          "..%2fup.json",
          "none.json",
          "",
          "v1",
        ].map((each) => ({ $ref: `https://x.test/${each}` })),
      ),
      "s/v1/b.json": `{ "$id": "https://x.test/v1" }`,
      "s/a.json": `{ "$id": "https://x.test/a.json" }`,
    });
    symlinkSync(path.join(addressed, "up.json"), path.join(addressed, "s/link.json"));
    const { referenced, addressOf, unavailable } = await readSources(path.join(addressed, "s/x.contract.json"));
    expect([...referenced.keys()]).toEqual(["a.json"]);
    expect([...addressOf]).toEqual([["a.json", "https://x.test/a.json"]]);
    expect([...unavailable]).toEqual([]);
  });

  test("else it is known why not: missing, outside (by path or by link), unreadable; an address is no file", async () => {
    const { unavailable } = await load(path.join(root, "s/x.contract.json"));
    expect(Object.fromEntries([...unavailable].map(([name, { why }]) => [name, why]))).toEqual({
      "missing.json": "missing",
      "../up.json": "outside",
      "/etc/passwd": "outside",
      "link.json": "outside",
      "notes.txt": "unreadable",
      common: "unreadable",
    });
    const notes = unavailable.get("notes.txt");
    expect(notes?.why === "unreadable" && notes.diagnostics.map(({ code }) => code)).toEqual(["SW203"]);
  });
});

describe("what cannot be read", () => {
  const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
  const files = { "x.contract.json": contractText, "x.schema.json": "{}" };

  const cases: readonly {
    name: string;
    files: Record<string, string | Uint8Array>;
    options?: object;
    out: string;
    exit: number;
  }[] = [
    {
      name: "a missing contract",
      files: {},
      out: `error SW102 the contract "x.contract.json" does not exist`,
      exit: 2,
    },
    {
      name: "a missing schema, at the place that names it",
      files: { "x.contract.json": JSON.stringify(contract, null, 2) },
      out: `x.contract.json:2:13 error SW102 the schema "x.schema.json" does not exist`,
      exit: 2,
    },
    {
      name: "an overlay for the contract, whose version is no path of another",
      files: { "x.contract.json": `{ "overlay": "1.0.0", "info": {}, "actions": [] }` },
      out: "x.contract.json:1:1 error SW138 this is an overlay, not a contract",
      exit: 2,
    },
    {
      name: "a contract for the schema",
      files: { "x.contract.json": JSON.stringify({ ...contract, schema: "x.contract.json" }) },
      out: "x.contract.json:1:1 error SW143 this is a contract, not a schema",
      exit: 2,
    },
    {
      name: "an overlay for the schema",
      files: { ...files, "x.schema.json": `{ "overlay": "1.0.0", "info": {}, "actions": [] }` },
      out: "x.schema.json:1:1 error SW143 this is an overlay, not a schema",
      exit: 2,
    },
    {
      name: "a missing --schema",
      files,
      options: { schema: "no/such.json" },
      out: `error SW102 the schema "no/such.json" does not exist`,
      exit: 2,
    },
    {
      name: "a schema on the network",
      files,
      options: { schema: "https://example.com/x.json" },
      out: `error SW103 the schema "https://example.com/x.json" is an address; nothing is read from the network`,
      exit: 2,
    },
    {
      name: "a contract that is not JSON",
      files: { ...files, "x.contract.json": `{\n  "schema": x\n}` },
      out: "x.contract.json:2:13 error SW104 not JSON: this is no JSON value",
      exit: 2,
    },
    {
      name: "an overlay that is not JSON",
      files: {
        ...files,
        "x.contract.json": JSON.stringify({ ...contract, overlay: "o.json" }),
        "o.json": "{ 'a': 1 }",
      },
      out: "o.json:1:3 error SW104 not JSON: this is no JSON value",
      exit: 2,
    },
    {
      name: "a number that no program reads",
      files: { ...files, "x.schema.json": '{"maximum":\n 1e400}' },
      out: "x.schema.json:2:2 error SW237 this number is larger than any that a program reads from JSON",
      exit: 3,
    },
    {
      name: "a number that no program reads, in a contract",
      files: { ...files, "x.contract.json": '{"schema":\n -1e400}' },
      out: "x.contract.json:2:2 error SW159 this number is larger than any that a program reads from JSON",
      exit: 2,
    },
    {
      name: "a schema that is not JSON",
      files: { ...files, "x.schema.json": `{\n  "a": 1,\n  // no\n  "b": 2\n}` },
      out: "x.schema.json:3:3 error SW203 not JSON: JSON has no comments",
      exit: 3,
    },
    {
      name: "an empty schema file",
      files: { ...files, "x.schema.json": "" },
      out: "x.schema.json:1:1 error SW203 not JSON: a value is expected here",
      exit: 3,
    },
    {
      name: "a trailing comma",
      files: { ...files, "x.schema.json": `{ "a": [1, 2,] }` },
      out: "x.schema.json:1:14 error SW203 not JSON: a value is expected here",
      exit: 3,
    },
    {
      name: "a key that stands twice, in two spellings",
      files: { ...files, "x.schema.json": `{ "b": { "a": "x", "c": ["a", "a"],\n "\\u0061": 2 } }` },
      out: `x.schema.json:2:2 error SW205 the key "a" stands twice in one object`,
      exit: 3,
    },
    {
      name: "a key that stands twice in the contract",
      files: { ...files, "x.contract.json": `{ "schema": "x.schema.json", "schema": "y" }` },
      out: `x.contract.json:1:30 error SW105 the key "schema" stands twice in one object`,
      exit: 2,
    },
    {
      name: "a schema 10,000 levels deep",
      files: { ...files, "x.schema.json": deep(10_000) },
      out: "x.schema.json:1:1001 error SW206 nested more than 200 levels deep",
      exit: 3,
    },
    {
      name: "a schema of a million brackets that do not close",
      files: { ...files, "x.schema.json": "[".repeat(1_000_000) },
      out: "x.schema.json:1:201 error SW206 nested more than 200 levels deep",
      exit: 3,
    },
    ...['/*"*/', '["\n'].map((start) => ({
      name: `100,000 brackets that ${JSON.stringify(start)} hides`,
      files: { ...files, "x.schema.json": start + "[".repeat(100_000) },
      out: expect.stringMatching(/^x\.schema\.json:1:[12] error SW203 not JSON: /),
      exit: 3,
    })),
    {
      name: "a schema of more than a million objects",
      files: { ...files, "x.schema.json": `[${"{},".repeat(1_000_000)}{}]` },
      out: "x.schema.json:1:2999999 error SW235 more than 1000000 objects and lists",
      exit: 3,
    },
    {
      name: "a contract 10,000 levels deep",
      files: { ...files, "x.contract.json": deep(10_000) },
      out: "x.contract.json:1:1001 error SW106 nested more than 200 levels deep",
      exit: 2,
    },
    {
      name: "UTF-16",
      files: { ...files, "x.schema.json": Buffer.from("\ufeff{}", "utf16le") },
      out: `x.contract.json:1:11 error SW501 cannot read "x.schema.json": it is not UTF-8 text`,
      exit: 5,
    },
  ];
  test.each(cases)("$name", async ({ files: given, options, out, exit }) => {
    const root = folder(given);
    const lines = (await printed(root, options)).split("\n");
    expect(lines.filter((line) => !line.startsWith("  "))).toEqual([out]);
    const { diagnostics } = await failure(load(path.join(root, "x.contract.json"), options));
    expect(exitCodeOf(diagnostics)).toBe(exit);
  });

  test("200 levels are read, and 201 are not", async () => {
    const fits = folder({ ...files, "x.schema.json": deep(200) });
    expect((await load(path.join(fits, "x.contract.json"))).schema.value).toHaveProperty("a");
    expect(await printed(folder({ ...files, "x.schema.json": deep(201) }))).toContain("SW206");
  });

  test.each([
    ["x.schema.json", `{${'"a": 1,'.repeat(1000)} "b": 1}`, "SW205", "SW233"],
    ["x.contract.json", `{${'"a": 1,'.repeat(1000)} "b": 1}`, "SW105", "SW155"],
    ["x.schema.yaml", "a: 1\n".repeat(1000), "SW205", "SW233"],
    ["x.schema.yaml", "- *b\n".repeat(1000), "SW214", "SW233"],
  ])("of a thousand mistakes in %s the first 50 are told", async (name, text, each, more) => {
    const root = folder({ "x.contract.json": JSON.stringify({ ...contract, schema: "x.schema.yaml" }), [name]: text });
    const schema = name === "x.schema.json" ? { schema: path.join(root, name) } : {};
    const { diagnostics } = await failure(load(path.join(root, "x.contract.json"), schema));
    expect(diagnostics.map(({ code }) => code)).toEqual([...Array<string>(50).fill(each), more]);
  });

  test.each([
    ["schema", "x.schema.json", "SW216", 3],
    ["contract", "x.contract.json", "SW108", 2],
  ] as const)("a %s of more than 32 MiB", async (_, name, code, exit) => {
    const root = folder({ "x.contract.json": contractText, "x.schema.json": "{}" });
    truncateSync(path.join(root, name), mostBytes + 1);
    const { diagnostics } = await failure(load(path.join(root, "x.contract.json")));
    expect(diagnostics.map((each) => each.code)).toEqual([code]);
    expect(diagnostics[0]?.message).toBe(`${path.join(root, name)} is larger than 32 MiB`);
    expect(exitCodeOf(diagnostics)).toBe(exit);
  });

  test.skipIf(!existsSync("/dev/zero"))("what never ends", async () => {
    const root = folder({ "x.contract.json": contractText });
    const { diagnostics } = await failure(load(path.join(root, "x.contract.json"), { schema: "/dev/zero" }));
    expect(diagnostics.map((each) => each.code)).toEqual(["SW216"]);
  });

  test.skipIf(!existsSync("/dev/zero"))("a pipe or a device that a file names is not waited for", async () => {
    const root = folder({ "x.contract.json": JSON.stringify({ ...contract, schema: "/dev/zero" }) });
    expect(await printed(root)).toContain(
      'x.contract.json:1:11 error SW501 cannot read "/dev/zero": it is a pipe or a device',
    );
    expect(sourceText("/dev/zero")).toBeUndefined();
  });

  test("a directory", async () => {
    const root = folder({ "x.contract.json": contractText, "x.schema.json/y": "" });
    expect(await printed(root)).toBe(
      `x.contract.json:1:11 error SW501 cannot read "x.schema.json": it is a directory\n  it has to be a file of UTF-8 text that you may read`,
    );
  });

  test.skipIf(process.getuid?.() === 0)("a file without permission (skipped for root, who may read all)", async () => {
    const root = folder(files);
    chmodSync(path.join(root, "x.schema.json"), 0o000);
    expect(await printed(root)).toContain("permission denied");
  });

  test("everything at once: contract, schema and overlay are all reported", async () => {
    const root = folder({
      "x.contract.json": JSON.stringify({ ...contract, overlay: "o.json", extra: 1 }),
      "x.schema.json": `{ "a": 1, "a": 2, "b": 1, "b": 2 }`,
      "o.json": "[",
    });
    const { diagnostics } = await failure(load(path.join(root, "x.contract.json")));
    expect(diagnostics.map(({ code }) => code)).toEqual(["SW120", "SW205", "SW205", "SW104"]);
    expect(exitCodeOf(diagnostics)).toBe(2);
  });
});

describe("the structure of a text that need not be JSON", () => {
  const cases: readonly { name: string; in: string; out: readonly object[] }[] = [
    { name: "the same key in two objects is fine", in: `[{ "a": 1 }, { "a": 1 }]`, out: [] },
    { name: "a string value is no key", in: `{ "a": "a", "b": "a" }`, out: [] },
    { name: "brackets and quotes within strings do not count", in: `{ "a\\"": "{\\\\", "b": "a\\"" }`, out: [] },
    {
      name: "behind a string with a bracket",
      in: `{ "a": "}", "a": 1 }`,
      out: [{ kind: "repeated", key: "a", offset: 12 }],
    },
    {
      name: "behind a string that ends in a backslash",
      in: `{ "a": "\\\\", "a": 1 }`,
      out: [{ kind: "repeated", key: "a", offset: 13 }],
    },
    {
      name: "thrice is two problems",
      in: `{"a":1,"a":2,"a":3}`,
      out: [
        { kind: "repeated", key: "a", offset: 7 },
        { kind: "repeated", key: "a", offset: 13 },
      ],
    },
    { name: "a string without an end ends the text", in: `{ "a": "`, out: [] },
    { name: "more closing than opening", in: `]}]} {"a": {}}`, out: [] },
    {
      name: "a broken escape in a key",
      in: `{ "\\q": 1, "\\q": 2 }`,
      out: [{ kind: "repeated", key: `"\\q"`, offset: 11 }],
    },
  ];
  test.each(cases)("$name", (each) => expect(structureProblems(each.in)).toEqual(each.out));
});
