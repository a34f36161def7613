/** Values that the branches of a choice list are told as one list, not by the names of their types. */
import { expect, test } from "vitest";
import type { Definitions, Schema } from "#generator/json/json-schema.js";
import { validatorsOf } from "../support/validators.js";

const mode: Schema = { $ref: "#/$defs/Mode" };
const nothing: Schema = { type: "null" };
const modes: Schema = { type: "array", items: mode };
const $defs: Definitions = {
  Mode: { enum: ["fast", "slow"] },
  Level: { enum: [1, 2] },
  Other: { enum: ["fast", "slower"] },
  Fast: { enum: ["fast"] },
  Point: { enum: [{ x: 1, y: 1 }] },
  Points: { enum: [{ y: 1, x: 1 }, { z: 1 }] },
  Never: false,
};

test.for<[union: Schema, value: unknown, message: string]>([
  [{ oneOf: [nothing, mode] }, "z", 'p must be one of "fast", "slow", null, got "z" (string)'],
  [
    { anyOf: [mode, nothing] },
    "fats",
    'p must be one of "fast", "slow", null, got "fats" (string); did you mean "fast"?',
  ],
  [{ anyOf: [mode, nothing] }, undefined, 'p is required: one of "fast", "slow", null'],
  [{ oneOf: [mode, { $ref: "#/$defs/Level" }] }, 3, 'p must be one of "fast", "slow", 1, 2, got 3 (number)'],
  [{ oneOf: [mode, modes] }, "z", 'p must be one of "fast", "slow" or an array (each item a Mode), got "z" (string)'],
  [{ oneOf: [mode, modes] }, ["z"], 'p[0] must be one of "fast", "slow", got "z" (string)'],
  [
    { oneOf: [mode, { enum: ["fast", "slower"] }] },
    "fast",
    'p must be one of "fast", "slow" or one of "fast", "slower", but not several at once, got "fast" (string)',
  ],
  // "fast" is in both, so that it is refused.
  [{ oneOf: [mode, { $ref: "#/$defs/Other" }] }, "z", 'p must be one of "slow", "slower", got "z" (string)'],
  [{ oneOf: [mode, mode] }, "z", 'p must be absent, got "z" (string)'],
  [{ oneOf: [mode, mode, { $ref: "#/$defs/Fast" }] }, "z", 'p must be absent, got "z" (string)'],
  [{ oneOf: [{ $ref: "#/$defs/Point" }, { $ref: "#/$defs/Points" }] }, "z", 'p must be {"z":1}, got "z" (string)'],
  // `const` and `enum` at once allow what is in both.
  [{ const: "fast", enum: ["fast", "slow"] }, "z", 'p must be "fast", got "z" (string)'],
  [{ type: "string", const: "fast", enum: ["slow"] }, "slow", 'p must be absent, got "slow" (string)'],
  [{ const: { x: 1 }, enum: [{ x: 1 }, 2] }, "z", 'p must be an object, got "z" (string)'],
  // A branch that nothing fits is none.
  [{ anyOf: [{ type: "integer" }, { type: "object", const: 1 }] }, "z", 'p must be an integer, got "z" (string)'],
  [{ anyOf: [{ $ref: "#/$defs/Never" }, { type: "object", const: 1 }] }, "z", 'p must be absent, got "z" (string)'],
  [{ not: mode }, "fast", 'p must be anything but one of "fast", "slow", got "fast" (string)'],
])("%j and %j: %s", async ([union, value, message]) => {
  const root: Schema = { type: "object", required: ["p"], properties: { p: union } };
  const { messages } = await validatorsOf({ ...$defs, Root: root }, ["Root"]);
  expect(messages("Root", { p: value })).toEqual([message]);
});

test("the list that branches make is called after the property", async () => {
  const { text } = await validatorsOf({ ...$defs, Root: { properties: { p: { oneOf: [nothing, mode] } } } }, ["Root"]);
  expect(text).toContain('const pValues = ["fast", "slow", null];');
});
