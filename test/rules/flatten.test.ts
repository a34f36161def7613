/** Definitions that are made of others in; each flat, and asking the same of every value, out. */
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Definitions, Schema } from "#generator/json/json-schema.js";
import { bothSay } from "#generator/schema/reading/both-say.js";
import { flattened } from "#generator/schema/discriminate/flatten.js";
import { deepFreeze } from "../support/deep-freeze.js";

const text = { type: "string" } as const;
const ref = (name: string): { $ref: string } => ({ $ref: `#/$defs/${name}` });
const object = (properties: object, more: object = {}): { readonly [keyword: string]: unknown } => ({
  type: "object",
  properties,
  ...more,
});
const base = object({ id: { ...text, description: "The id." }, kind: { enum: ["a", "b"] } }, { required: ["id"] });
const open = object({ kind: { const: "a" }, more: text }, { required: ["kind"] });
const flat = object(
  { id: { ...text, description: "The id." }, kind: { const: "a" }, more: text },
  { required: ["id", "kind"] },
);

describe("an allOf of objects is one object", () => {
  const cases: readonly { readonly name: string; readonly in: Definitions; readonly out: Schema }[] = [
    { name: "whose part is inside", in: { It: { allOf: [ref("Base"), open] }, Base: base }, out: flat },
    { name: "whose part is beside", in: { It: { ...open, allOf: [ref("Base")] }, Base: base }, out: flat },
    {
      name: "of which one part says that it is an object",
      in: {
        It: { allOf: [ref("Base"), open] },
        Base: { required: ["id"], properties: base["properties"] as Definitions },
      },
      out: flat,
    },
    {
      name: "to any depth, with its own words",
      in: {
        It: { title: "It", description: "One.", allOf: [ref("Middle"), { properties: { more: text } }] },
        Middle: { description: "Two.", allOf: [{ allOf: [ref("Base")] }, open] },
        Base: { description: "Three.", ...base },
      },
      out: { title: "It", description: "One.", ...flat },
    },
    {
      name: "that is closed where a part is, and has no room for what that does not know",
      in: {
        It: {
          ...open,
          properties: { kind: { const: "a" }, id: true, note: false },
          additionalProperties: false,
          allOf: [ref("Base")],
        },
        Base: base,
      },
      out: object(
        { id: { ...text, description: "The id." }, kind: { const: "a" } },
        { required: ["id", "kind"], additionalProperties: false },
      ),
    },
    {
      name: "that demands what a closed part forbids",
      in: { It: { ...open, allOf: [ref("Base")] }, Base: { ...object({ id: text }), additionalProperties: false } },
      out: object({ id: text, kind: false }, { required: ["kind"], additionalProperties: false }),
    },
    {
      name: "with what is no plain object beside it",
      in: {
        It: { ...open, allOf: [ref("Base"), ref("Choice"), true] },
        Base: { ...base, minProperties: 2 },
        Choice: { oneOf: [] },
      },
      out: { ...flat, allOf: [ref("Base"), ref("Choice")] },
    },
    {
      name: "with what is said of it besides",
      in: { It: { ...open, minProperties: 2, allOf: [ref("Base")] }, Base: base },
      out: { minProperties: 2, ...flat },
    },
  ];
  test.for(cases.map((each) => [each.name, each] as const))("%s", ([, { in: $defs, out }]) => {
    expect(flattened(deepFreeze($defs))["It"]).toEqual(out);
  });

  const unchanged: readonly (readonly [name: string, $defs: Definitions])[] = [
    ["that nobody calls an object", { It: { allOf: [{ properties: { a: text } }], properties: { b: text } } }],
    ["of what has no members", { It: { ...open, allOf: [{ oneOf: [] }] } }],
    ["beside patterns", { It: { ...open, patternProperties: { "^x": text }, allOf: [ref("Base")] }, Base: base }],
    ["that may be null", { It: { ...open, type: ["object", "null"], allOf: [ref("Base")] }, Base: base }],
    ["whose reference says more", { It: { ...open, allOf: [{ ...ref("Base"), minProperties: 1 }] }, Base: base }],
  ];
  test.for(unchanged)("but not one %s", ([, $defs]) => expect(flattened(deepFreeze($defs))).toBe($defs));
});

describe("what two schemas say of one property", () => {
  const cases: readonly (readonly [name: string, one: Schema, other: Schema, both: Schema])[] = [
    ["is what one says, where the other takes anything", true, text, text],
    ["is nothing, where one forbids it", text, false, false],
    [
      "is said once, where both say it",
      { type: "array", items: text },
      { type: "array", items: text },
      { type: "array", items: text },
    ],
    ["is both, where each asks by itself", text, { minLength: 1 }, { type: "string", minLength: 1 }],
    [
      "has the last one's words",
      { ...text, title: "A", readOnly: true },
      { title: "B" },
      { ...text, title: "B", readOnly: true },
    ],
    ["is the values that both list", { enum: ["a", "b", 1] }, { enum: [1, "b", 2] }, { enum: ["b", 1] }],
    [
      "is a value that both list, in whatever order its properties stand",
      { enum: [{ a: 1, b: 2 }, 1] },
      { enum: [{ b: 2, a: 1 }, 2] },
      { enum: [{ a: 1, b: 2 }] },
    ],
    ["is the constant that is listed", { ...text, enum: ["a", "b"] }, { const: "a" }, { ...text, const: "a" }],
    ["stays apart where no value is left", { const: "a" }, { const: "b" }, { allOf: [{ const: "a" }, { const: "b" }] }],
    ["stays apart where the types differ", text, { type: "integer" }, { allOf: [text, { type: "integer" }] }],
    [
      "stays apart where keywords read each other",
      { properties: { a: text }, readOnly: true },
      { additionalProperties: false, title: "B" },
      { allOf: [{ properties: { a: text } }, { additionalProperties: false }], readOnly: true, title: "B" },
    ],
    [
      "stays apart from what is apart, each once",
      { allOf: [ref("A"), text] },
      { ...text, title: "T" },
      { allOf: [ref("A"), text], title: "T" },
    ],
    ["stays apart at a reference", ref("A"), text, { allOf: [ref("A"), text] }],
  ];
  test.for(cases)("%s", ([, one, other, both]) => expect(bothSay(one, other)).toEqual(both));
});

test("a flat object takes and refuses what the schema did, in every way to write it", () => {
  const keys = fc.constantFrom("a", "b", "c");
  const value = fc.constantFrom("x", "y", 1, null);
  const leaf = fc.oneof(
    fc.boolean(),
    fc.constant(text),
    fc.record({ const: value }),
    fc.record({ enum: fc.uniqueArray(value, { minLength: 1 }) }),
    fc.constant({ properties: { a: text } }),
    fc.constant({ additionalProperties: false }),
  );
  const members = fc.record(
    {
      type: fc.constant("object"),
      properties: fc.dictionary(keys, leaf),
      required: fc.uniqueArray(keys),
      additionalProperties: leaf,
      minProperties: fc.constant(1),
    },
    { requiredKeys: [] },
  );
  const made = (earlier: readonly string[]) =>
    fc
      .tuple(
        members,
        fc.option(
          fc.array(fc.oneof(members, ...earlier.map((name) => fc.constant(ref(name)))), { minLength: 1, maxLength: 3 }),
        ),
      )
      .map(([own, allOf]) => ({ ...own, ...(allOf && { allOf }) }));
  const definitions = fc.record({ A: made([]), B: made(["A"]), C: made(["A", "B"]) });
  const values = fc.oneof(value, fc.dictionary(keys, fc.oneof(value, fc.dictionary(keys, value))));
  const ajv = new Ajv2020({ strict: false, validateSchema: false, inlineRefs: false });
  let changed = 0;
  fc.assert(
    fc.property(definitions, fc.array(values, { minLength: 5, maxLength: 20 }), ($defs, asked) => {
      const flat = flattened($defs as Definitions);
      if (flat["C"] !== ($defs as Definitions)["C"]) changed += 1;
      const verdicts = [$defs, flat].map((each) => {
        const validate = ajv.compile({ ...ref("C"), $defs: each });
        return asked.map((value) => validate(value));
      });
      expect(verdicts[1]).toEqual(verdicts[0]);
    }),
    { numRuns: 200 },
  );
  expect(changed).toBeGreaterThan(50);
});
