/** Rule exactNumbers: definitions and the text that they were read from in, what was rounded out. */
import { expect, test } from "vitest";
import type { Definitions, Json } from "#generator/json/json-schema.js";
import { stampOrigins } from "#generator/load/stamp.js";
import type { Context } from "#generator/schema/context.js";
import { exactNumbers } from "#generator/schema/exact-numbers.js";
import { contextOf } from "../support/rules.js";

function found(text: string): readonly string[] {
  const file = "x.json";
  const value = stampOrigins(JSON.parse(text) as Json, file);
  const context: Context = contextOf({});
  const given = { ...context, inputs: { ...context.inputs, schema: { file, text, value } } };
  const last = { $defs: { It: value } as unknown as Definitions };
  exactNumbers(last, given);
  return given.problems.map(({ severity, message, place }) => `${severity} ${place?.pointer} ${message}`);
}

test("an integer that is read as another one is told at its place", () => {
  expect(
    found('{ "const": 9007199254740993,\n "properties": { "a": { "enum": [0, [-9223372036854775807]] } } }'),
  ).toEqual([
    "warning /const JavaScript holds no number 9007199254740993, and reads it as 9007199254740992",
    "warning /properties/a/enum/1/0 JavaScript holds no number -9223372036854775807, and reads it as -9223372036854775808",
  ]);
});

test("what is exact or as JavaScript writes it, no integer, or no number is fine", () => {
  expect(
    found(
      '{ "enum": [9007199254740992, 9223372036854776000, 1e23, 0.1, 9007199254740993.0, "9007199254740993", true, null] }',
    ),
  ).toEqual([]);
});
