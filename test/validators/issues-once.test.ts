/**
 * What is said of one value in the same words is said once, wherever the words come from; and a package whose schema has one
 * voice for each place does not look for repetitions.
 */
import { describe, expect, test } from "vitest";
import type { Schema } from "#generator/json/json-schema.js";
import { taggedUnion } from "#generator/schema/reading/tagged-union.js";
import { validatorsOf } from "../support/validators.js";

const text: Schema = { type: "string" };
const hasText: Schema = { type: "object", properties: { a: text } };

const fitsElse: Schema = { if: { type: ["null", "string"] }, else: { enum: [7, null] }, enum: [7], const: "" };

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
    ["by const, though else has nothing to say", { properties: { a: fitsElse } }, { a: 7 }],
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

describe("a value that is wrong in two ways has one issue", () => {
  const short: Schema = { type: "string", minLength: 3, pattern: "^a", enum: ["abc"] };
  test.for<[name: string, schema: Schema, value: unknown, message: string]>([
    ["a text", { ...short, enum: ["abc", "abd"] }, "b", 'the value must be one of "abc", "abd", got "b" (string)'],
    [
      "a number",
      { type: "integer", enum: [4, 5], format: "int32" },
      5.5,
      "the value must be one of 4, 5, got 5.5 (number)",
    ],
    [
      "a text with the pattern of its format beside it",
      { type: "string", pattern: "^\\d+-\\d+-\\d+$", format: "date" },
      "today",
      'the value must be a date (RFC 3339), got "today" (string)',
    ],
    [
      "a list",
      { type: "array", maxItems: 1, uniqueItems: true },
      [1, 1],
      "the value must be an array of at most 1 item, got an array of 2",
    ],
  ])("%s", async ([, schema, value, message]) => {
    const { issues } = await validatorsOf({ Root: schema }, ["Root"]);
    expect(issues("Root", value).map((issue) => issue.message)).toEqual([message]);
  });
});

describe("a slip of the pen is told where it is, and nothing besides", () => {
  const closed: Schema = {
    type: "object",
    required: ["prompt"],
    properties: { prompt: text, seed: { type: "integer" } },
    additionalProperties: false,
  };
  const images: Schema = { ...closed, properties: { ...closed.properties, engine: { const: "flux" } } };
  const videos: Schema = {
    ...closed,
    required: ["prompt", "frames"],
    properties: { ...closed.properties, engine: { const: "wan" }, frames: { type: "integer" } },
  };
  const branches = new Map([["flux", "Images"] as const, ["wan", "Videos"] as const]);
  const union = taggedUnion({ type: "object" }, "engine", branches, { absent: "Images" });
  const nullable: Schema = { ...union, discriminator: { ...union.discriminator!, nullIsAbsent: true } };
  const $defs = { Closed: closed, Images: images, Videos: videos, Union: union, Nullable: nullable };

  test.for<[name: string, type: string, value: unknown, messages: readonly string[]]>([
    [
      "a property that must be there",
      "Closed",
      { prmopt: "x" },
      ['prmopt is not a known property; did you mean "prompt"?'],
    ],
    [
      "two of them",
      "Closed",
      { prmopt: "x", sede: 1 },
      ['prmopt is not a known property; did you mean "prompt"?', 'sede is not a known property; did you mean "seed"?'],
    ],
    [
      "what is there already is not what was meant",
      "Closed",
      { prompt: "x", promt: "y", seed: 1, seeds: 2 },
      ["promt is not a known property", "seeds is not a known property"],
    ],
    [
      "what is undefined is not there",
      "Closed",
      { seed: 1, prompts: "x", prompt: undefined },
      ['prompts is not a known property; did you mean "prompt"?'],
    ],
    ["no slip", "Closed", { picture: "x" }, ["prompt is required: a string", "picture is not a known property"]],
    [
      "a tag that is not there",
      "Union",
      { prompt: "x", frames: 3, engien: "wan" },
      ['engien is not a known property; did you mean "engine"?'],
    ],
    ["what only another tag allows", "Union", { prompt: "x", frames: 3 }, ['engine is required: "wan"']],
    [
      "what only another tag knows, with something wrong in it",
      "Union",
      { prompt: 1, frames: "3", picture: "x" },
      ['engine is required: "wan"'],
    ],
    [
      "what another tag knows, which asks for more",
      "Union",
      { frames: 3 },
      ["prompt is required: a string", "frames is not a known property"],
    ],
    ["null for a tag", "Nullable", { engine: null, prompt: "x", frames: 3 }, ['engine must be "wan", got null']],
    ["what no tag allows", "Union", { prompt: "x", frame: "x" }, ["frame is not a known property"]],
  ])("%s", async ([, type, value, messages]) => {
    const { issues } = await validatorsOf($defs, [type]);
    expect(issues(type, value).map((issue) => issue.message)).toEqual(messages);
  });

  test("however little is told", async () => {
    const { messages } = await validatorsOf($defs, ["Union"]);
    const value = { prompt: "x", frames: 3, picture: "x", engien: "wan" };
    const all = messages("Union", value);
    expect(all).toEqual(['engien is not a known property; did you mean "engine"?']);
    for (const maxIssues of [1, 2]) expect(messages("Union", value, { maxIssues })).toEqual(all);
  });
});
