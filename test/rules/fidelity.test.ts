/**
 * The table of keywords, kept true: complete by the meta-schemas, and each row by an example that is asked of the type and of
 * AJV. The validators read what the table calls an assertion.
 */
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "#generator/diagnostics.js";
import { areExclusive } from "#generator/inspect/exclusive.js";
import { typeReader } from "#generator/inspect/losses.js";
import { origin, type Definitions, type Schema, type SchemaObject } from "#generator/json/json-schema.js";
import { fidelity, fidelityOf, type Fidelity, type Keyword } from "#generator/schema/reading/fidelity.js";
import { kindReader } from "#generator/schema/reading/kind-reader.js";
import { refuse } from "#generator/schema/refuse.js";

const metaSchemas = path.join(
  path.dirname(createRequire(import.meta.url).resolve("ajv/package.json")),
  "dist/refs/json-schema-2020-12",
);

test("the table has every keyword of 2020-12, and no other but OpenAPI's discriminator", () => {
  const vocabularies = fs.readdirSync(path.join(metaSchemas, "meta")).map((file) => `meta/${file}`);
  const keywords = ["schema.json", ...vocabularies].flatMap((file) => {
    const { properties } = JSON.parse(fs.readFileSync(path.join(metaSchemas, file), "utf8")) as { properties: object };
    return Object.keys(properties);
  });
  expect(vocabularies).toHaveLength(7);
  expect(Object.keys(fidelity).sort()).toEqual([...new Set(keywords), "discriminator"].sort());
});

interface Example {
  readonly schema: SchemaObject;
  /** A value that only this keyword refuses; absent where it refuses none. */
  readonly bad?: unknown;
}

const object = (own: SchemaObject): SchemaObject => ({ type: "object", ...own });
const list = (own: SchemaObject): SchemaObject => ({ type: "array", ...own });
const $defs: Definitions = { A: object({ required: ["kind"], properties: { kind: { const: "a" } } }) };

/** The examples of keywords that a type can say are those that it does say. */
const examples: Readonly<Record<Keyword, Example>> = {
  $id: { schema: { $id: "https://example.com/x" } },
  $schema: { schema: { $schema: "https://json-schema.org/draft/2020-12/schema" } },
  $ref: { schema: { $ref: "#/$defs/A" }, bad: 1 },
  $anchor: { schema: { $anchor: "x" } },
  $dynamicRef: { schema: { $dynamicRef: "#x" } },
  $dynamicAnchor: { schema: { $dynamicAnchor: "x" } },
  $vocabulary: { schema: { $vocabulary: {} } },
  $comment: { schema: { $comment: "x" } },
  $defs: { schema: { $defs: {} } },
  properties: { schema: object({ properties: { a: { type: "string" } } }), bad: { a: 1 } },
  patternProperties: {
    schema: object({ patternProperties: { "": { type: "string" } }, additionalProperties: false }),
    bad: { a: 1 },
  },
  additionalProperties: { schema: object({ additionalProperties: { type: "string" } }), bad: { a: 1 } },
  propertyNames: { schema: object({ propertyNames: { const: "a" } }), bad: { ab: 1 } },
  items: { schema: list({ items: { type: "string" } }), bad: [1] },
  prefixItems: { schema: list({ prefixItems: [{ type: "string" }] }), bad: [1] },
  contains: { schema: list({ contains: { type: "string" } }), bad: [1] },
  allOf: { schema: { allOf: [{ type: "string" }] }, bad: 1 },
  anyOf: { schema: { anyOf: [{ type: "string" }, { type: "null" }] }, bad: 1 },
  oneOf: { schema: { oneOf: [{ type: "string" }, { type: "null" }] }, bad: 1 },
  not: { schema: { not: {} }, bad: 1 },
  if: { schema: { if: { type: "string" }, else: { minimum: 2 } }, bad: 1 },
  then: { schema: { if: { type: "number" }, then: { minimum: 2 } }, bad: 1 },
  else: { schema: { if: { type: "string" }, else: { minimum: 2 } }, bad: 1 },
  dependentSchemas: { schema: object({ dependentSchemas: { a: { required: ["b"] } } }), bad: { a: 1 } },
  unevaluatedItems: { schema: list({ unevaluatedItems: false }), bad: [1] },
  unevaluatedProperties: { schema: object({ unevaluatedProperties: false }), bad: { a: 1 } },
  type: { schema: { type: "string" }, bad: 1 },
  enum: { schema: { enum: ["a", 2] }, bad: "b" },
  const: { schema: { const: "a" }, bad: "b" },
  multipleOf: { schema: { multipleOf: 2 }, bad: 1 },
  minimum: { schema: { minimum: 2 }, bad: 1 },
  maximum: { schema: { maximum: 2 }, bad: 3 },
  exclusiveMinimum: { schema: { exclusiveMinimum: 2 }, bad: 2 },
  exclusiveMaximum: { schema: { exclusiveMaximum: 2 }, bad: 2 },
  minLength: { schema: { minLength: 2 }, bad: "a" },
  maxLength: { schema: { maxLength: 2 }, bad: "abc" },
  pattern: { schema: { pattern: "a" }, bad: "b" },
  minItems: { schema: list({ prefixItems: [{ type: "string" }], minItems: 1 }), bad: [] },
  maxItems: { schema: list({ prefixItems: [{ type: "string" }], maxItems: 1 }), bad: ["a", "b"] },
  uniqueItems: { schema: list({ uniqueItems: true }), bad: [1, 1] },
  minContains: { schema: list({ contains: { type: "string" }, minContains: 2 }), bad: ["a"] },
  maxContains: { schema: list({ contains: { type: "string" }, maxContains: 1 }), bad: ["a", "b"] },
  minProperties: { schema: object({ minProperties: 1 }), bad: {} },
  maxProperties: { schema: object({ maxProperties: 0 }), bad: { a: 1 } },
  required: { schema: object({ required: ["a"] }), bad: {} },
  dependentRequired: { schema: object({ dependentRequired: { a: ["b"] } }), bad: { a: 1 } },
  format: { schema: { type: "string", format: "date" }, bad: "x" },
  contentEncoding: { schema: { contentEncoding: "base64" } },
  contentMediaType: { schema: { contentMediaType: "application/json" } },
  contentSchema: { schema: { contentMediaType: "application/json", contentSchema: { type: "string" } } },
  title: { schema: { title: "x" } },
  description: { schema: { description: "x" } },
  default: { schema: { default: 1 } },
  deprecated: { schema: { deprecated: true } },
  readOnly: { schema: { readOnly: true } },
  writeOnly: { schema: { writeOnly: true } },
  examples: { schema: { examples: [1] } },
  definitions: { schema: { definitions: {} } },
  dependencies: { schema: object({ dependencies: { a: ["b"] } }), bad: { a: 1 } },
  $recursiveRef: { schema: { $recursiveRef: "#" } },
  $recursiveAnchor: { schema: { $recursiveAnchor: true } },
  discriminator: {
    schema: { oneOf: [{ $ref: "#/$defs/A" }], discriminator: { propertyName: "kind", mapping: { a: "#/$defs/A" } } },
    bad: { kind: "b" },
  },
};

const byFidelity = (...by: readonly Fidelity["by"][]): Keyword[] =>
  (Object.keys(fidelity) as Keyword[]).filter((keyword) => by.includes(fidelityOf(keyword).by));

describe("the type", () => {
  const { isSilentOn, lossesOf } = typeReader($defs);

  // Without its branches beside it the discriminator is no union: the two are one thing.
  test.each(byFidelity("type", "either").filter((keyword) => keyword !== "discriminator"))("says %s", (keyword) => {
    expect(isSilentOn(keyword, examples[keyword].schema)).toBe(false);
  });

  test.each(byFidelity("validator", "part", "direction", "annotation", "resolution", "refusal"))(
    "does not say %s",
    (keyword) => {
      expect(isSilentOn(keyword, examples[keyword].schema)).toBe(true);
    },
  );

  test.each<[Keyword, SchemaObject]>([
    ["minItems", list({ minItems: 1 })],
    ["maxItems", list({ maxItems: 1 })],
    ["not", { not: { type: "string", pattern: "a" } }],
    ["not", { not: { const: 1 } }],
    ["if", { if: { type: "string" }, then: { minLength: 1 } }],
    ["dependentSchemas", object({ dependentSchemas: { a: { minProperties: 2 } } })],
    ["dependentRequired", object({ dependentRequired: { a: ["b"], b: ["a"], c: ["a"], d: ["a"] } })],
    ["propertyNames", object({ propertyNames: { maxLength: 1 } })],
    ["maxProperties", object({ maxProperties: 1 })],
    ["oneOf", { oneOf: [{ type: "string" }, { minLength: 2 }] }],
    ["type", { type: ["integer", "string"] }],
    ["patternProperties", object({ patternProperties: { "^x-\\d": { type: "string" } } })],
    ["additionalProperties", object({ properties: { a: { type: "null" } }, additionalProperties: { type: "string" } })],
  ])("loses %s in %j", (keyword, schema) => {
    expect(lossesOf(schema)).toEqual([keyword]);
  });
});

describe("the type loses nothing of", () => {
  const { lossesOf } = typeReader($defs);
  test.each<[string, SchemaObject]>([
    ["alternatives of one kind", object({ oneOf: [{ required: ["a"] }, { required: ["b"] }] })],
    [
      "others beside listed names",
      object({ propertyNames: { enum: ["a"] }, additionalProperties: { type: "number" } }),
    ],
    ["a pattern that all names fit", object({ patternProperties: { "a?": { type: "string" } } })],
  ])("%s", (_, schema) => {
    expect(lossesOf(schema)).toEqual([]);
  });

  test("nor is it silent where a pattern widens the index signature", () => {
    const patterned = object({
      patternProperties: { "^a": { type: "number" } },
      additionalProperties: { type: "string" },
    });
    expect(lossesOf(patterned)).toEqual(["additionalProperties"]);
  });
});

describe("the standard, as AJV reads it", () => {
  const ajv = new Ajv2020({ strict: false, formats: { date: /^\d/ }, discriminator: false });
  const accepts = (schema: SchemaObject, value: unknown): boolean => ajv.validate({ ...schema, $defs }, value);

  test.each(byFidelity("type", "either", "validator", "part"))("refuses something for %s", (keyword) => {
    const { schema, bad } = examples[keyword];
    expect(bad).toBeDefined();
    expect(accepts(schema, bad)).toBe(false);
  });

  test.each(byFidelity("direction", "annotation"))("checks nothing for %s", (keyword) => {
    const values = [null, 0, "a", [], {}];
    expect(values.filter((value) => !accepts(examples[keyword].schema, value))).toEqual([]);
  });
});

describe("rule refuse", () => {
  const at = (pointer: string) => ({ [origin]: { file: "x.json", pointer } });
  const problemsOf = (definitions: Definitions): readonly Diagnostic[] => {
    const problems: Diagnostic[] = [];
    refuse({ $defs: definitions }, { inputs: undefined as never, problems });
    return problems;
  };

  test.each(byFidelity("refusal"))("ends the run at %s, however deep", (keyword) => {
    const inner = { ...examples[keyword].schema, ...at("/properties/a/not") };
    const schema = object({ properties: { a: { not: inner } } });
    expect(problemsOf({ A: schema, B: true })).toEqual([
      expect.objectContaining({
        code: "SW250",
        severity: "error",
        message: `nothing that is emitted can honour "${keyword}" here`,
        place: { file: "x.json", pointer: `/properties/a/not/${keyword}`, isKey: true },
      }),
    ]);
  });

  test("lets all others pass", () => {
    const refused = byFidelity("refusal");
    const others = Object.entries(examples).filter(([keyword]) => !refused.includes(keyword as Keyword));
    const schemas = others.map(([keyword, { schema }]) => [keyword, schema] as const);
    expect(problemsOf(Object.fromEntries([...schemas, ["own", { const: { dependencies: {} } }]]))).toEqual([]);
  });
});

test.each<[string, boolean, readonly Schema[]]>([
  ["kinds", true, [{ type: "string" }, { type: ["number", "null"] }, { type: "object" }]],
  ["a kind twice", false, [{ type: "string" }, { type: ["string", "null"] }]],
  ["an integer is a number", false, [{ type: "integer" }, { type: "number" }]],
  ["values", true, [{ enum: ["a", "b"] }, { const: "c" }]],
  ["a value twice", false, [{ enum: ["a", "b"] }, { const: "b" }]],
  ["a value of the other's kind", false, [{ const: "a" }, { type: "string" }]],
  ["a value of another kind", true, [{ const: 1 }, { type: "string" }]],
  ["no type", false, [{ type: "string" }, { minLength: 1 }]],
  ["what properties imply binds no validator", false, [{ properties: { a: true } }, { type: "string" }]],
  ["true", false, [true, { type: "string" }]],
  ["false", true, [false, { type: "string" }]],
  [
    "a demanded constant",
    true,
    [{ $ref: "#/$defs/A" }, object({ required: ["kind"], properties: { kind: { const: "b" } } })],
  ],
  ["one that may be left out", false, [{ $ref: "#/$defs/A" }, object({ properties: { kind: { const: "b" } } })]],
  ["a union inside", true, [{ anyOf: [{ type: "string" }, { $ref: "#/$defs/A" }] }, { type: "null" }]],
  ["one that overlaps", false, [{ anyOf: [{ type: "string" }, { $ref: "#/$defs/A" }] }, { type: "object" }]],
])("the branches of a oneOf exclude each other: %s, %s", (_, exclusive, branches) => {
  expect(areExclusive(branches, $defs, kindReader($defs))).toBe(exclusive);
  expect(areExclusive(branches.toReversed(), $defs, kindReader($defs))).toBe(exclusive);
});
