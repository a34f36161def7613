import { describe, expect, test } from "vitest";
import type { Diagnostic } from "#generator/diagnostics.js";
import type { Definitions, Json } from "#generator/json/json-schema.js";
import { stampOrigins } from "#generator/load/stamp.js";
import type { Context } from "#generator/schema/context.js";
import { untyped } from "#generator/schema/untyped.js";

function found($defs: Json): readonly (string | undefined)[] {
  const problems: Diagnostic[] = [];
  const schema = stampOrigins({ $defs }, "x.json") as unknown as { readonly $defs: Definitions };
  untyped(schema, { problems } as unknown as Context);
  expect(problems.filter(({ severity, code }) => severity !== "warning" || code !== "SW252")).toEqual([]);
  return problems.map(({ place }) => place?.pointer?.replace("/$defs/", ""));
}

const properties = { a: true };
const object = { type: "object", properties };

describe("a shape without a type", () => {
  test.each<[string, Json, readonly string[]]>([
    ["properties", { properties }, ["A/properties"]],
    ["items", { items: true }, ["A/items"]],
    ["places", { prefixItems: [true] }, ["A/prefixItems"]],
    ["inside a typed one", { type: "object", properties: { b: { properties } } }, ["A/properties/b/properties"]],
    ["in a branch", { anyOf: [{ properties }, { type: "string" }] }, ["A/anyOf/0/properties"]],
    ["with a type", object, []],
    ["with several types", { type: ["object", "null"], properties }, []],
    ["with a type around it", { type: "object", allOf: [{ properties }], oneOf: [{ properties }] }, []],
    ["beside a typed reference", { $ref: "#/$defs/B", properties }, []],
    ["beside a typed branch", { allOf: [object, { properties }] }, []],
    ["under a condition", { ...object, if: { properties }, then: { properties }, not: { properties } }, []],
    ["of what a text holds, which nobody checks", { type: "string", contentSchema: { properties } }, []],
    ["without a shape", { required: ["a"], minItems: 1 }, []],
  ])("%s", (_, schema, places) => {
    expect(found({ A: schema, B: object })).toEqual(places);
  });
});
