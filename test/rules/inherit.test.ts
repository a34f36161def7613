/** Rule inherit: named definitions in, each child flat out. */
import { describe, expect, test } from "vitest";
import type { Definitions } from "#generator/json/json-schema.js";
import { inherit } from "#generator/schema/inherit/inherit.js";
import type { Bases } from "#generator/schema/inherit/inheritance.js";
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
}[] = [
  {
    name: "the child has the parent's properties and its own, in that order, and demands what either demands",
    in: { Base: base, Child: child("Base", { required: ["more", "id"], properties: { more: text } }) },
    out: { Base: base, Child: { ...closed, required: ["id", "more"], properties: { ...base.properties, more: text } } },
  },
  {
    name: "the child's property replaces the parent's: it may widen an enum",
    in: { Base: base, Child: child("Base", { properties: { kind: { enum: ["a", "b"] } } }) },
    out: { Base: base, Child: { ...closed, required: ["id"], properties: { id: text, kind: { enum: ["a", "b"] } } } },
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
  },
  {
    name: "a discriminator is the base's alone",
    in: { Base: { ...base, discriminator: { propertyName: "kind", mapping: {} } }, Child: child("Base", {}) },
    out: {
      Base: { ...base, discriminator: { propertyName: "kind", mapping: {} } },
      Child: { ...closed, required: ["id"], properties: base.properties },
    },
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
  },
];

test.for(cases.map((each) => [each.name, each] as const))("%s", ([, { in: $defs, out }]) => {
  expect(plain(inherit(namedOf($defs), "every").$defs)).toEqual(out);
});

/** The definitions that are merged with what they inherit from. */
function mergedIn($defs: Definitions, bases: Bases): readonly string[] {
  const named = namedOf($defs);
  const inherited = inherit(named, bases);
  return Object.keys($defs).filter((own) => inherited.$defs[own] !== named.$defs[own]);
}

test("plain JSON Schema is read to the letter, but for what has a discriminator above it", () => {
  const $defs: Definitions = {
    Plain: base,
    PlainChild: child("Plain", {}),
    Tagged: { ...closed, properties: { kind: text }, discriminator: { propertyName: "kind", mapping: {} } },
    Middle: child("Tagged", { properties: { b: text } }),
    Leaf: child("Middle", { properties: { c: text } }),
  };
  expect(mergedIn($defs, "discriminated")).toEqual(["Middle", "Leaf"]);
});

test("a child that a mapping names is its own kind, also where the base says so in a part of its allOf", () => {
  const discriminator = { propertyName: "kind", mapping: { child: "#/$defs/Child" } };
  const part = { type: "object", properties: { kind: text }, discriminator } as const;
  const $defs: Definitions = {
    Root: { type: "object", properties: { id: text } },
    Base: { allOf: [{ $ref: "#/$defs/Root" }, part] },
    Child: { allOf: [{ $ref: "#/$defs/Base" }], description: "D" },
  };
  expect(mergedIn($defs, "every")).toContain("Child");
});

describe("below a discriminator", () => {
  const ref = (name: string): { $ref: string } => ({ $ref: `#/$defs/${name}` });
  const tagged = (mapping: Record<string, string>): Definitions[string] => ({
    type: "object",
    required: ["kind"],
    properties: { kind: text },
    discriminator: { propertyName: "kind", mapping },
  });
  const flatChild = { type: "object", required: ["kind"], properties: { kind: text, a: text } };
  const kinds: readonly { readonly name: string; readonly in: Definitions[string]; readonly out: object }[] = [
    {
      name: "a child may be open",
      in: { allOf: [ref("Base"), { type: "object", properties: { a: text } }] },
      out: flatChild,
    },
    {
      name: "a child's members may stand beside allOf, or in several parts, in any order",
      in: { allOf: [{ properties: { a: true } }, ref("Base"), { required: ["a"] }], properties: { a: text, b: text } },
      out: { type: "object", required: ["kind", "a"], properties: { kind: text, a: text, b: text } },
    },
    {
      name: "a child need not say anything where a mapping names it",
      in: { allOf: [ref("Base")], description: "D" },
      out: { type: "object", description: "D", required: ["kind"], properties: { kind: text } },
    },
    {
      name: "what says more than members stays as it is",
      in: { allOf: [ref("Base"), ref("Mixin"), { not: { required: ["x"] } }], properties: { a: text } },
      out: { ...flatChild, allOf: [ref("Mixin"), { not: { required: ["x"] } }] },
    },
    {
      name: "but what a closed part says stays with it",
      in: { allOf: [ref("Base"), { ...closed, properties: { a: text }, minProperties: 2 }] },
      out: { ...flatChild, additionalProperties: false, minProperties: 2 },
    },
    {
      name: "a child may have two tagged bases",
      in: { allOf: [ref("Base"), ref("Other"), { properties: { a: text } }] },
      out: { type: "object", required: ["kind"], properties: { kind: text, o: text, a: text } },
    },
  ];
  test.each(kinds)("$name", ({ in: Child, out }) => {
    const $defs: Definitions = {
      Base: tagged({ c: "#/$defs/Child" }),
      Child: Child ?? false,
      Mixin: { type: "object", properties: { m: text } },
      Other: { type: "object", properties: { o: text }, discriminator: { propertyName: "o", mapping: {} } },
    };
    for (const bases of ["every", "discriminated"] as const) {
      expect(plain(inherit(namedOf($defs), bases).$defs["Child"])).toEqual(out);
    }
  });

  test("a child that says nothing of it is open, though its base is closed", () => {
    const $defs: Definitions = {
      Base: { ...(tagged({}) as object), additionalProperties: false },
      Open: { allOf: [ref("Base"), { properties: { a: text } }] },
      Map: { allOf: [ref("Base"), { additionalProperties: text }] },
    };
    const { $defs: flat } = inherit(namedOf($defs), "every");
    expect(plain(flat["Open"])).toEqual(flatChild);
    expect(plain(flat["Map"])).toMatchObject({ additionalProperties: text });
  });

  test("another name for the base is no child, nor is what names a choice", () => {
    const choice = { oneOf: [ref("A"), ref("B")], discriminator: { propertyName: "kind", mapping: {} } };
    const $defs: Definitions = {
      Base: tagged({}),
      Alias: { allOf: [ref("Base")], description: "the base" },
      Choice: choice,
      Narrowed: { allOf: [ref("Choice"), { properties: { a: text } }] },
    };
    expect(mergedIn($defs, "every")).toEqual([]);
  });

  test("a base may have its discriminator in a part of its allOf", () => {
    const $defs: Definitions = {
      Root: { type: "object", properties: { r: text } },
      Base: { allOf: [ref("Root"), tagged({ c: "#/$defs/Child" })] },
      Child: { allOf: [ref("Base"), { properties: { a: text } }] },
    };
    const { $defs: flat } = inherit(namedOf($defs), "discriminated");
    const properties = { r: text, kind: text };
    expect(plain(flat["Base"])).toEqual({ ...(tagged({ c: "#/$defs/Child" }) as object), properties });
    expect(plain(flat["Child"])).toEqual({ ...flatChild, properties: { ...properties, a: text } });
  });

  const strict = {
    type: "object",
    required: ["kind"],
    properties: { kind: text, n: { type: "integer", minimum: 3 } },
    not: { required: ["bad"] },
    if: { required: ["p"] },
    then: { required: ["q"] },
    minProperties: 2,
    patternProperties: { "^x-": text },
    discriminator: { propertyName: "kind", mapping: { c: "#/$defs/Child" } },
  } as const;
  const { discriminator: _, not, if: condition, then, ...members } = strict;
  const held: readonly { readonly name: string; readonly in: Definitions[string]; readonly out: object }[] = [
    {
      name: "what a child says otherwise than its base holds beside it",
      in: {
        allOf: [ref("Base")],
        not: { required: ["worse"] },
        if: { required: ["r"] },
        else: false,
        minProperties: 2,
        patternProperties: { "^x-": { minLength: 1 }, "^y-": true },
      },
      out: {
        ...members,
        patternProperties: { "^x-": { ...text, minLength: 1 }, "^y-": true },
        not: { required: ["worse"] },
        if: { required: ["r"] },
        else: false,
        allOf: [{ not, if: condition, then }],
      },
    },
    {
      name: "a child's property that asks for nothing has only other words",
      in: { allOf: [ref("Base"), { properties: { kind: true, n: { description: "D" } } }] },
      out: {
        ...{ ...members, not, if: condition, then },
        properties: { kind: text, n: { type: "integer", minimum: 3, description: "D" } },
      },
    },
    {
      name: "of an open child's property both hold",
      in: { allOf: [ref("Base"), { properties: { kind: { const: "c" }, n: { minimum: 2, maximum: 5 } } }] },
      out: {
        ...{ ...members, not, if: condition, then },
        properties: {
          kind: { ...text, const: "c" },
          n: {
            allOf: [
              { type: "integer", minimum: 3 },
              { minimum: 2, maximum: 5 },
            ],
          },
        },
      },
    },
    {
      name: "a closed child's property replaces the base's",
      in: { allOf: [ref("Base"), { ...closed, properties: { n: { minimum: 2 } } }] },
      out: {
        ...{ ...members, not, if: condition, then, additionalProperties: false },
        properties: { kind: text, n: { minimum: 2 } },
      },
    },
    {
      name: "what stands beside the reference to the base holds as well",
      in: {
        allOf: [
          { ...ref("Base"), description: "the base", maxProperties: 5 },
          { ...ref("Base"), required: ["n"] },
        ],
      },
      out: {
        ...{ ...members, not, if: condition, then },
        required: ["kind", "n"],
        allOf: [{ maxProperties: 5 }],
      },
    },
    {
      name: "a reference beside properties is inheritance too",
      in: { ...ref("Base"), properties: { a: text } },
      out: { ...members, not, if: condition, then, properties: { ...members.properties, a: text } },
    },
    {
      name: "what a mapping names is a kind of its base, though it does not refer to it",
      in: { type: "object", required: ["a"], properties: { a: text } },
      out: {
        ...{ ...members, not, if: condition, then },
        required: ["kind", "a"],
        properties: { ...members.properties, a: text },
      },
    },
  ];
  test.each(held)("$name", ({ in: Child, out }) => {
    const { $defs } = inherit(namedOf({ Base: strict, Child: Child ?? false }), "discriminated");
    expect(plain($defs["Child"])).toEqual(out);
  });

  test("a base that its own mapping names, and one that names what it is made of, stay themselves", () => {
    const $defs: Definitions = {
      Base: tagged({ base: "#/$defs/Base", root: "#/$defs/Root" }),
      Root: { type: "object", properties: { r: text } },
      Middle: { allOf: [ref("Root"), tagged({ root: "#/$defs/Root" })] },
    };
    expect(mergedIn($defs, "discriminated")).toEqual(["Root", "Middle"]);
  });

  test("what is only another name for a base passes on what the base says, not what descends from it", () => {
    const $defs: Definitions = {
      Base: tagged({ c: "#/$defs/Child" }),
      Alias: { ...ref("Base"), description: "the base" },
      Child: { allOf: [ref("Alias")] },
    };
    const { $defs: flat } = inherit(namedOf($defs), "discriminated");
    expect(plain(flat["Alias"])).toEqual($defs["Alias"]);
    expect(plain(flat["Child"])).toEqual({ type: "object", required: ["kind"], properties: { kind: text } });
  });

  test("a part with branches and a discriminator makes no base of what the part stands in", () => {
    const discriminator = { propertyName: "kind", mapping: { a: "#/$defs/A" } };
    const $defs: Definitions = {
      Root: { type: "object", properties: { r: text } },
      Step: { allOf: [ref("Root"), { oneOf: [ref("A")], discriminator }] },
      A: { type: "object", properties: { kind: { const: "a" } } },
    };
    expect(mergedIn($defs, "every")).not.toContain("A");
  });
});
