/** Rule inherit: named definitions in, each child flat out. */
import { expect, test } from "vitest";
import { inherit } from "#generator/schema/inherit.js";
import type { Definitions } from "#generator/schema/json-schema.js";
import { namedOf, plain } from "../support/rules.js";

const text = { type: "string" } as const;
const closed = { type: "object", additionalProperties: false } as const;
const base = { ...closed, description: "the base", required: ["id"], properties: { id: text, kind: { enum: ["a"] } } };
const child = (parent: string, more: object): Definitions[string] => ({
  allOf: [{ $ref: `#/$defs/${parent}` }, { ...closed, ...more }],
});

const cases: readonly {
  readonly name: string;
  readonly in: Definitions;
  readonly out: Definitions;
  readonly baseOf?: Record<string, string>;
}[] = [
  {
    name: "the child has the parent's properties and its own, in that order, and demands what either demands",
    in: { Base: base, Child: child("Base", { required: ["more", "id"], properties: { more: text } }) },
    out: { Base: base, Child: { ...closed, required: ["id", "more"], properties: { ...base.properties, more: text } } },
    baseOf: { Child: "Base" },
  },
  {
    name: "the child's property replaces the parent's: it may widen an enum",
    in: { Base: base, Child: child("Base", { properties: { kind: { enum: ["a", "b"] } } }) },
    out: { Base: base, Child: { ...closed, required: ["id"], properties: { id: text, kind: { enum: ["a", "b"] } } } },
    baseOf: { Child: "Base" },
  },
  {
    name: "the child's own words stay, the parent's are the parent's",
    in: {
      Base: { title: "Base", ...base },
      Child: { title: "Child", description: "the child", ...(child("Base", {}) as object) },
    },
    out: {
      Base: { title: "Base", ...base },
      Child: { title: "Child", description: "the child", ...closed, required: ["id"], properties: base.properties },
    },
    baseOf: { Child: "Base" },
  },
  {
    name: "to any depth, whatever the order",
    in: {
      Leaf: child("Middle", { properties: { c: text } }),
      Middle: child("Base", { properties: { b: text } }),
      Base: { ...closed, properties: { a: text } },
    },
    out: {
      Leaf: { ...closed, properties: { a: text, b: text, c: text } },
      Middle: { ...closed, properties: { a: text, b: text } },
      Base: { ...closed, properties: { a: text } },
    },
    baseOf: { Leaf: "Middle", Middle: "Base" },
  },
  {
    name: "a discriminator is the base's alone",
    in: { Base: { ...base, discriminator: { propertyName: "kind", mapping: {} } }, Child: child("Base", {}) },
    out: {
      Base: { ...base, discriminator: { propertyName: "kind", mapping: {} } },
      Child: { ...closed, required: ["id"], properties: base.properties },
    },
    baseOf: { Child: "Base" },
  },
  {
    name: "an allOf that is no inheritance stays: open, of three, of two references, of a base that is none",
    in: {
      A: { allOf: [{ $ref: "#/$defs/B" }, { type: "object", properties: { x: text } }] },
      B: true,
      C: { allOf: [{ $ref: "#/$defs/A" }, closed, closed] },
      D: { allOf: [{ $ref: "#/$defs/A" }, { $ref: "#/$defs/C" }] },
      E: child("B", {}),
      F: { allOf: [closed, { $ref: "#/$defs/A" }] },
    },
    out: {
      A: { allOf: [{ $ref: "#/$defs/B" }, { type: "object", properties: { x: text } }] },
      B: true,
      C: { allOf: [{ $ref: "#/$defs/A" }, closed, closed] },
      D: { allOf: [{ $ref: "#/$defs/A" }, { $ref: "#/$defs/C" }] },
      E: child("B", {}),
      F: { allOf: [closed, { $ref: "#/$defs/A" }] },
    },
  },
  {
    name: "hostile keys are keys",
    in: JSON.parse(
      '{"Base":{"type":"object","additionalProperties":false,"properties":{"__proto__":{"type":"string"}}},"Child":{"allOf":[{"$ref":"#/$defs/Base"},{"type":"object","additionalProperties":false,"properties":{"constructor":true}}]}}',
    ) as Definitions,
    out: JSON.parse(
      '{"Base":{"type":"object","additionalProperties":false,"properties":{"__proto__":{"type":"string"}}},"Child":{"type":"object","additionalProperties":false,"properties":{"__proto__":{"type":"string"},"constructor":true}}}',
    ) as Definitions,
    baseOf: { Child: "Base" },
  },
];

test.for(cases.map((each) => [each.name, each] as const))("%s", ([, { in: $defs, out, baseOf = {} }]) => {
  const inherited = inherit(namedOf($defs), "every");
  expect(plain(inherited.$defs)).toEqual(out);
  expect(Object.fromEntries(inherited.baseOf)).toEqual(baseOf);
});

test("plain JSON Schema is read to the letter, but for what has a discriminator above it", () => {
  const $defs: Definitions = {
    Plain: base,
    PlainChild: child("Plain", {}),
    Tagged: { ...closed, properties: { kind: text }, discriminator: { propertyName: "kind", mapping: {} } },
    Middle: child("Tagged", { properties: { b: text } }),
    Leaf: child("Middle", { properties: { c: text } }),
  };
  const inherited = inherit(namedOf($defs), "discriminated");
  expect(plain(inherited.$defs["PlainChild"])).toEqual($defs["PlainChild"]);
  expect(Object.fromEntries(inherited.baseOf)).toEqual({ Middle: "Tagged", Leaf: "Middle" });
});
