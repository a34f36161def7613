/** Beside a step reference a tag narrows all the same: a reference's type says there, and only there, that it has none. */
import { expect, test } from "vitest";
import type { Definitions, Schema, SchemaObject } from "#generator/json/json-schema.js";
import { referenceDefinition } from "#generator/schema/step-references/step-references.js";
import { taglessReference } from "#generator/schema/step-references/tagless-reference.js";

const leaf: SchemaObject = { type: "object" };
const toReference: Schema = { $ref: "#/$defs/StepReference" };
const choice = (name: string): Schema => ({ anyOf: [{ $ref: `#/$defs/${name}` }, toReference] });
const union = (propertyName: string, ...names: readonly string[]): SchemaObject => ({
  oneOf: names.map((name) => ({ $ref: `#/$defs/${name}` })),
  discriminator: { propertyName, mapping: Object.fromEntries(names.map((name) => [name, `#/$defs/${name}`])) },
});

const tagless: Schema = { $ref: "#/$defs/UntaggedStepReference" };
const without = (...tags: readonly string[]): Schema => ({
  ...{ description: expect.any(String) as string, $ref: "#/$defs/StepReference" },
  properties: Object.fromEntries(tags.map((tag) => [tag, { not: true, description: expect.any(String) as string }])),
});
const beside = (name: string): Schema => ({ anyOf: [{ $ref: `#/$defs/${name}` }, tagless] });

const nullable = (reference: Schema): Schema => ({
  anyOf: [{ anyOf: [{ $ref: "#/$defs/Base" }, { type: "null" }] }, reference],
});

const cases: readonly { readonly name: string; readonly in: Definitions; readonly out: Definitions }[] = [
  {
    name: "beside a union there is a reference without its tags, of every level",
    in: {
      Input: { properties: { list: { items: choice("Base") }, leaf: choice("Leaf") } },
      Base: union("kind", "Leaf", "Below"),
      Below: union("of", "Leaf"),
      Leaf: leaf,
    },
    out: {
      Input: { properties: { list: { items: beside("Base") }, leaf: choice("Leaf") } },
      UntaggedStepReference: without("kind", "of"),
    },
  },
  {
    name: "one for all such places",
    in: {
      Input: { prefixItems: [choice("A"), choice("B")] },
      A: union("a", "Leaf"),
      B: union("b", "Leaf"),
      Leaf: leaf,
    },
    out: { Input: { prefixItems: [beside("A"), beside("B")] }, UntaggedStepReference: without("a", "b") },
  },
  {
    name: "one that may be null as well is such a union",
    in: { Input: { items: nullable(toReference) }, Base: union("kind", "Leaf"), Leaf: leaf },
    out: { Input: { items: nullable(tagless) }, UntaggedStepReference: without("kind") },
  },
  {
    name: "of a name that is free",
    in: { Input: { items: choice("Base") }, Base: union("kind", "Leaf"), Leaf: leaf, UntaggedStepReference: leaf },
    out: {
      Input: { items: { anyOf: [{ $ref: "#/$defs/Base" }, { $ref: "#/$defs/UntaggedStepReference2" }] } },
      UntaggedStepReference2: without("kind"),
    },
  },
  {
    name: "a union that holds itself ends",
    in: { Input: { items: choice("Base") }, Base: union("kind", "Base") },
    out: { Input: { items: beside("Base") }, UntaggedStepReference: without("kind") },
  },
  {
    name: "a value of one kind has no tags",
    in: { Input: { properties: { a: choice("Leaf") } }, Leaf: leaf },
    out: {},
  },
  {
    name: "a union that no reference may replace does not count",
    in: { Input: { items: { $ref: "#/$defs/Base" } }, Base: union("kind", "Leaf"), Leaf: leaf },
    out: {},
  },
  {
    name: "a tag of the reference's own stays what it is",
    in: { Input: { items: choice("Base") }, Base: union("$ref", "Leaf"), Leaf: leaf },
    out: {},
  },
];

test.each(cases)("$name", ({ in: $defs, out }) => {
  const given = { ...$defs, StepReference: referenceDefinition };
  expect(taglessReference(given)).toEqual({ ...given, ...out });
});

test("where there are no references nothing changes", () => {
  expect(taglessReference({ Leaf: leaf })).toEqual({ Leaf: leaf });
});
