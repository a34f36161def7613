import { describe, expect, test } from "vitest";
import type { Definitions, Schema } from "#generator/json/json-schema.js";
import { takesTag } from "#generator/schema/discriminate/takes-tag.js";
import { takesIn } from "#generator/schema/reading/takes.js";

/** `D0` asks `D1` twice, that one `D2` twice, and so on. */
const diamonds: Definitions = Object.fromEntries(
  Array.from({ length: 40 }, (_, level): [string, Schema] => {
    const next = { $ref: `#/$defs/D${level + 1}` };
    return [`D${level}`, { allOf: [next, next] }];
  }),
);
const slow = { type: "string", pattern: "^(a+)+$" } as const;
const long = `${"a".repeat(40)}b`;

describe("what would take long to ask", () => {
  test.each<[string, Schema, Definitions, string]>([
    ["two ways to each definition", { $ref: "#/$defs/D0" }, { ...diamonds, D40: { type: "string" } }, "a"],
    ["a pattern that may keep the engine busy", slow, {}, long],
    ["what such a pattern excludes", { not: slow }, {}, long],
  ])("is not known: %s", (_, schema, $defs, value) => {
    expect(takesIn($defs, new Map())(schema, value)).toBeUndefined();
    expect(takesTag(schema, value, $defs)).toBe(true);
  });

  test("is known where less tells", () => {
    expect(takesIn({}, new Map())({ type: "number", not: slow }, long)).toBe(false);
  });
});

test.each<[Schema | undefined, boolean]>([
  [undefined, true],
  [{ format: "uuid" }, true],
  [{ type: ["string", "null"], enum: ["a", null] }, true],
  [{ enum: ["b"] }, false],
  [{ not: { const: "a" } }, false],
  [{ oneOf: [{ const: "a" }, { minLength: 1 }] }, false],
  [{ $ref: "#/$defs/Two", description: "longer" }, false],
])("whether %j may be the tag a", (schema, expected) => {
  expect(takesTag(schema, "a", { Two: { minLength: 2 } })).toBe(expected);
});
