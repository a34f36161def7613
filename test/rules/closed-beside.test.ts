import { expect, test } from "vitest";
import type { Diagnostic } from "#generator/diagnostics.js";
import type { Definitions, Json } from "#generator/json/json-schema.js";
import { stampOrigins } from "#generator/load/stamp.js";
import { closedBeside } from "#generator/schema/closed-beside.js";
import type { Context } from "#generator/schema/context.js";

function found($defs: Json): readonly string[] {
  const problems: Diagnostic[] = [];
  const schema = stampOrigins({ $defs }, "x.json") as unknown as { readonly $defs: Definitions };
  closedBeside(schema, { problems } as unknown as Context);
  return problems.map(({ code, place, message }) => `${code} ${place?.pointer} ${message.split(",")[0]}`);
}

const closed = { additionalProperties: false };
const branch = { properties: { a: true, b: false } };
const told = (at: string): string =>
  `SW258 /$defs/A${at}/additionalProperties "additionalProperties": false forbids a here`;

test.each<[string, Json, readonly string[]]>([
  ["beside a branch", { ...closed, oneOf: [branch, { type: "null" }] }, [told("")]],
  ["beside a reference to one", { ...closed, anyOf: [true, { $ref: "#/$defs/B" }] }, [told("")]],
  ["inside a schema", { items: { ...closed, oneOf: [branch] } }, [told("/items")]],
  ["beside the same name", { ...closed, properties: { a: true }, oneOf: [branch] }, []],
  ["beside a pattern", { ...closed, patternProperties: { "^[a-c]$": true }, oneOf: [branch] }, []],
  ["beside a branch that only asks", { ...closed, properties: { c: true }, oneOf: [{ required: ["c"] }] }, []],
  ["of other values", { additionalProperties: { type: "string" }, oneOf: [branch] }, []],
])("a closed object %s", (_, A, problems) => {
  expect(found({ A, B: branch })).toEqual(problems);
});
