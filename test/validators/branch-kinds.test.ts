/** Unions whose branches take values of different kinds: nothing is counted or compared where the kind alone tells the branch. */
import { expect, test } from "vitest";
import type { Definitions, Schema } from "#generator/json/json-schema.js";
import { validatorsOf } from "../support/validators.js";

const text: Schema = { type: "string" };
const nothing: Schema = { type: "null" };
const cat: Schema = { $ref: "#/$defs/Cat" };
const cats: Schema = { type: "array", items: cat, minItems: 1 };
const $defs: Definitions = {
  Cat: { type: "object", required: ["meow"], properties: { meow: text }, maxProperties: 2 },
  Nested: { oneOf: [{ type: "array", items: { $ref: "#/$defs/Nested" } }, text] },
};

test.for<[union: Schema, value: unknown, messages: readonly string[]]>([
  [{ oneOf: [cat, nothing] }, { meow: "" }, []],
  [{ oneOf: [cat, nothing] }, null, []],
  [{ oneOf: [cat, nothing] }, { meow: 1 }, ["meow must be a string, got 1 (number)"]],
  [{ oneOf: [cat, nothing] }, "", ['the value must be a Cat or null, got "" (string)']],
  [{ oneOf: [cat, nothing] }, [], ["the value must be a Cat or null, got an empty array"]],
  [
    { anyOf: [cat, nothing] },
    { meow: "", b: 1, c: 1 },
    ["the value must be an object with at most 2 properties (it has 3), got an object"],
  ],
  [{ oneOf: [cat, cats] }, {}, ["meow is required: a string"]],
  [{ oneOf: [cat, cats] }, [], ["the value must be an array of at least 1 item, got an empty array"]],
  [
    { oneOf: [cat, cats] },
    [{ meow: 1 }, 2],
    ["[0].meow must be a string, got 1 (number)", "[1] must be an object, got 2 (number)"],
  ],
  [
    { $ref: "#/$defs/Nested" },
    [[""], [1]],
    ["[1][0] must be an array (each item a Nested) or a string, got 1 (number)"],
  ],
])("%j takes %j as its kind says: %j", async ([union, value, messages]) => {
  const validators = await validatorsOf({ ...$defs, Root: union }, ["Root"]);
  expect(validators.accepts("Root", value)).toBe(messages.length === 0);
  expect(validators.messages("Root", value)).toEqual(messages);
  expect(validators.text).not.toMatch(/const count =|closest\(/);
});

test.for<[union: Schema, value: unknown, message: string]>([
  [
    { oneOf: [{ type: "integer" }, { type: "number", minimum: 3 }] },
    4,
    "the value must be an integer or a number that is at least 3, but not several at once, got 4 (number)",
  ],
  [
    { oneOf: [cat, { type: "object", required: ["bark"] }] },
    { meow: "", bark: 1 },
    'the value must be a Cat or an object with "bark", but not several at once, got an object',
  ],
  [
    { oneOf: [cat, { minProperties: 1 }] },
    { meow: "" },
    "the value must be a Cat or an object with at least 1 property, but not several at once, got an object",
  ],
])("%j counts: %j", async ([union, value, message]) => {
  const validators = await validatorsOf({ ...$defs, Root: union }, ["Root"]);
  expect(validators.accepts("Root", value)).toBe(false);
  expect(validators.messages("Root", value)).toEqual([message]);
});

test("a list that is nested without end is told where it is", async () => {
  const validators = await validatorsOf(
    { ...$defs, Root: { type: "object", properties: { of: { $ref: "#/$defs/Nested" } } } },
    ["Root"],
  );
  const endless: unknown[] = [];
  endless.push(endless);
  expect(validators.accepts("Root", { of: endless })).toBe(false);
  expect(validators.messages("Root", { of: endless })).toEqual([
    "of must be nested at most 1000 levels deep, got an array of 1",
  ]);
});
