/** Beside a step reference a tag narrows all the same: the reference's type says that it has none. */
import { expect, test } from "vitest";
import type { Definitions, Schema, SchemaObject } from "#generator/json/json-schema.js";
import { taglessReference } from "#generator/schema/step-references/tagless-reference.js";

const reference: SchemaObject = {
  type: "object",
  properties: { $ref: { type: "string" } },
  additionalProperties: false,
};
/** What a reference never has; in its type it says so. */
const never: Schema = { not: true, description: expect.any(String) as string };
const leaf: SchemaObject = { type: "object" };
const choice = (name: string): Schema => ({ anyOf: [{ $ref: `#/$defs/${name}` }, { $ref: "#/$defs/StepReference" }] });
const union = (propertyName: string, ...names: readonly string[]): SchemaObject => ({
  oneOf: names.map((name) => ({ $ref: `#/$defs/${name}` })),
  discriminator: { propertyName, mapping: Object.fromEntries(names.map((name) => [name, `#/$defs/${name}`])) },
});

const cases: readonly { readonly name: string; readonly in: Definitions; readonly out: Definitions }[] = [
  {
    name: "a value of one kind has no tags",
    in: { Input: { properties: { a: choice("Leaf") } }, Leaf: leaf },
    out: {},
  },
  {
    name: "a union beside it has, at every level",
    in: {
      Input: { items: choice("Base") },
      Base: union("kind", "Leaf", "Below"),
      Below: union("of", "Leaf"),
      Leaf: leaf,
    },
    out: { kind: never, of: never },
  },
  {
    name: "a union that no reference may replace does not count",
    in: { Input: { items: { $ref: "#/$defs/Base" } }, Base: union("kind", "Leaf"), Leaf: leaf },
    out: {},
  },
  {
    name: "a tag of the reference's own stays what it is",
    in: { Input: { items: choice("Base") }, Base: union("$ref", "Leaf"), Leaf: leaf },
    out: { $ref: { type: "string" } },
  },
  {
    name: "a union that holds itself ends",
    in: { Input: { items: choice("Base") }, Base: union("kind", "Base") },
    out: { kind: never },
  },
];

test.each(cases)("$name", ({ in: $defs, out }) => {
  const given = { ...$defs, StepReference: reference };
  const properties = { ...out, $ref: { type: "string" } };
  expect(taglessReference(given)).toEqual({ ...given, StepReference: { ...reference, properties } });
});

test("where there are no references nothing changes", () => {
  expect(taglessReference({ Leaf: leaf })).toEqual({ Leaf: leaf });
});
