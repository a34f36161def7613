/** Rule any name: names that every name satisfies are not asked for. */
import { expect, test } from "vitest";
import type { Schema } from "#generator/json/json-schema.js";
import { anyName } from "#generator/schema/any-name.js";

test.for<[isGone: boolean, propertyNames: Schema]>([
  [true, true],
  [true, {}],
  [true, { type: "string", description: "A name." }],
  [true, { type: ["number", "string"] }],
  [false, false],
  [false, { type: "number" }],
  [false, { type: "string", minLength: 1 }],
  [false, { $ref: "#/$defs/Name" }],
])("%j: %j", ([isGone, propertyNames]) => {
  const record = { type: "object", propertyNames, additionalProperties: { type: "string" } } as const;
  const kept = isGone ? { type: "object", additionalProperties: { type: "string" } } : record;
  const Root: Schema = { properties: { record } };
  expect(anyName({ $defs: { Root } }).$defs).toEqual({ Root: { properties: { record: kept } } });
});
