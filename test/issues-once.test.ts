/**
 * What is said of one value in the same words is said once, wherever the words come from; and a package whose schema has one
 * voice for each place does not look for repetitions.
 */
import { describe, expect, test } from "vitest";
import type { Schema } from "#generator/schema/json-schema.js";
import { validatorsOf } from "./support/validators.js";

const text: Schema = { type: "string" };
const hasText: Schema = { type: "object", properties: { a: text } };

describe("said once", () => {
  test.for<[name: string, schema: Schema, value: unknown]>([
    ["by a reference and beside it", { $ref: "#/$defs/Shared", ...hasText }, { a: 1 }],
    ["by two of allOf", { allOf: [{ $ref: "#/$defs/Shared" }, hasText] }, { a: 1 }],
    ["by a union's branch and beside it", { anyOf: [hasText, { type: "null" }], properties: { a: text } }, { a: 1 }],
    ["by then and beside it", { ...hasText, if: { required: ["a"] }, then: hasText }, { a: 1 }],
    ["by else and beside it", { ...hasText, if: { required: ["b"] }, else: hasText }, { a: 1 }],
    ["by two dependent schemas", { dependentSchemas: { a: hasText, b: hasText } }, { a: 1, b: 1 }],
    ["by a property and a pattern", { properties: { a: text }, patternProperties: { "^a": text } }, { a: 1 }],
    ["by two patterns", { patternProperties: { "^a": text, a$: text } }, { a: 1 }],
    ["by const and enum", { const: "a", enum: ["a"] }, 1],
    ["by maxItems and no more items", { prefixItems: [text, text], items: false, maxItems: 2 }, ["a", "b", "c"]],
    ["below a property", { properties: { deep: { $ref: "#/$defs/Shared", ...hasText } } }, { deep: { a: 1 } }],
    ["below what is called", { properties: { deep: { $ref: "#/$defs/Twice" } } }, { deep: { a: 1 } }],
  ])("%s", async ([, schema, value]) => {
    const twice: Schema = { allOf: [{ $ref: "#/$defs/Shared" }, hasText] };
    const { issues } = await validatorsOf({ Shared: hasText, Twice: twice, Root: schema }, ["Root"]);
    expect(issues("Root", value)).toHaveLength(1);
  });
});

test.for<[name: string, schema: Schema, isLookedFor: boolean]>([
  ["of one voice", { ...hasText, required: ["b"], additionalProperties: { $ref: "#/$defs/Shared" } }, false],
  ["with a union that stands alone", { properties: { a: { anyOf: [text, { $ref: "#/$defs/Shared" }] } } }, false],
  ["of two voices", { $ref: "#/$defs/Shared", required: ["b"] }, true],
])("repetitions in a schema %s are looked for: %s", async ([, schema, isLookedFor]) => {
  const { text: code } = await validatorsOf({ Shared: hasText, Root: schema }, ["Root"]);
  expect(code.includes("function distinct(")).toBe(isLookedFor);
});
