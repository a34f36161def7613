import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { emitTypes } from "#generator/emit/types.js";
import type { Definitions, Schema } from "#generator/json/json-schema.js";
import type { Workflow } from "#generator/model/model.js";

interface Case {
  readonly name: string;
  readonly in: Schema;
  /** What `T` is. */
  readonly out: string;
}

const $defs = {
  A: { type: "object", properties: { a: { type: "string" } }, required: ["a"] },
  B: { enum: ["x", "y"] },
} as const;
const model = { entries: [{ name: "T", direction: "response" }] } as unknown as Workflow;

async function typeOf(schema: Schema): Promise<string> {
  const canonical = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $defs: { T: schema, ...$defs },
  } as const;
  const text = await format(await emitTypes(canonical, model), { parser: "typescript", printWidth: 120 });
  const until = text.indexOf("export interface A");
  return text
    .slice(0, until)
    .trim()
    .replace(/^export (type T = )?/, "")
    .replace(/;$/, "");
}

function table(cases: readonly Case[]): void {
  test.each(cases)("$name", async (each) => {
    expect(await typeOf(each.in)).toBe(each.out);
  });
}

describe("kinds of values", () => {
  table([
    { name: "true is anything", in: true, out: "unknown" },
    { name: "false is nothing", in: false, out: "never" },
    { name: "a schema that says nothing is anything", in: {}, out: "unknown" },
    { name: "not: {} is nothing", in: { not: {} }, out: "never" },
    { name: "a string", in: { type: "string", minLength: 1 }, out: "/** @minLength 1 */\nexport type T = string" },
    { name: "an integer is a number", in: { type: ["integer", "number"] }, out: "number" },
    { name: "null comes last", in: { type: ["null", "string"] }, out: "string | null" },
    { name: "an object or a list", in: { type: ["object", "array"] }, out: "{ [key: string]: unknown } | unknown[]" },
    { name: "no kind at all", in: { type: [] }, out: "never" },
    {
      name: "rules without a kind are rules for strings only",
      in: { minLength: 3, format: "uri" },
      out: "/**\n * @format uri\n * @minLength 3\n */\nexport type T = unknown",
    },
    { name: "a default is no type", in: { default: 1 }, out: "/** @default 1 */\nexport type T = unknown" },
    {
      name: "tsType and tsEnumNames are no keywords",
      in: { tsType: "any", tsEnumNames: ["a"], type: "string" },
      out: "string",
    },
    {
      name: "$id and $anchor are no types",
      in: { $id: "https://x.test/a", $anchor: "a", type: "boolean" },
      out: "boolean",
    },
  ]);
});

describe("enum and const", () => {
  table([
    { name: "values of all kinds", in: { enum: ["a", 1, true, null] }, out: '"a" | 1 | true | null' },
    {
      name: "objects and lists",
      in: { enum: [{ a: [1, "x"], "b-c": null }, [], {}] },
      out: '{ a: [1, "x"]; "b-c": null } | [] | { [key: string]: never }',
    },
    {
      name: "a schema inside a value is a value",
      in: { const: { $ref: "#/$defs/A", type: "string" } },
      out: '{ $ref: "#/$defs/A"; type: "string" }',
    },
    { name: "only values of the type", in: { type: ["string", "integer"], enum: ["a", null, 1.5, 2] }, out: '"a" | 2' },
    { name: "no value of the type", in: { type: "string", enum: [1] }, out: "never" },
    { name: "null", in: { const: null }, out: "null" },
    {
      name: "the name of a placeholder",
      in: { enum: ["Held0", "Part0", "[k: string]"] },
      out: '"Held0" | "Part0" | "[k: string]"',
    },
    { name: "a value narrows a reference", in: { $ref: "#/$defs/B", const: "x" }, out: '"x"' },
    { name: "a list of values", in: { type: "array", items: { const: -1 } }, out: "-1[]" },
  ]);
});

describe("objects", () => {
  const text = { type: "string" } as const;
  table([
    {
      name: "closed where the schema says nothing",
      in: { type: "object", properties: { a: text, b: text }, required: ["b"] },
      out: "interface T {\n  a?: string;\n  b: string;\n}",
    },
    {
      name: "explicitly closed",
      in: { type: "object", properties: { a: text }, additionalProperties: false },
      out: "interface T {\n  a?: string;\n}",
    },
    {
      name: "explicitly open",
      in: { type: "object", properties: { a: text }, additionalProperties: true },
      out: "interface T {\n  a?: string;\n  [key: string]: unknown;\n}",
    },
    {
      name: "open by an empty schema",
      in: { type: "object", properties: { a: text }, additionalProperties: {} },
      out: "interface T {\n  a?: string;\n  [key: string]: unknown;\n}",
    },
    {
      name: "a map",
      in: { type: "object", additionalProperties: { $ref: "#/$defs/A" } },
      out: "interface T {\n  [key: string]: A;\n}",
    },
    {
      name: "an index signature is as wide as its neighbours",
      in: {
        type: "object",
        properties: { a: text, b: { $ref: "#/$defs/A" } },
        required: ["b"],
        additionalProperties: { type: "number" },
      },
      out: "interface T {\n  a?: string;\n  b: A;\n  [key: string]: number | string | A | undefined;\n}",
    },
    {
      name: "the words of an index signature",
      in: { type: "object", additionalProperties: { type: "number", description: "A score.", minimum: 0 } },
      out: "interface T {\n  /**\n   * A score.\n   * @minimum 0\n   */\n  [key: string]: number;\n}",
    },
    { name: "any object", in: { type: "object" }, out: "interface T {\n  [key: string]: unknown;\n}" },
    {
      name: "the empty object",
      in: { type: "object", additionalProperties: false },
      out: "interface T {\n  [key: string]: never;\n}",
    },
    {
      name: "a property that must not be there",
      in: { type: "object", properties: { a: false, b: true } },
      out: "object & {\n  a?: never;\n  b?: unknown;\n}",
    },
    {
      name: "a required property that is not described",
      in: { type: "object", required: ["a"] },
      out: "interface T {\n  a: unknown;\n}",
    },
    {
      name: "a required property of a map",
      in: { type: "object", required: ["a"], additionalProperties: { type: "number" } },
      out: "interface T {\n  a: number;\n  [key: string]: number;\n}",
    },
    {
      name: "patterns in a closed object",
      in: { type: "object", patternProperties: { "^x": text, "^y": { type: "number" } }, additionalProperties: false },
      out: "interface T {\n  [key: `x${string}`]: string;\n  [key: `y${string}`]: number;\n}",
    },
    {
      name: "patterns beside a schema for the rest",
      in: { type: "object", patternProperties: { "^x": text }, additionalProperties: { type: "number" } },
      out: "interface T {\n  [key: `x${string}`]: string;\n  [key: string]: number | string;\n}",
    },
    {
      name: "patterns that leave other names free",
      in: { type: "object", patternProperties: { "^x": text } },
      out: "interface T {\n  [key: `x${string}`]: string;\n}",
    },
    {
      name: "patterns that no template says",
      in: { type: "object", patternProperties: { "^x\\d": text, "^y$": text } },
      out: "interface T {\n  [key: string]: unknown;\n}",
    },
    {
      name: "patterns beside properties",
      in: { type: "object", properties: { a: text }, patternProperties: { "^x": { type: "number" } } },
      out: "interface T {\n  a?: string;\n  [key: `x${string}`]: number;\n}",
    },
    {
      name: "properties without a type say nothing of other kinds",
      in: { properties: { a: text }, required: ["a"] },
      out: "type T =\n  | {\n      a: string;\n    }\n  | string\n  | number\n  | boolean\n  | unknown[]\n  | null",
    },
    {
      name: "properties without a type where something beside them says it",
      in: { $ref: "#/$defs/A", properties: { b: text } },
      out: "A & {\n  b?: string;\n}",
    },
    {
      name: "open to an object that shares no property, closed to typos",
      in: { type: "object", properties: { a: text } },
      out: "object & {\n  a?: string;\n}",
    },
    {
      name: "an object or null",
      in: { type: ["object", "null"], properties: { a: text }, required: ["a"] },
      out: "{\n  a: string;\n} | null",
    },
    {
      name: "an absent property may still be inherited",
      in: { type: "object", properties: { toString: text, constructor: text }, required: ["constructor"] },
      out: 'interface T {\n  toString?: string | Object["toString"];\n  constructor: string;\n}',
    },
  ]);
});

describe("lists and tuples", () => {
  const text = { type: "string" } as const;
  table([
    { name: "a list", in: { type: "array", items: text }, out: "string[]" },
    { name: "a list of a union", in: { type: "array", items: { type: ["string", "null"] } }, out: "(string | null)[]" },
    {
      name: "a list with a least length stays a list",
      in: { type: "array", items: { $ref: "#/$defs/A" }, minItems: 1, maxItems: 3 },
      out: "/**\n * @minItems 1\n * @maxItems 3\n */\nexport type T = A[]",
    },
    { name: "a list of anything", in: { type: "array" }, out: "unknown[]" },
    {
      name: "items without a type say nothing of other kinds",
      in: { items: text },
      out: "string[] | string | number | boolean | { [key: string]: unknown } | null",
    },
    {
      name: "words of unnamed items",
      in: { type: "array", items: { type: "string", description: "A tag." } },
      out: "/** Items: A tag. */\nexport type T = string[]",
    },
    { name: "the empty list", in: { type: "array", items: false }, out: "[]" },
    {
      name: "required, optional and further places",
      in: { type: "array", prefixItems: [text, { type: "number" }], items: { type: "boolean" }, minItems: 1 },
      out: "/** @minItems 1 */\nexport type T = [string, number?, ...boolean[]]",
    },
    {
      name: "places are optional and others welcome by default",
      in: { type: "array", prefixItems: [text] },
      out: "[string?, ...unknown[]]",
    },
    {
      name: "a closed tuple",
      in: { type: "array", prefixItems: [text, { type: "number" }], items: false, minItems: 2 },
      out: "/** @minItems 2 */\nexport type T = [string, number]",
    },
    {
      name: "a tuple closed by its length",
      in: { type: "array", prefixItems: [text], items: { type: "number" }, minItems: 2, maxItems: 3 },
      out: "/**\n * @minItems 2\n * @maxItems 3\n */\nexport type T = [string, number, number?]",
    },
    {
      name: "a tuple shorter than its places",
      in: { type: "array", prefixItems: [text, text], maxItems: 1 },
      out: "/** @maxItems 1 */\nexport type T = [string?]",
    },
    {
      name: "a tuple with a huge least length",
      in: { type: "array", prefixItems: [text], minItems: 1e9 },
      out: `/** @minItems 1000000000 */\nexport type T = [\n  string,\n${"  unknown,\n".repeat(16)}  ...unknown[],\n]`,
    },
    {
      name: "places with structure",
      in: {
        type: "array",
        prefixItems: [{ enum: ["a", null] }, { type: "array", prefixItems: [{ $ref: "#/$defs/A" }], items: false }],
        items: { type: ["number", "string"] },
      },
      out: '[("a" | null)?, item2?: [A?], ...(number | string)[]]',
    },
    {
      name: "a list of tuples",
      in: { type: "array", items: { type: "array", prefixItems: [text], items: false, minItems: 1 } },
      out: "[string][]",
    },
  ]);
});

describe("combinations", () => {
  const text = { type: "string" } as const;
  table([
    { name: "a reference", in: { $ref: "#/$defs/A" }, out: "A" },
    {
      name: "a described reference",
      in: { $ref: "#/$defs/A", description: "An A." },
      out: "/** An A. */\nexport type T = A",
    },
    { name: "oneOf is a union", in: { oneOf: [{ $ref: "#/$defs/A" }, { type: "null" }] }, out: "A | null" },
    {
      name: "anyOf is a union, without repetition",
      in: { anyOf: [text, { type: "string", maxLength: 3 }, { anyOf: [{ type: "number" }] }] },
      out: "string | number",
    },
    { name: "a branch that takes anything", in: { anyOf: [text, {}] }, out: "unknown" },
    { name: "a branch that takes nothing", in: { oneOf: [text, false] }, out: "string" },
    {
      name: "allOf is an intersection",
      in: { allOf: [{ $ref: "#/$defs/A" }, { required: ["z"] }] },
      out: "A & {\n  z: unknown;\n}",
    },
    {
      name: "kinds that exclude each other",
      in: { allOf: [{ $ref: "#/$defs/A" }, { $ref: "#/$defs/B" }] },
      out: "never",
    },
    { name: "an allOf that only adds rules", in: { allOf: [{ minLength: 1 }, text] }, out: "string" },
    { name: "an allOf that nothing can meet", in: { allOf: [text, false] }, out: "never" },
    {
      name: "own properties beside allOf",
      in: { allOf: [{ $ref: "#/$defs/A" }], required: ["a"] },
      out: "A & {\n  a: unknown;\n}",
    },
    { name: "a type beside a reference", in: { type: "object", allOf: [{ $ref: "#/$defs/A" }] }, out: "A" },
    {
      name: "a type is known in every branch",
      in: { type: "string", oneOf: [{ const: "a" }, { const: 1 }, { enum: ["b", null] }] },
      out: '"a" | "b"',
    },
    {
      name: "a type whose branches only add rules",
      in: { type: "string", anyOf: [{ minLength: 3 }, { pattern: "^a" }] },
      out: "string",
    },
    { name: "a type that no branch has", in: { type: "string", anyOf: [{ type: "number" }] }, out: "never" },
    {
      name: "one of two required properties",
      in: {
        ...{ type: "object", properties: { a: text, b: text, c: true }, required: ["c"] },
        anyOf: [{ required: ["a"] }, { required: ["b"] }],
      },
      out: "{\n  a?: string;\n  b?: string;\n  c: unknown;\n} & (\n  | {\n      a: unknown;\n    }\n  | {\n      b: unknown;\n    }\n)",
    },
    {
      name: "a list of a union of references",
      in: { type: "array", items: { oneOf: [{ $ref: "#/$defs/A" }, { $ref: "#/$defs/B" }] } },
      out: "(A | B)[]",
    },
    {
      name: "recursion",
      in: { type: "object", properties: { next: { $ref: "#/$defs/T" } }, additionalProperties: false },
      out: "interface T {\n  next?: T;\n}",
    },
    {
      name: "what a type cannot say makes it wider",
      in: { type: "number", not: { const: 1 }, if: { minimum: 1 }, else: { maximum: 2 } },
      out: "number",
    },
  ]);
});

describe("what TypeScript multiplies out is bounded", () => {
  const kinds = (name: string, count: number): Schema => ({
    anyOf: Array.from({ length: count }, (_, index) => ({
      type: "object",
      properties: { [name]: { const: index } },
      required: [name],
    })),
  });
  const definitions = async (T: Schema, more: Definitions): Promise<string> => {
    const $schema = "https://json-schema.org/draft/2020-12/schema";
    return emitTypes({ $schema, $defs: { T, ...more } }, model);
  };
  const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });

  test("an intersection goes without the broadest of its unions, behind whatever name it is", async () => {
    const more = { P: kinds("p", 30), Alias: { $ref: "#/$defs/P", title: "P" }, Q: kinds("q", 29), R: kinds("r", 28) };
    const three = [ref("Alias"), ref("Q"), ref("R")];
    expect(await definitions({ allOf: three }, more)).toContain("export type T = (Alias & Q & R);");
    expect(await definitions({ allOf: [...three, ref("S")] }, { ...more, S: kinds("s", 2) })).toContain(
      "export type T = (Q & R & S);",
    );
  });

  test("a union of too many is any value that may stand there", async () => {
    const more = { P: kinds("p", 100), Q: kinds("q", 200), R: kinds("r", 100), S: kinds("s", 200) };
    const [one, other] = [{ allOf: [ref("P"), ref("Q")] }, { allOf: [ref("R"), ref("S")] }];
    expect(await definitions({ anyOf: [one, ref("R")] }, more)).toContain("export type T = ((P & Q) | R);");
    expect(await definitions({ anyOf: [one, other] }, more)).toContain(
      "export interface T { [key: string]: unknown\n}",
    );
  });
});

describe("exclusions and conditions", () => {
  const text = { type: "string" } as const;
  const tagged = { type: "object", properties: { a: { const: 1 } }, required: ["a"] } as const;
  table([
    { name: "all kinds but one", in: { type: ["string", "number", "null"], not: text }, out: "number | null" },
    {
      name: "all kinds but one, where none is named",
      in: { not: { type: ["object", "array"] } },
      out: "string | number | boolean | null",
    },
    {
      name: "an integer is not all numbers",
      in: { type: ["string", "number"], not: { type: "integer" } },
      out: "string | number",
    },
    {
      name: "some strings are not all strings",
      in: { type: ["string", "number"], not: { minLength: 1, ...text } },
      out: "string | number",
    },
    {
      name: "not what nothing is",
      in: { type: ["string", "null"], not: { const: null, enum: [0] } },
      out: "string | null",
    },
    { name: "not not", in: { not: { not: text } }, out: "string" },
    {
      name: "what no branch leaves",
      in: { not: { anyOf: [{ type: "null" }, { enum: [true, false] }] } },
      out: "string | number | unknown[] | { [key: string]: unknown }",
    },
    {
      name: "listed values but some",
      in: { enum: ["a", "b", { c: [1] }], not: { enum: ["b", { c: [1] }] } },
      out: '"a"',
    },
    { name: "a condition on kinds", in: { if: text, then: { const: "a" }, else: { type: "null" } }, out: '"a" | null' },
    {
      name: "a condition on a property",
      in: { type: "object", if: tagged, then: { required: ["b"] }, else: { required: ["c"] } },
      out: "type T =\n  | ({\n      a: 1;\n    } & {\n      b: unknown;\n    })\n  | {\n      c: unknown;\n    }",
    },
    {
      name: "a condition on values only",
      in: { ...text, if: { minLength: 1 }, then: { maxLength: 3 } },
      out: "string",
    },
    {
      name: "a property that needs another one",
      in: { type: "object", dependentRequired: { a: ["b"] } },
      out: "type T =\n  | (object & {\n      a?: never;\n    })\n  | {\n      b: unknown;\n    }",
    },
    {
      name: "four properties that need others stay with the validator",
      in: { type: "object", dependentRequired: { a: ["b"], b: ["a"], c: ["a"], d: ["a"] } },
      out: "interface T {\n  [key: string]: unknown;\n}",
    },
  ]);
});
