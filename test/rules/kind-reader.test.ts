/**
 * Schemas in, the kinds of their values out: in time that does not double with each level.
 */
import { expect, test } from "vitest";
import type { Schema } from "#generator/json/json-schema.js";
import { kindReader } from "#generator/schema/reading/kind-reader.js";

const levels = 16;

test.each<readonly [keyword: string, around: (inner: Schema) => Schema, possible: readonly string[]]>([
  ["oneOf", (inner) => ({ oneOf: [inner, { type: "number", minimum: 1 }] }), ["string", "number"]],
  ["if", (inner) => ({ if: inner, then: true, else: { type: "number", minimum: 1 } }), ["string", "number"]],
  ["not", (inner) => ({ not: { oneOf: [inner, { type: "null" }] } }), ["string"]],
])("a schema in many levels of %s is looked at once, and so is one behind a reference", (_, around, possible) => {
  let reads = 0;
  const innermost: Schema = {
    get type(): "string" {
      reads += 1;
      return "string";
    },
  };
  const nested = Array.from({ length: levels }).reduce<Schema>(around, innermost);
  const reader = kindReader({ Nested: nested });
  expect([...reader.possible(nested)]).toEqual(expect.arrayContaining([...possible]));
  expect(reader.possible({ $ref: "#/$defs/Nested" })).toEqual(reader.possible(nested));
  expect(reads).toBeLessThan(20);
});

test("what is said while a definition is looked at is not the last word", () => {
  const inner: Schema = { allOf: [{ $ref: "#/$defs/Outer" }] };
  const reader = kindReader({ Outer: { type: ["object", "string"], anyOf: [inner, { type: "object" }] } });
  expect(reader.possible({ $ref: "#/$defs/Outer" })).toEqual(["string", "object"]);
  expect(reader.possible(inner)).toEqual(["string", "object"]);
});
