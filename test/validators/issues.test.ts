/**
 * What a person reads about a wrong value: one issue for each thing that is wrong, where it is, and a sentence.
 */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import type { Definitions, Json, Schema, TypeName } from "#generator/json/json-schema.js";
import type { Issue } from "#generator/runtime/issue.js";
import { taggedUnion } from "#generator/schema/reading/tagged-union.js";
import { validatorsOf } from "../support/validators.js";

const text = { type: "string" } as const;
const $defs: Definitions = {
  Cat: { type: "object", required: ["meow"], properties: { meow: { type: "boolean" } } },
  Dog: { type: "object", required: ["bark"], properties: { bark: { type: "boolean" } } },
  Owner: text,
  Retries: { type: "integer", minimum: 0, maximum: 5 },
  Air: {
    type: "string",
    pattern: "^urn:air:(?:[a-z0-9]+:){3}[a-z0-9-]+(?:@[a-z0-9-]+)?(?::[a-z0-9-]+)?(?:\\.[a-z]+)?$",
  },
  Animals: { type: "array", items: { $ref: "#/$defs/Cat" } },
};
const cat = { $ref: "#/$defs/Cat" };
const dog = { $ref: "#/$defs/Dog" };

const issuesOf = async (schema: Schema, value: unknown): Promise<readonly Issue[]> =>
  (await validatorsOf({ ...$defs, Root: schema }, ["Root"])).issues("Root", value);

describe("a sentence says what was expected and what came", () => {
  const uri = "a URI (RFC 3986)";
  const cases: readonly (readonly [schema: Schema, value: unknown, keyword: string, sentence: string])[] = [
    [text, 1, "type", "the value must be a string, got 1 (number)"],
    [text, undefined, "type", "the value must be a string, got undefined"],
    [text, null, "type", "the value must be a string, got null"],
    [text, [], "type", "the value must be a string, got an empty array"],
    [text, [1, 2], "type", "the value must be a string, got an array of 2"],
    [text, {}, "type", "the value must be a string, got an object"],
    [text, Number.NaN, "type", "the value must be a string, got NaN (number)"],
    [text, 1n, "type", "the value must be a string, got a bigint"],
    [text, () => 1, "type", "the value must be a string, got a function"],
    [{ type: "boolean" }, "yes", "type", 'the value must be true or false, got "yes" (string)'],
    [
      { type: ["integer", "boolean", "null"] },
      "a",
      "type",
      'the value must be an integer, a boolean or null, got "a" (string)',
    ],
    [{ type: ["null", "integer"] }, "a", "type", 'the value must be an integer or null, got "a" (string)'],
    [
      { anyOf: [{ type: ["null", "integer"] }, { type: "boolean" }] },
      "a",
      "anyOf",
      'the value must be an integer, null or a boolean, got "a" (string)',
    ],
    [{ enum: ["a", "b"] }, 1, "enum", 'the value must be one of "a", "b", got 1 (number)'],
    [{ enum: ["a", "b"] }, "c", "enum", 'the value must be one of "a", "b", got "c" (string)'],
    [{ enum: ["a"] }, 1, "enum", 'the value must be "a", got 1 (number)'],
    [{ enum: [[1], { a: 1 }] }, 1, "enum", 'the value must be one of [1], {"a":1}, got 1 (number)'],
    [{ enum: [] }, 1, "enum", "the value must be absent, got 1 (number)"],
    [
      { enum: Array.from({ length: 14 }, (_, index) => index) },
      99,
      "enum",
      "the value must be one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more, got 99 (number)",
    ],
    [{ const: "a" }, "b", "const", 'the value must be "a", got "b" (string)'],
    [{ const: { a: [1] } }, { a: [2] }, "const", "a[0] must be 1, got 2 (number)"],
    [{ minimum: 3 }, 2, "minimum", "the value must be at least 3, got 2 (number)"],
    [{ maximum: 3 }, 4, "maximum", "the value must be at most 3, got 4 (number)"],
    [{ exclusiveMinimum: 3 }, 3, "exclusiveMinimum", "the value must be greater than 3, got 3 (number)"],
    [{ exclusiveMaximum: 3 }, 3, "exclusiveMaximum", "the value must be less than 3, got 3 (number)"],
    [{ multipleOf: 0.1 }, 0.25, "multipleOf", "the value must be a multiple of 0.1, got 0.25 (number)"],
    [
      { pattern: `^(?:${"a".repeat(120)})$` },
      "b",
      "pattern",
      `the value must be a string that matches ^(?:${"a".repeat(96)}..., got "b" (string)`,
    ],
    [{ minLength: 1 }, "", "minLength", 'the value must be a string of at least 1 character, got "" (string)'],
    [
      { maxLength: 2 },
      "ab😀",
      "maxLength",
      'the value must be a string of at most 2 characters (it has 3), got "ab😀" (string)',
    ],
    [{ pattern: "^a/b" }, "x", "pattern", 'the value must be a string that matches ^a/b, got "x" (string)'],
    [{ format: "uri" }, "a b", "format", `the value must be ${uri}, got "a b" (string)`],
    [
      { format: "date-time" },
      "now",
      "format",
      'the value must be a date-time with offset (RFC 3339), got "now" (string)',
    ],
    [{ minItems: 2 }, [1], "minItems", "the value must be an array of at least 2 items, got an array of 1"],
    [{ maxItems: 0 }, [1], "maxItems", "the value must be an empty array, got an array of 1"],
    [
      { prefixItems: [text], items: false },
      ["a", 1],
      "items",
      "the value must be an array of at most 1 item, got an array of 2",
    ],
    [
      { uniqueItems: true },
      [{ a: 1 }, 2, { a: 1.0 }, 2],
      "uniqueItems",
      "the value must be an array without equal items ([0] and [2] are equal), got an array of 4",
    ],
    [
      { contains: text },
      [1],
      "contains",
      "the value must be an array in which at least 1 item is a string, got an array of 1",
    ],
    [
      { contains: cat, minContains: 2 },
      [],
      "contains",
      "the value must be an array in which at least 2 items are each a Cat, got an empty array",
    ],
    [
      { contains: { minimum: 3 }, minContains: 0, maxContains: 1 },
      [3, 4],
      "contains",
      "the value must be an array in which at most 1 item is a number that is at least 3, got an array of 2",
    ],
    [
      { contains: text, minContains: 1, maxContains: 2 },
      [],
      "contains",
      "the value must be an array in which 1 to 2 items are each a string, got an empty array",
    ],
    [
      { contains: text, minContains: 2, maxContains: 2 },
      [],
      "contains",
      "the value must be an array in which exactly 2 items are each a string, got an empty array",
    ],
    [
      { contains: { minLength: 1, maximum: 2 } },
      [],
      "contains",
      'the value must be an array in which at least 1 item is what "contains" describes, got an empty array',
    ],
    [
      { minProperties: 1 },
      {},
      "minProperties",
      "the value must be an object with at least 1 property (it has 0), got an object",
    ],
    [
      { maxProperties: 2 },
      { a: 1, b: 1, c: 1 },
      "maxProperties",
      "the value must be an object with at most 2 properties (it has 3), got an object",
    ],
    [{ maxProperties: 0 }, { a: 1 }, "maxProperties", "the value must be an empty object (it has 1), got an object"],
    [{ required: ["a"] }, {}, "required", "a is required"],
    [{ required: ["a"], properties: { a: text } }, {}, "required", "a is required: a string"],
    [
      { required: ["a"], properties: { a: { type: "string", format: "uri" } } },
      {},
      "required",
      `a is required: ${uri}`,
    ],
    [{ required: ["a"], properties: { a: { enum: ["x", "y"] } } }, {}, "required", 'a is required: one of "x", "y"'],
    [{ required: ["a"], properties: { a: cat } }, {}, "required", "a is required: a Cat"],
    [{ required: ["a"], properties: { a: { $ref: "#/$defs/Owner" } } }, {}, "required", "a is required: a string"],
    [{ required: ["a"], properties: { a: { $ref: "#/$defs/Animals" } } }, {}, "required", "a is required: an Animals"],
    [{ required: ["a"], properties: { a: { $ref: "#/$defs/Air" } } }, {}, "required", "a is required: an Air"],
    [
      { anyOf: [{ $ref: "#/$defs/Retries" }, cat] },
      9,
      "anyOf",
      "the value must be an integer that is at least 0 and at most 5 or a Cat, got 9 (number)",
    ],
    [
      { properties: { a: { dependentRequired: { "b c": ["d"] } } } },
      { a: { "b c": 1 } },
      "dependentRequired",
      'a.d is required because "b c" is present',
    ],
    [{ dependentSchemas: { a: { required: ["b"] } } }, { a: 1 }, "required", "b is required"],
    [
      { propertyNames: { pattern: "^a" } },
      { b: 1 },
      "propertyNames",
      "b must have a name that is a string that matches ^a",
    ],
    [
      { propertyNames: { pattern: "^a", format: "__proto__" } },
      { b: 1 },
      "propertyNames",
      "b must have a name that is a valid __proto__ that matches ^a",
    ],
    [
      { propertyNames: { minLength: 1, pattern: "^a" } },
      { b: 1 },
      "propertyNames",
      "b must have a name that is a string of at least 1 character that matches ^a",
    ],
    [
      { properties: { colour: true }, additionalProperties: false },
      { color: 1 },
      "additionalProperties",
      'color is not a known property; did you mean "colour"?',
    ],
    [
      { properties: { colour: true }, additionalProperties: false },
      { size: 1 },
      "additionalProperties",
      "size is not a known property",
    ],
    [
      { properties: { a: { properties: { name: true }, additionalProperties: false } } },
      { a: { name: 1, nme: 1 } },
      "additionalProperties",
      "a.nme is not a known property",
    ],
    [{ properties: { a: false } }, { a: 1 }, "false schema", "a must be absent, got 1 (number)"],
    [false, 1, "false schema", "the value must be absent, got 1 (number)"],
    [{ anyOf: [text, { type: "null" }] }, 1, "anyOf", "the value must be a string or null, got 1 (number)"],
    [
      { anyOf: [{ type: ["integer", "null"] }, false, cat, cat] },
      "a",
      "anyOf",
      'the value must be an integer, null or a Cat, got "a" (string)',
    ],
    [
      { anyOf: [{ minLength: 2, maximum: 2 }, { type: "null" }] },
      "",
      "anyOf",
      'the value must be what "anyOf" describes or null, got "" (string)',
    ],
    [{ oneOf: [text, { type: "null" }] }, 1, "oneOf", "the value must be a string or null, got 1 (number)"],
    [
      { oneOf: [cat, dog] },
      { meow: true, bark: true },
      "oneOf",
      "the value must be a Cat or a Dog, but not several at once, got an object",
    ],
    [{ not: text }, "a", "not", 'the value must be anything but a string, got "a" (string)'],
    [{ not: { required: ["a"] } }, { a: 1 }, "not", 'the value must be an object without "a", got an object'],
    [
      { not: { type: "object", required: ["b", "a"], properties: { a: { const: 1 } } } },
      { a: 1, b: 2 },
      "not",
      'the value must be anything but an object with "b" and "a": 1, got an object',
    ],
    [
      { not: { type: "object", required: ["a"], properties: { a: { const: 1 }, b: { const: 2 } } } },
      { a: 1 },
      "not",
      'the value must be anything but what "not" describes, got an object',
    ],
    [
      { type: "string", if: { minLength: 3 }, then: false },
      "abc",
      "not",
      'the value must be anything but a string of at least 3 characters, got "abc" (string)',
    ],
    [{ if: text, then: { minLength: 2 }, else: false }, 1, "type", "the value must be a string, got 1 (number)"],
    [
      { if: text, then: { minLength: 2 }, else: false },
      "a",
      "minLength",
      'the value must be a string of at least 2 characters, got "a" (string)',
    ],
    [{ if: text, then: false, else: { minimum: 2 } }, 1, "minimum", "the value must be at least 2, got 1 (number)"],
    [{ not: {} }, 1, "not", "the value must be absent, got 1 (number)"],
    [{ not: { not: text } }, 1, "not", "the value must be a string, got 1 (number)"],
    [
      { type: "array", contains: { not: text } },
      ["a"],
      "contains",
      "the value must be an array in which at least 1 item is anything but a string, got an array of 1",
    ],
    [{ contains: true }, [], "contains", "the value must be an array of at least 1 item, got an empty array"],
    [
      { contains: {}, minContains: 1, maxContains: 2 },
      [1, 2, 3],
      "contains",
      "the value must be an array of 1 to 2 items, got an array of 3",
    ],
    [
      { anyOf: Array.from({ length: 14 }, (_, index) => ({ const: `${index}`, type: "string" }) as const) },
      9,
      "anyOf",
      'the value must be "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11" or one of 2 more, got 9 (number)',
    ],
    [
      { if: text, then: { minLength: 2 }, else: { minimum: 2 } },
      "a",
      "minLength",
      'the value must be a string of at least 2 characters, got "a" (string)',
    ],
    [
      { if: text, then: { minLength: 2 }, else: { minimum: 2 } },
      1,
      "minimum",
      "the value must be at least 2, got 1 (number)",
    ],
  ];
  test.for(cases.map(([schema, value, keyword, sentence]) => [sentence, keyword, schema, value] as const))(
    "%s (%s)",
    async ([message, keyword, schema, value]) => {
      expect(await issuesOf(schema, value)).toMatchObject([{ message, keyword }]);
    },
  );

  test("whose keyword stands in the schema, or is one that its type's words name", () => {
    const words = readFileSync("generator/runtime/issue.ts", "utf8");
    const names = (schema: Schema, keyword: string): boolean =>
      words.includes(`\`${keyword}\``) || JSON.stringify({ schema, $defs }).includes(`"${keyword}":`);
    expect(cases.filter(([schema, , keyword]) => !names(schema, keyword))).toEqual([]);
  });
});

describe("a value that no branch takes is not told to be what it is", () => {
  const bearing = (key: string): Schema => ({ type: "object", required: [key], properties: { [key]: text } });
  const tuple: Schema = { type: "array", prefixItems: [text], minItems: 1 };
  const oneOf = { oneOf: [bearing("a"), bearing("b")] };
  const objects = 'an object with "a" or an object with "b", as "oneOf" describes';
  test.for<[sentence: string, schema: Schema, value: unknown]>([
    [`the value must be ${objects}, got an object`, oneOf, {}],
    [`the value must be ${objects}, but not several at once, got an object`, oneOf, { a: "", b: "" }],
    [`p must be ${objects}, got an object`, { properties: { p: oneOf, q: oneOf, r: oneOf } }, { p: {} }],
    [`p must be ${objects}, got an object`, { if: true, then: { properties: { p: oneOf } } }, { p: {} }],
    [
      'the value must be an array of at least 1 item or an array of at least 2 items, as "anyOf" describes, got an empty array',
      { anyOf: [tuple, { ...tuple, minItems: 2 }] },
      [],
    ],
    [
      'the value must be what "anyOf" describes or null, got an empty array',
      { anyOf: [tuple, { minimum: 1, minItems: 1 }, { type: "null" }] },
      [],
    ],
    [
      'the value must be a number that is at least 3, a number that is at most 1 or null, as "anyOf" describes, got 3.5 (number)',
      { anyOf: [{ type: "integer", anyOf: [{ minimum: 3 }, { maximum: 1 }] }, { type: "null" }] },
      3.5,
    ],
    [
      'the value must be an array in which at least 1 item is an array of at least 1 item, as "contains" describes, got an array of 1',
      { contains: tuple },
      [[1]],
    ],
    [
      'a must have a name that is a string of at least 2 characters, as "propertyNames" describes',
      { propertyNames: { type: "string", minLength: 2, not: { const: "bb" } } },
      { a: 1 },
    ],
  ])("%s", async ([sentence, schema, value]) => {
    expect((await issuesOf(schema, value)).map(({ message }) => message)).toEqual([sentence]);
  });
});

describe("branches that exclude each other are told with what they may not have", () => {
  const only = (name: string, ...others: readonly string[]): Schema => ({
    required: [name],
    not: others.length === 1 ? { required: others } : { anyOf: others.map((each) => ({ required: [each] })) },
  });
  test.for<[phrase: string, branches: readonly Schema[], value: unknown]>([
    [
      'an object with "Next" and without "End" or an object with "End" and without "Next"',
      [only("Next", "End"), only("End", "Next")],
      {},
    ],
    [
      'an object with "a" and without "b" and without "c" or an object without "a"',
      [only("a", "b", "c"), { not: { required: ["a"] } }],
      null,
    ],
  ])("%s", async ([phrase, oneOf, value]) => {
    const [issue] = await issuesOf({ oneOf }, value);
    expect(issue?.message).toContain(`must be ${phrase}, got`);
  });
});

describe("a list or a map is told with what its parts must be", () => {
  const list = (items: Schema, more: object = {}): Schema => ({ type: "array", items, ...more });
  const map = (additionalProperties: Schema, more: object = {}): Schema => ({
    type: "object",
    additionalProperties,
    ...more,
  });
  const row = { type: "object", properties: { a: text } } as const;
  test.for<[phrase: string, first: Schema, second: Schema, brief?: string]>([
    ["an array of strings or an array of numbers", list(text), list({ type: "number" })],
    ["an object of strings or an object of booleans", map(text), map({ type: "boolean" })],
    ["an array (each item a Cat) or an array (each item a Dog)", list(cat), list(dog), "an array"],
    ["an object (each property a Cat) or an object", map(cat), map(true), "an object"],
    [
      "an array of at least 2 items (each item a string) or an array of arrays",
      list(text, { minItems: 2 }),
      list({ type: "array" }),
      "an array of at least 2 items or an array of arrays",
    ],
    ["an array (each item an array of strings) or null", list(list(text)), { type: "null" }, "an array or null"],
    [
      'an array or an array (each item a Cat), as "anyOf" describes',
      list(row),
      list(cat, { contains: text }),
      "an array",
    ],
    ['an array, as "anyOf" describes', list(text, { prefixItems: [cat] }), list(false), "an array"],
    ['an array, as "anyOf" describes', list({ const: "x".repeat(80) }), list({ const: "y".repeat(80) }), "an array"],
    ['an object, as "anyOf" describes', map(false), map(text, row), "an object"],
  ])("%s", async ([phrase, first, second, brief = phrase]) => {
    const anyOf = [first, second];
    const schema = { required: ["a"], properties: { a: { anyOf } } };
    expect(await issuesOf(schema, { a: 1 })).toMatchObject([{ message: `a must be ${phrase}, got 1 (number)` }]);
    expect(await issuesOf(schema, {})).toMatchObject([{ message: `a is required: ${brief}` }]);
  });

  test("but for one without a name that is a part of itself", async () => {
    const [row, other]: readonly Schema[] = [list({ $ref: "#/$defs/Cell" }), list({ $ref: "#/$defs/Cell" })];
    const [cell, same]: readonly Schema[] = ["Row", "Other"].map((name) => ({
      anyOf: [{ $ref: `#/$defs/${name}` }, { type: "null" }],
    }));
    const properties = { a: { $ref: "#/$defs/Same" }, b: { $ref: "#/$defs/Cell" } };
    const all = { Row: row, Other: other, Cell: cell, Same: same, Root: { properties } } as Definitions;
    const { messages } = await validatorsOf(all, ["Root"]);
    expect(messages("Root", { a: 1 })).toEqual(['a must be an array or null, as "anyOf" describes, got 1 (number)']);
  });
});

describe("the sentence is about what is wrong", () => {
  const tagged = (tag: Json): Schema => ({ type: "object", required: ["v"], properties: { v: { const: tag } } });
  const nullable = { type: ["string", "null"] } as const;
  const closed = { type: "object", additionalProperties: false } as const;
  const type = { enum: ["ordinal", "nominal"] };
  const branch = (kind: string, properties: Record<string, Schema>): Schema => ({
    type: "object",
    properties: { kind: { const: kind }, ...properties },
    required: ["kind", ...Object.keys(properties).slice(0, 1)],
  });
  const ofField = { ...closed, properties: { field: text, type } };
  const ofDatum = { ...closed, properties: { datum: { type: "number" }, type } } as const;
  const ofValue = { ...closed, required: ["value"], properties: { value: { type: "number" } } } as const;
  const cases: readonly { name: string; schema: Schema; value: unknown; sentences: readonly string[] }[] = [
    {
      name: "a property that may not be there beside itself",
      schema: { properties: { x: { dependentSchemas: { a: false, b: cat }, properties: { a: text } } } },
      value: { x: { a: 1, b: 1 } },
      sentences: ["x.meow is required: true or false", "x.a must be absent, got 1 (number)"],
    },
    {
      name: "a schema that is equal to a type is not that type",
      schema: {
        required: ["a", "b", "c"],
        properties: { a: { $ref: "#/$defs/Nick" }, b: { allOf: [nullable] }, c: { allOf: [cat] } },
      },
      value: {},
      sentences: ["a is required: a string or null", "b is required: a string or null", "c is required: a Cat"],
    },
    {
      name: "what is there twice can never be the only one",
      schema: { properties: { a: { oneOf: [{ const: 1 }, { const: 2 }, { const: 1 }] }, b: { oneOf: [text, text] } } },
      value: { a: 1, b: "a" },
      sentences: ["a must be 2, got 1 (number)", 'b must be absent, got "a" (string)'],
    },
    {
      name: "what is there twice is no choice",
      schema: { oneOf: [{ const: 1 }, { const: 2 }, { const: 1 }, { const: 3 }] },
      value: 4,
      sentences: ["the value must be 2 or 3, got 4 (number)"],
    },
    {
      name: "a tag that is a number",
      schema: {
        oneOf: [tagged(1), tagged(2), { type: "object", required: ["v"], properties: { v: { enum: [3, 4] } } }],
      },
      value: { v: 5 },
      sentences: ["v must be one of 1, 2, 3, 4, got 5 (number)"],
    },
    ...[
      {
        x: { field: "a", type: "ordnal" },
        says: 'x.type must be one of "ordinal", "nominal", got "ordnal" (string); did you mean "ordinal"?',
      },
      { x: { field: "a", type: "?" }, says: 'x.type must be one of "ordinal", "nominal", got "?" (string)' },
      { x: { field: 1, type: "ordinal" }, says: "x.field must be a string, got 1 (number)" },
      { x: { datum: "a", type: "ordinal" }, says: 'x.datum must be a number, got "a" (string)' },
      { x: { value: "a" }, says: 'x.value must be a number, got "a" (string)' },
      { x: { feild: "a", type: "ordinal" }, says: 'x.feild is not a known property; did you mean "field"?' },
    ].map(({ x, says }) => ({
      name: `a branch is known by its properties, not by one of several values: ${JSON.stringify(x)}`,
      schema: { properties: { x: { anyOf: [ofField, ofDatum, ofValue] } } },
      value: { x },
      sentences: [says],
    })),
    ...[
      { x: { k: "c", v: "1" }, says: 'x.v must be an integer, got "1" (string)' },
      { x: { k: "a", v: 1 }, says: "x.v must be a string, got 1 (number)" },
      { x: { k: "b", v: true }, says: 'x must be an object with "k" and "v", as "anyOf" describes, got an object' },
      { x: { k: "d", v: 1 }, says: 'x.k must be one of "a", "b", "c", got "d" (string)' },
    ].map(({ x, says }) => ({
      name: `of two that are as likely, the one that has the value of several: ${JSON.stringify(x)}`,
      schema: {
        properties: {
          x: {
            anyOf: [
              { type: "object", required: ["k", "v"], properties: { k: { enum: ["a", "b"] }, v: text } },
              { type: "object", required: ["k", "v"], properties: { k: { enum: ["b", "c"] }, v: { type: "integer" } } },
            ],
          },
        },
      } as Schema,
      value: { x },
      sentences: [says],
    })),
    {
      name: "an open branch that lacks a property is less likely than one with two wrong ones",
      schema: {
        properties: { x: { anyOf: [ofField, ofValue].map((each) => ({ ...each, additionalProperties: true })) } },
      },
      value: { x: { field: 1, type: "ordnal" } },
      sentences: [
        "x.field must be a string, got 1 (number)",
        'x.type must be one of "ordinal", "nominal", got "ordnal" (string); did you mean "ordinal"?',
      ],
    },
    ...[
      { x: { kind: "text" }, says: ["x.text is required: a string"] },
      { x: { kind: "text", text: 1 }, says: ["x.text must be a string, got 1 (number)"] },
      { x: { kind: "note" }, says: ['x.kind must be one of "text", "image", got "note" (string)'] },
    ].map(({ x, says }) => ({
      name: `what all likely branches say is told: ${JSON.stringify(x)}`,
      schema: {
        properties: {
          x: {
            anyOf: [branch("text", { text }), branch("text", { text, more: text }), branch("image", { url: text })],
          },
        },
      },
      value: { x },
      sentences: says,
    })),
    {
      name: "a text that is nearly one of a branch's is told with those",
      schema: { properties: { x: { anyOf: [{ enum: ["area", "bar"] }, { const: "boxplot" }, cat] } } },
      value: { x: "boxplt" },
      sentences: ['x must be one of "area", "bar", "boxplot", got "boxplt" (string); did you mean "boxplot"?'],
    },
    {
      name: "a constant with a slip of the pen is the branch's own",
      schema: {
        properties: {
          x: { anyOf: [{ type: "object", properties: { kind: { const: "image" } }, required: ["kind"] }, ofValue] },
        },
      },
      value: { x: { kind: "imgae", value: 1 } },
      sentences: ['x.kind must be "image", got "imgae" (string)'],
    },
  ];
  test.each(cases)("$name", async ({ schema, value, sentences }) => {
    const validators = await validatorsOf({ ...$defs, Nick: nullable, Root: schema }, ["Root"]);
    expect(validators.issues("Root", value).map(({ message }) => message)).toEqual(sentences);
  });
});

test("a property that every object inherits is not what a missing one must be", async () => {
  const [issue] = await issuesOf({ required: ["__proto__"], properties: { a: text } }, {});
  expect(issue?.message).toBe("__proto__ is required");
});

test("a branch whose name only counts the branches is told by what it is", async () => {
  const branch = (name: string): Schema => ({ type: "object", required: [name], properties: { [name]: text } });
  const names = ["RootOneOf1", "RootAnyOf2Request", "AnyOfUs"];
  const { issues } = await validatorsOf({
    Root: { oneOf: names.map((name) => ({ $ref: `#/$defs/${name}` })) },
    ...Object.fromEntries(names.map((name, index) => [name, branch("abc"[index] ?? "")])),
  });
  const phrase = 'an object with "a", an object with "b" or an AnyOfUs, as "oneOf" describes';
  expect(issues("Root", {}).map(({ message }) => message)).toEqual([`the value must be ${phrase}, got an object`]);
});

describe("a branch is told with all its bounds", () => {
  const item = { items: text };
  test.for<[phrase: string, branch: Schema]>([
    ["an array of exactly 2 items", { type: "array", minItems: 2, maxItems: 2, ...item }],
    ["an array of 2 to 4 items", { type: "array", minItems: 2, maxItems: 4 }],
    ["an array of at most 4 items", { type: "array", maxItems: 4, ...item }],
    ["an empty array", { type: "array", maxItems: 0, ...item }],
    ["a string of 1 to 5 characters", { type: "string", minLength: 1, maxLength: 5 }],
    ["a string of exactly 1 character that matches ^a", { type: "string", minLength: 1, maxLength: 1, pattern: "^a" }],
    ["a string of at most 5 characters", { type: "string", maxLength: 5 }],
    ["a URI (RFC 3986) of at most 5 characters", { type: "string", maxLength: 5, format: "uri" }],
    ["a URI (RFC 3986) or null", { type: ["string", "null"], format: "uri" }],
    ["a string that matches ^a or an integer", { type: ["string", "integer"], pattern: "^a" }],
    ["a string of at least 2 characters or null", { type: ["string", "null"], minLength: 2 }],
    ["an object with 1 to 2 properties", { type: "object", minProperties: 1, maxProperties: 2 }],
    ["an object with at most 1 property", { type: "object", maxProperties: 1, properties: { a: text } }],
    ["a number that is at least 0 and less than 1", { type: "number", minimum: 0, exclusiveMaximum: 1 }],
    ["a multiple of 2 that is at least 1 and at most 8", { type: "integer", minimum: 1, maximum: 8, multipleOf: 2 }],
    ["an integer that is at most 8 and a multiple of 1.5", { type: "integer", maximum: 8, multipleOf: 1.5 }],
    ["a multiple of 1.5 that is at most 8", { type: "number", maximum: 8, multipleOf: 1.5 }],
    ["a 32-bit integer that is less than 0", { type: "integer", exclusiveMaximum: 0, format: "int32" }],
    ["an array of at least 2 items without equal items", { type: "array", minItems: 2, uniqueItems: true }],
    ['an object with at least 2 properties and with "b"', { type: "object", minProperties: 2, required: ["b"] }],
    ["an object with at least 2 properties", { type: "object", minProperties: 2, required: [] }],
    ['an object with "b", "c" and "d"', { type: "object", required: ["b", "c", "d"] }],
    ['an object with "b", "c", "d" and 2 more', { type: "object", required: ["b", "c", "d", "e", "f"] }],
    ["a number that is greater than 0 and at most 1", { exclusiveMinimum: 0, maximum: 1, type: "number" }],
  ])("%s", async ([phrase, branch]) => {
    expect(await issuesOf({ required: ["a"], properties: { a: branch } }, {})).toMatchObject([{ expected: phrase }]);
    const refused: Json = JSON.stringify(branch).includes('"array"') ? [1, 1, 1, 1, 1] : false;
    const [issue] = await issuesOf({ anyOf: [branch, { const: "?" }] }, refused);
    expect(issue?.message).toContain(phrase.replace(" or ", ", "));
  });

  test("without a type, where they speak of one kind of value", async () => {
    const bounded = (schema: Schema): Promise<readonly Issue[]> =>
      issuesOf({ required: ["a"], properties: { a: schema } }, {});
    expect(await bounded({ minLength: 1, maxLength: 5 })).toMatchObject([
      { expected: "a string of 1 to 5 characters" },
    ]);
    expect((await bounded({ minLength: 1, maximum: 5 }))[0]?.expected).toBeUndefined();
  });
});

describe("what speaks of one kind of value only takes all others, and its negation none of them", () => {
  const has = (...required: readonly string[]): Schema => ({ required });
  test.for<[sentence: string, not: Schema, value: unknown, type?: TypeName | readonly TypeName[]]>([
    ['must be an object without "x", got null', has("x"), null],
    ['must be an object without "x", got null', has("x"), null, ["object", "null"]],
    ['must be an object without "x", got an object', has("x"), { x: 1 }, "object"],
    ['must be an object without "x" and without "y", got an empty array', { anyOf: [has("x"), has("y")] }, []],
    ['must be an object, but not an object with "x" and "y", got an empty array', has("x", "y"), []],
    ['must be anything but an object with "x" and "y", got an object', has("x", "y"), { x: 1, y: 1 }, "object"],
    ['must be an array, but not an array of at least 2 items, got "s" (string)', { minItems: 2 }, "s"],
    ["must be an array, but not an array of strings, got an empty array", { items: text }, []],
    ['must be a number, but not a number that is at least 5, got "x" (string)', { minimum: 5 }, "x"],
    ["must be anything but a number that is at least 5, got 6 (number)", { minimum: 5 }, 6, "integer"],
    [
      'must be an object, but not a string or an object with "x" and "y", got null',
      { anyOf: [text, has("x", "y")] },
      null,
    ],
    ['must be anything but what "not" describes, got an object', { anyOf: [has("x"), { minItems: 2 }] }, {}],
    ['must be anything but an object with "x", got an object', { type: "object", ...(has("x") as object) }, { x: 1 }],
  ])("%s", async ([sentence, not, value, type]) => {
    const [issue] = await issuesOf({ not, ...(type && { type }) }, value);
    expect(issue?.message).toBe(`the value ${sentence}`);
  });

  test("though another schema says what is to be there", async () => {
    const spec = { type: "object" } as const;
    const schema: Schema = {
      properties: { spec },
      if: { required: ["kind"] },
      else: { properties: { spec: { not: has("schedule") } } },
    };
    expect((await issuesOf(schema, { spec: null })).map(({ message }) => message)).toEqual([
      'spec must be an object without "schedule", got null',
      "spec must be an object, got null",
    ]);
  });
});

describe("one wrong value gives one issue", () => {
  const cases: readonly { name: string; schema: Schema; value: unknown; pointers: readonly string[] }[] = [
    {
      name: "a wrong type has no other faults",
      schema: { type: "integer", minimum: 3, format: "int32", multipleOf: 2 },
      value: 1.5,
      pointers: [""],
    },
    {
      name: "a wrong type has no missing properties, and no references to satisfy",
      schema: { ...cat, type: "object", required: ["a"], minProperties: 1, anyOf: [dog, { required: ["b"] }] },
      value: 5,
      pointers: [""],
    },
    {
      name: "a wrong type of several",
      schema: { type: ["integer", "string"], minLength: 3, enum: [3] },
      value: 1.5,
      pointers: [""],
    },
    { name: "an enum speaks for its type", schema: { type: "string", enum: ["a"] }, value: 1, pointers: [""] },
    {
      name: "two schemas that say the same are one issue",
      schema: { allOf: [cat, { $ref: "#/$defs/Cat", required: ["meow"] }] },
      value: {},
      pointers: ["/meow"],
    },
    {
      name: "the branch that a value was meant for tells what is wrong with it",
      schema: { properties: { pet: { anyOf: [cat, { type: "null" }] } } },
      value: { pet: { meow: 1 } },
      pointers: ["/pet/meow"],
    },
    {
      name: "that is the one whose constant it has",
      schema: {
        anyOf: [
          { properties: { version: { const: 1 }, size: text }, required: ["version", "size"] },
          { properties: { version: { enum: [2, 3] }, size: { type: "integer" } }, required: ["version", "size"] },
          text,
        ],
      },
      value: { version: 2, size: true },
      pointers: ["/size"],
    },
    {
      name: "and not the one that excludes it",
      schema: {
        anyOf: [
          { properties: { call: { const: "http" }, with: text }, required: ["call", "with"] },
          { properties: { call: { not: { enum: ["http"] } } }, required: ["call"] },
        ],
      },
      value: { call: "http" },
      pointers: ["/with"],
    },
    {
      name: "or the one that it is nearest to",
      schema: {
        anyOf: [
          { properties: { a: text, b: text }, required: ["a", "b"] },
          { properties: { a: text, c: text }, required: ["a", "b", "c"] },
        ],
      },
      value: { a: "x" },
      pointers: ["/b"],
    },
    {
      name: "or the one whose required properties it has",
      schema: { anyOf: [cat, dog] },
      value: { meow: 1 },
      pointers: ["/meow"],
    },
    {
      name: "where that cannot be told the union speaks",
      schema: { anyOf: [cat, dog] },
      value: { meow: 1, bark: 1 },
      pointers: [""],
    },
    {
      name: "several values are several issues, in the schema's order",
      schema: {
        type: "object",
        required: ["a"],
        properties: { b: text, c: { items: text } },
        additionalProperties: false,
      },
      value: { d: 1, c: ["x", 1, 2], b: 1 },
      pointers: ["/a", "/b", "/c/1", "/c/2", "/d"],
    },
    {
      name: "a valid value has none",
      schema: { oneOf: [cat, dog], not: text, contains: text },
      value: { meow: true },
      pointers: [],
    },
  ];
  test.for(cases.map((each) => [each.name, each] as const))("%s", async ([, { schema, value, pointers }]) => {
    expect((await issuesOf(schema, value)).map(({ pointer }) => pointer)).toEqual(pointers);
  });
});

describe("a tag picks its branch", () => {
  const variant = (tag: Json): Schema => ({
    type: "object",
    required: ["kind", "name"],
    properties: { kind: { const: tag }, name: text },
  });
  const branches = new Map(["cat", "dog", "parrot"].map((tag) => [tag, `${tag}Variant`]));
  const variants = Object.fromEntries([...branches].map(([tag, name]) => [name, variant(tag)]));
  const validators = validatorsOf({ ...variants, Root: taggedUnion({}, "kind", branches) }, ["Root"]);
  const cases: readonly (readonly [value: unknown, pointer: string, keyword: string, sentence: string])[] = [
    [{ kind: "cat", name: 1 }, "/name", "type", "name must be a string, got 1 (number)"],
    [{ kind: "dog" }, "/name", "required", "name is required: a string"],
    [
      { kind: "parot", name: 1 },
      "/kind",
      "discriminator",
      'kind must be one of "cat", "dog", "parrot", got "parot" (string); did you mean "parrot"?',
    ],
    [{ kind: "horse" }, "/kind", "discriminator", 'kind must be one of "cat", "dog", "parrot", got "horse" (string)'],
    [{ kind: 1 }, "/kind", "discriminator", 'kind must be one of "cat", "dog", "parrot", got 1 (number)'],
    [{ name: "a" }, "/kind", "required", 'kind is required: one of "cat", "dog", "parrot"'],
    [{ kidn: "dog", name: "a" }, "/kind", "required", 'kind is missing; "kidn" may be meant for it'],
    [{ kidn: "horse", name: "dog" }, "/kind", "required", 'kind is required: one of "cat", "dog", "parrot"'],
    [[], "", "type", "the value must be an object, got an empty array"],
  ];
  test.for(cases.map(([value, pointer, keyword, message]) => [message, { pointer, keyword, message }, value] as const))(
    "%s",
    async ([, issue, value]) => expect((await validators).issues("Root", value)).toMatchObject([issue]),
  );
});

describe("a union of tagged unions is known by what has been looked at", () => {
  /** Events of one subject, as webhooks have them: by their action, each with the subject and where it happened. */
  const event = (subject: string, actions: readonly string[]): Definitions => ({
    ...Object.fromEntries(
      actions.map((action) => [
        `${subject}_${action}`,
        {
          type: "object",
          required: ["action", subject, "place"],
          properties: { action: { const: action }, [subject]: text, place: cat },
        },
      ]),
    ),
    [subject]: taggedUnion({}, "action", new Map(actions.map((action) => [action, `${subject}_${action}`]))),
  });
  const validators = validatorsOf(
    {
      ...$defs,
      ...event("star", ["created", "deleted"]),
      ...event("label", ["created", "edited"]),
      ...event("alert", ["create", "dismiss"]),
      ...event("job", ["queued", "done"]),
      Root: { anyOf: ["star", "label", "alert", "job"].map((name) => ({ $ref: `#/$defs/${name}` })) },
    },
    ["Root"],
  );
  const cases: readonly (readonly [value: unknown, sentence: string])[] = [
    [{ action: "created", star: "a", place: {} }, "place.meow is required: true or false"],
    [{ action: "edited", label: 1, place: { meow: true } }, "label must be a string, got 1 (number)"],
    [{ action: "dismiss", place: { meow: true } }, "alert is required: a string"],
    [
      { action: "dismis", alert: "a", place: { meow: true } },
      'action must be one of "created", "deleted", "edited", "create", "dismiss", "queued", "done", got "dismis" (string); did you mean "dismiss"?',
    ],
  ];
  test.for(cases.map(([value, sentence]) => [sentence, value] as const))("%s", async ([sentence, value]) =>
    expect((await validators).issues("Root", value).map(({ message }) => message)).toEqual([sentence]),
  );
});

describe("a property that tells branches apart and is not there is told with all its values", () => {
  /** A state of one type, in either language, as state machines have them. */
  const state = (type: string, own: string): Schema => ({
    oneOf: ["path", "expression"].map((language) => ({
      type: "object",
      required: ["type", "language"],
      properties: { type: { enum: [type] }, language: { enum: [language] }, [own]: text, [`${language}Of`]: text },
      additionalProperties: false,
    })),
  });
  const cases: readonly (readonly [value: unknown, sentence: string])[] = [
    [{ type: "task", resource: "a" }, 'language is required: one of "path", "expression"'],
    [{ type: "task", resource: "a", pathOf: "b" }, 'language is required: "path"'],
    [{}, 'type is required: one of "task", "wait"'],
  ];
  test.for(cases.map(([value, sentence]) => [sentence, value] as const))("%s", async ([sentence, value]) => {
    const issues = await issuesOf({ anyOf: [state("task", "resource"), state("wait", "seconds")] }, value);
    expect(issues.map(({ message, keyword }) => [message, keyword])).toEqual([[sentence, "required"]]);
  });
});

describe("where branches differ in a part", () => {
  const mark = (type: string, more: Definitions = {}): Schema => ({
    type: "object",
    required: ["type", ...Object.keys(more)],
    properties: { type: { const: type }, ...more },
  });
  const textWith = (...marks: readonly Schema[]): Schema => ({
    type: "object",
    required: ["text", "marks"],
    properties: { text, marks: { type: "array", items: { anyOf: marks } } },
  });
  const colour = mark("colour", { value: { type: "string", pattern: "^#" } });
  const anyOf = [textWith(mark("strong"), mark("em"), colour), textWith(mark("code"), mark("em"))];
  const mustBe = 'type must be one of "strong", "em", "colour", "code", got';

  test.each<readonly [marks: readonly object[], messages: readonly string[]]>([
    [[{ type: "bold" }], [`marks[0].${mustBe} "bold" (string)`]],
    [[{ type: "cod" }], [`marks[0].${mustBe} "cod" (string); did you mean "code"?`]],
    [[{ type: "em" }, { type: 1 }, { type: 2 }], [1, 2].map((at) => `marks[${at}].${mustBe} ${at} (number)`)],
    [[{ type: "colour", value: "red" }], ['marks[0].value must be a string that matches ^#, got "red" (string)']],
    [
      [{ type: "code" }, { type: "strong" }],
      ['the value must be an object with "text" and "marks", as "anyOf" describes, got an object'],
    ],
  ])("%j", async (marks, messages) => {
    const issues = await issuesOf({ anyOf }, { text: "", marks });
    expect(issues.map(({ message }) => message)).toEqual(messages);
  });
});

test("an object that several branches list is told once", async () => {
  const branch = (...kinds: readonly Json[]): Schema => ({
    type: "object",
    required: ["kind"],
    properties: { kind: { enum: kinds } },
  });
  const schema: Schema = { anyOf: [branch({ a: [1] }, 1), branch({ a: [1] }, 2)] };
  const [issue, ...others] = await issuesOf(schema, { kind: 3 });
  expect(others).toEqual([]);
  expect(issue?.message).toBe('kind must be one of {"a":[1]}, 1, 2, got 3 (number)');
});

test("of a part with several constants, each is told with its own of all branches", async () => {
  const pair = (a: Json, b: Json): Schema => ({
    type: "object",
    properties: { p: { type: "object", properties: { a: { const: a }, b: { const: b } } } },
  });
  const issues = await issuesOf({ anyOf: [pair(1, "x"), pair(2, "y")] }, { p: { a: 3, b: null } });
  expect(issues.map(({ message }) => message)).toEqual([
    "p.a must be one of 1, 2, got 3 (number)",
    'p.b must be one of "x", "y", got null',
  ]);
});

describe("a path leads to the place", () => {
  const nested: Schema = { additionalProperties: { items: { $ref: "#/$defs/Root" } }, not: text };
  const cases: readonly {
    name: string;
    schema: Schema;
    value: unknown;
    path: (string | number)[];
    pointer: string;
    place: string;
  }[] = [
    {
      name: "numbers are places in arrays",
      schema: { items: { items: text } },
      value: [[], ["a", 1]],
      path: [1, 1],
      pointer: "/1/1",
      place: "[1][1]",
    },
    {
      name: "a property that looks like a number is none",
      schema: { properties: { 0: { properties: { 1: text } } } },
      value: { 0: { 1: 1 } },
      path: ["0", "1"],
      pointer: "/0/1",
      place: '["0"]["1"]',
    },
    {
      name: "an unknown property that looks like a number is none",
      schema: { additionalProperties: text },
      value: { 7: 1 },
      path: ["7"],
      pointer: "/7",
      place: '["7"]',
    },
    {
      name: "a place in a tuple",
      schema: { prefixItems: [true, text] },
      value: [1, 1],
      path: [1],
      pointer: "/1",
      place: "[1]",
    },
    {
      name: "slashes and tildes are escaped in the pointer",
      schema: { properties: { "a/b": { properties: { "~1": text } } } },
      value: { "a/b": { "~1": 1 } },
      path: ["a/b", "~1"],
      pointer: "/a~1b/~01",
      place: '["a/b"]["~1"]',
    },
    {
      name: "any other name is quoted",
      schema: { properties: { a: { properties: { "b c": { properties: { $d_1: text } } } } } },
      value: { a: { "b c": { $d_1: 1 } } },
      path: ["a", "b c", "$d_1"],
      pointer: "/a/b c/$d_1",
      place: 'a["b c"].$d_1',
    },
    {
      name: "an empty name is a name",
      schema: { properties: { "": text } },
      value: { "": 1 },
      path: [""],
      pointer: "/",
      place: '[""]',
    },
    {
      name: "a quote and half a surrogate pair",
      schema: { properties: { '"': { properties: { "\ud800": text } } } },
      value: { '"': { "\ud800": 1 } },
      path: ['"', "\ud800"],
      pointer: '/"/\ud800',
      place: '["\\""]["\\ud800"]',
    },
    {
      name: "a missing property is part of its path",
      schema: { properties: { a: { items: { required: ["b"] } } } },
      value: { a: [{}] },
      path: ["a", 0, "b"],
      pointer: "/a/0/b",
      place: "a[0].b",
    },
    {
      name: "an unknown property is part of its path",
      schema: { properties: { a: { additionalProperties: false } } },
      value: { a: { b: 1 } },
      path: ["a", "b"],
      pointer: "/a/b",
      place: "a.b",
    },
    {
      name: "a path through references and unknown keys",
      schema: nested,
      value: { a: [{ b: [{}, "x"] }] },
      path: ["a", 0, "b", 1],
      pointer: "/a/0/b/1",
      place: "a[0].b[1]",
    },
    {
      name: "a property matched by a pattern",
      schema: { patternProperties: { "^x": { patternProperties: { y: text } } } },
      value: { x1: { y: 1 } },
      path: ["x1", "y"],
      pointer: "/x1/y",
      place: "x1.y",
    },
    {
      name: "__proto__",
      schema: { properties: JSON.parse('{"__proto__":{"type":"string"}}') as Definitions },
      value: JSON.parse('{"__proto__":1}'),
      path: ["__proto__"],
      pointer: "/__proto__",
      place: "__proto__",
    },
  ];
  test.for(cases.map((each) => [each.name, each] as const))(
    "%s",
    async ([, { schema, value, path, pointer, place }]) => {
      const [issue, ...more] = await issuesOf(schema, value);
      expect(more).toEqual([]);
      expect(issue).toMatchObject({ path, pointer });
      expect(issue?.message.startsWith(`${place} `), issue?.message).toBe(true);
    },
  );
});

test("types that ask the same are not taken for each other", async () => {
  const same = {
    Meter: { type: "number" },
    Litre: { type: "number" },
    Root: { required: ["a"], properties: { a: { $ref: "#/$defs/Litre" }, b: { $ref: "#/$defs/Meter" } } },
  } as const;
  expect((await validatorsOf(same, ["Root"])).messages("Root", {})).toEqual(["a is required: a number"]);
});

test("an issue has what was expected and what came as text of their own", async () => {
  expect(await issuesOf({ properties: { a: text } }, { a: 1 })).toEqual([
    {
      path: ["a"],
      pointer: "/a",
      keyword: "type",
      message: "a must be a string, got 1 (number)",
      expected: "a string",
      received: "1 (number)",
    },
  ]);
  expect(await issuesOf({ required: ["a"], properties: { a: text } }, {})).toEqual([
    { path: ["a"], pointer: "/a", keyword: "required", message: "a is required: a string", expected: "a string" },
  ]);
});

test("a long name is cut in the sentence, and whole in the path", async () => {
  const name = "n".repeat(61);
  expect(await issuesOf({ additionalProperties: text }, { [name]: 1 })).toMatchObject([
    { path: [name], pointer: `/${name}`, message: `["${"n".repeat(57)}..."] must be a string, got 1 (number)` },
  ]);
});

test("a long text is cut, never within a character", async () => {
  expect(await issuesOf({ type: "null" }, "x".repeat(61))).toMatchObject([
    { received: `"${"x".repeat(57)}..." (string)` },
  ]);
  expect(await issuesOf({ type: "null" }, `${"x".repeat(56)}😀😀😀`)).toMatchObject([
    { received: `"${"x".repeat(56)}..." (string)` },
  ]);
  expect(await issuesOf({ type: "null" }, "x".repeat(60))).toMatchObject([
    { received: `"${"x".repeat(60)}" (string)` },
  ]);
});

describe("the list is bounded", () => {
  const numbers: Schema = { items: { anyOf: [{ $ref: "#/$defs/Row" }, { type: "null" }] } };
  const row: Schema = { type: "object", properties: { a: { items: text } } };
  const validators = validatorsOf({ Root: numbers, Row: row }, ["Root"]);
  const wrong = Array.from({ length: 500 }, () => 1);

  test.for([
    ["100 where nothing is said", undefined, 100],
    ["as many as asked for", 7, 7],
    ["all of them", Infinity, 500],
    ["one at least, since none would mean valid", 0, 1],
    ["one for what is no number of issues", Number.NaN, 1],
    ["one for a negative number", -5, 1],
    ["fractions rounded down", 2.7, 2],
    ["above what is told otherwise, too", 100.5, 100],
    ["but never to none", 0.5, 1],
  ] as const)("%s", async ([, maxIssues, length]) => {
    const options = maxIssues === undefined ? {} : { maxIssues };
    expect((await validators).issues("Root", wrong, options)).toHaveLength(length);
  });

  test("a deep wrong value with many issues at each level takes little time", async () => {
    const level: Schema = { properties: { v: { type: "array", items: text }, c: { $ref: "#/$defs/Level" } } };
    const { issues } = await validatorsOf({ Level: level }, ["Level"]);
    const deep = Array.from({ length: 900 }).reduce<object>(
      (c) => ({ v: Array.from({ length: 9_900 }, () => 1), c }),
      {},
    );
    expect(issues("Level", deep)).toHaveLength(100);
  });

  test("unions in unions do not try all of each other", async () => {
    const element = (...kinds: string[]): Schema => ({
      properties: { kind: { enum: kinds }, children: { items: { $ref: "#/$defs/Node" } } },
      required: ["kind"],
    });
    const { issues } = await validatorsOf({ Node: { oneOf: [element("div", "span"), element("ul", "ol")] } }, ["Node"]);
    const deep = Array.from({ length: 60 }).reduce<object>((child) => ({ kind: "ul", children: [child] }), {
      kind: "p",
    });
    expect(issues("Node", deep)).toHaveLength(1);
  });

  test("what several branches ask of one part is found out once", async () => {
    const node = (type: string, more: Definitions = {}): Schema => ({
      type: "object",
      required: ["type"],
      properties: { type: { const: type }, ...more },
    });
    const names = (kind: string, count: number): readonly string[] =>
      Array.from({ length: count }, (_, index) => `${kind}${index}`);
    const anyOf = (kinds: readonly string[]): Schema => ({ anyOf: kinds.map((each) => ({ $ref: `#/$defs/${each}` })) });
    const [blocks, inlines] = [names("Block", 20), names("Inline", 30)];
    const content = { content: { type: "array", items: { $ref: "#/$defs/Inline" } } } as const;
    const { issues } = await validatorsOf(
      {
        Root: anyOf(blocks),
        Inline: anyOf(inlines),
        ...Object.fromEntries(blocks.map((each) => [each, node(each, content)])),
        ...Object.fromEntries(inlines.map((each) => [each, node(each)])),
      },
      ["Root"],
    );
    let reads = 0;
    const inline = {
      get type(): string {
        reads += 1;
        return "other";
      },
    };
    expect(issues("Root", { type: "Block1", content: [inline] })).toMatchObject([{ pointer: "/content/0/type" }]);
    expect(reads).toBeLessThan(200);
  });

  test("branches that each have much to say are compared in little time", async () => {
    const lists = [{ const: "a" }, { const: "b" }, { type: "integer" } as const].map(
      (items) => ({ type: "array", items }) as const,
    );
    const { issues } = await validatorsOf({ List: { anyOf: lists } }, ["List"]);
    const wrong = Array.from({ length: 60_000 }, (_, index) => (index % 2 ? "aa" : "bb"));
    expect(issues("List", wrong, { maxIssues: Infinity })).toHaveLength(60_000);
  });

  test("what is told first does not depend on how much is told", async () => {
    const twice: Schema = { allOf: [{ required: ["a"] }, { required: ["a"] }, { properties: { b: text } }] };
    const nested: Schema = {
      anyOf: [{ allOf: [{ properties: { a: text } }, { minProperties: 2 }] }, { type: "null" }],
    };
    const { issues } = await validatorsOf({ Twice: twice, Nested: nested }, ["Twice", "Nested"]);
    expect(issues("Twice", { b: 1 }, { maxIssues: 2 })).toMatchObject([{ pointer: "/a" }, { pointer: "/b" }]);
    for (const [type, value] of [
      ["Twice", { b: 1 }],
      ["Nested", { a: 1 }],
    ] as const) {
      const all = issues(type, value);
      for (const maxIssues of [1, 2]) expect(issues(type, value, { maxIssues })).toEqual(all.slice(0, maxIssues));
    }
  });

  test("a huge wrong value takes little memory: all its issues would not fit", async () => {
    const { text: module } = await validators;
    const program = `
      import { parentPort } from "node:worker_threads";
      ${module}
      const huge = Array(1_000_000).fill({ a: [1] });
      parentPort.postMessage(safeParseRoot(huge).issues.map(({ pointer }) => pointer));`;
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`), {
      resourceLimits: { maxOldGenerationSizeMb: 48 },
    });
    const [found] = (await once(worker, "message")) as [readonly string[]];
    expect(found).toEqual(Array.from({ length: 100 }, (_, index) => `/${index}/a/0`));
  });
});

describe("what the functions of an entry do with a value", () => {
  const schema: Schema = { type: "object", required: ["id"], properties: { id: text } };
  const right = { id: "a" };

  test("parse gives the same value back, or throws the error with every issue", async () => {
    const { exports } = await validatorsOf({ Root: schema });
    const parse = exports["parseRoot"] as (value: unknown, options?: object) => unknown;
    const ValidationError = exports["ValidationError"] as new (
      ...values: never[]
    ) => Error & { issues: readonly Issue[] };
    expect(parse(right)).toBe(right);
    const thrown = caught(() => parse({ id: 1 }));
    expect(thrown).toBeInstanceOf(ValidationError);
    expect(thrown).toMatchObject({
      name: "ValidationError",
      message: "id must be a string, got 1 (number)",
      issues: [{ pointer: "/id" }],
    });
  });

  test("the message of the error has a line for each issue", async () => {
    const { exports } = await validatorsOf({ Root: { required: ["a", "b", "c"] } });
    const parse = exports["parseRoot"] as (value: unknown, options?: object) => unknown;
    expect(caught(() => parse({}, { maxIssues: 2 })).message).toBe("2 issues\n  a is required\n  b is required");
  });

  test("safeParse gives the same value back, or the issues", async () => {
    const { exports } = await validatorsOf({ Root: schema });
    const safeParse = exports["safeParseRoot"] as (value: unknown) => unknown;
    expect(safeParse(right)).toEqual({ success: true, data: right });
    expect(safeParse({})).toMatchObject({ success: false, issues: [{ pointer: "/id" }] });
  });

  test("the Standard Schema is version 1, and gives the value or the issues", async () => {
    const { exports } = await validatorsOf({ Root: schema });
    const { "~standard": standard } = exports["rootSchema"] as {
      "~standard": { validate: (value: unknown) => unknown };
    };
    expect(standard).toMatchObject({ version: 1, vendor: "stepwright" });
    expect(standard.validate(right)).toEqual({ value: right });
    expect(standard.validate({})).toMatchObject({ issues: [{ path: ["id"], message: "id is required: a string" }] });
  });
});

function caught(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was thrown");
}
