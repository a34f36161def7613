import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { exitCodeOf, type Failure } from "#generator/diagnostics.js";
import { load } from "#generator/load/load.js";
import { mostLexemes } from "#generator/load/limits.js";
import { parseYaml } from "#generator/load/parse-yaml.js";
import { sourceText } from "#generator/load/read-document.js";
import { locator } from "#generator/locate/locate.js";
import { withoutFrames } from "../support/without-frames.js";

describe("YAML 1.2 that JSON could say as well", () => {
  const cases: readonly { readonly name: string; readonly in: string; readonly out: unknown }[] = [
    {
      name: "values of the core schema",
      in: "a: 2001-01-01\nb: 0x1f\nc: ~\nd:\ne: on\nf: !!str 1\ng: [1.5, true, null]\nh: |\n  x\n  y\n",
      out: { a: "2001-01-01", b: 31, c: null, d: null, e: "on", f: "1", g: [1.5, true, null], h: "x\ny\n" },
    },
    {
      name: "a key is the text that is written",
      in: "200: a\n1.0: b\ntrue: c\n",
      out: { "200": "a", "1.0": "b", true: "c" },
    },
    { name: "the version in front changes nothing", in: "%YAML 1.2\n---\na: yes\n", out: { a: "yes" } },
    {
      name: "aliases are written out",
      in: "a: &x { b: 1 }\nc: *x\nd: [*x]\n",
      out: { a: { b: 1 }, c: { b: 1 }, d: [{ b: 1 }] },
    },
    {
      name: "an alias stands for the last node before it with its anchor, wherever it is written out",
      in: "a: &x 1\nb: &y { c: *x }\nd: &x 2\ne: [*x, *y]\n",
      out: { a: 1, b: { c: 1 }, d: 2, e: [2, { c: 1 }] },
    },
    { name: "a name that a merge key would have", in: '"<<": { a: 1 }', out: { "<<": { a: 1 } } },
    { name: "JSON is YAML", in: '{ "a": ["\\u0061"] }', out: { a: ["a"] } },
    { name: "an empty text is null", in: "# nothing\n", out: null },
  ];
  test.each(cases)("$name", (each) => expect(parseYaml(each.in)).toEqual({ value: each.out, problems: [] }));

  test("a key __proto__ is data", () => {
    const { value } = parseYaml("__proto__: { a: 1 }\n");
    expect([Object.keys(value as object), Object.getPrototypeOf(value)]).toEqual([["__proto__"], Object.prototype]);
  });
});

describe("what is refused, and where", () => {
  const bomb = Array.from({ length: 12 }, (_, index) =>
    index === 0
      ? "a0: &a0 [1]"
      : `a${index}: &a${index} [${Array(10)
          .fill(`*a${index - 1}`)
          .join(", ")}]`,
  ).join("\n");
  const cases: readonly { readonly name: string; readonly in: string; readonly out: readonly object[] }[] = [
    { name: "a syntax error", in: "a: 'x", out: [{ kind: "syntax", problem: "Missing closing 'quote", offset: 5 }] },
    {
      name: "the older version, in which the same words are other values",
      in: "# old\n%YAML  1.1 # older\n---\na: [yes, 017]\n",
      out: [
        {
          kind: "syntax",
          problem: "YAML 1.1 is not read, in which yes is true and 017 is 15; take the line out where 1.2 is meant",
          offset: 6,
        },
      ],
    },
    {
      name: "a version that nobody knows",
      in: "%YAML 1.3\n--- 1\n",
      out: [{ kind: "syntax", problem: "Unsupported YAML version 1.3", offset: 6 }],
    },
    { name: "a key that stands twice", in: "a: 1\na: 2\n", out: [{ kind: "repeated", key: "a", offset: 5 }] },
    { name: "a key that stands twice as text", in: '1: a\n"1": b\n', out: [{ kind: "repeated", key: "1", offset: 5 }] },
    {
      name: "a key that is a list",
      in: "? [1]\n: 2\n",
      out: [{ kind: "syntax", problem: "a key must be a text", offset: 2 }],
    },
    {
      name: "a number that JSON lacks",
      in: "a: .inf",
      out: [{ kind: "syntax", problem: "JSON has no such value", offset: 3 }],
    },
    {
      name: "a tag beyond the core schema",
      in: "a: !!binary aGk=",
      out: [{ kind: "syntax", problem: "Unresolved tag: tag:yaml.org,2002:binary", offset: 3 }],
    },
    {
      name: "a second document",
      in: "--- 1\n--- 2\n",
      out: [{ kind: "syntax", problem: "a second document begins here, but a file is one", offset: 6 }],
    },
    {
      name: "a merge key",
      in: "a: &x { b: 1 }\nc:\n  <<: *x\n",
      out: [{ kind: "syntax", problem: "YAML 1.2 has no merge keys; a name is put in quotes", offset: 20 }],
    },
    {
      name: "a merge key of several",
      in: "a: &x { b: 1 }\nc:\n  <<: [*x]\n",
      out: [{ kind: "syntax", problem: "YAML 1.2 has no merge keys; a name is put in quotes", offset: 20 }],
    },
    {
      name: "more words and marks than are read",
      in: "[,".repeat(3) + ",".repeat(mostLexemes),
      out: [{ kind: "large", offset: expect.any(Number) }],
    },
    {
      name: "an alias without an anchor",
      in: "a: *x",
      out: [{ kind: "syntax", problem: "the alias *x has no anchor before it", offset: 3 }],
    },
    {
      name: "a few lines that stand for billions of values",
      in: bomb,
      out: [{ kind: "syntax", problem: "aliases stand for more than 100000 values", offset: expect.any(Number) }],
    },
    { name: "an alias within itself", in: "a: &a [*a]", out: [{ kind: "deep", offset: 7 }] },
    { name: "10,000 levels of lists", in: "- ".repeat(10_000), out: [{ kind: "deep", offset: expect.any(Number) }] },
    { name: "a million brackets", in: "[".repeat(1_000_000), out: [{ kind: "deep", offset: expect.any(Number) }] },
  ];
  test.each(cases)("$name", (each) => expect(parseYaml(each.in).problems).toEqual(each.out));

  test("200 levels are read, and 201 are not", () => {
    const levels = (count: number): string => "[".repeat(count) + "]".repeat(count);
    expect(parseYaml(levels(200)).problems).toEqual([]);
    expect(parseYaml(levels(201)).problems).toEqual([{ kind: "deep", offset: 200 }]);
  });
});

describe("positions in YAML", () => {
  const text = 'a: &x\n  b:\n    - 10\n    - "c~/": 1\n200: *x\nd:\ne: { f }\n';
  test.each<[string, string]>([
    ["", "1:1"],
    ["/a/b/1", "4:7"],
    ["/a/b/1/c~0~1", "4:14"],
    ["/a/missing", "2:3"],
    ["/200/b/0", "3:7"],
    ["/d", "6:3"],
    ["/e/f", "7:6"],
  ])("%s", (pointer, expected) => {
    const found = locator(text, "x.yaml")({ file: "x.yaml", pointer });
    expect(`${found?.line}:${found?.column}`).toBe(expected);
  });

  test.each<[string, string]>([
    ["", "1:1"],
    ["/a", "1:1"],
    ["/a/b", "2:3"],
    ["/a/b/0", "3:7"],
    ["/a/b/1/c~0~1", "4:7"],
    ["/a/missing", "2:3"],
    ["/200", "5:1"],
    ["/e/f", "7:6"],
  ])("the key of %s", (pointer, expected) => {
    const found = locator(text, "x.yaml")({ file: "x.yaml", pointer, isKey: true });
    expect(`${found?.line}:${found?.column}`).toBe(expected);
  });
});

describe("files that end in .yaml or .yml", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "stepwright-yaml-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
  const contract = (more = ""): string =>
    `schema: x.schema.yml\noverlay: o.yaml\npackage: { name: x, version: 1.0.0, license: MIT, description: X. }\nentries:\n  Thing: { at: "#", direction: both }\n${more}`;

  test("contract, schema, overlay and referenced files", async () => {
    write("x.contract.yaml", contract());
    write("x.schema.yml", "type: object\nproperties:\n  a: { $ref: more.yaml }\n");
    write("o.yaml", "overlay: 1.0.0\n");
    write("more.yaml", "type: string\n");
    const inputs = await load(path.join(folder, "x.contract.yaml"));
    expect(inputs.contract.package.version).toBe("1.0.0");
    expect(inputs.schema.value).toMatchObject({ type: "object", properties: { a: { $ref: "more.yaml" } } });
    expect(inputs.overlay?.value).toMatchObject({ overlay: "1.0.0" });
    expect([...inputs.referenced.keys()]).toEqual(["more.yaml"]);
  });

  test("all that is wrong with them, at its place", async () => {
    write("x.contract.yaml", contract("stepps: 1\n"));
    write("x.schema.yml", "type: object\ntype: string\n");
    write("o.yaml", "overlay: [1.0.0\n");
    const outcome = await load(path.join(folder, "x.contract.yaml")).catch((error: unknown) => error);
    const { diagnostics } = outcome as Failure;
    const printed = withoutFrames(diagnostics, sourceText).replaceAll(`${folder}/`, "").split("\n");
    expect(printed.filter((line) => !line.startsWith(" "))).toEqual([
      'x.contract.yaml:6:1 error SW120 unknown key "stepps"',
      'x.schema.yml:2:1 error SW205 the key "type" stands twice in one object',
      expect.stringMatching(/^o\.yaml:\d:\d+ error SW107 not YAML: /),
    ]);
    expect(exitCodeOf(diagnostics)).toBe(2);
  });
});
