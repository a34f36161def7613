/** Rule unevaluated: what is left over becomes what is additional, once for each case. */
import { expect, test } from "vitest";
import { onlyCounting, unnamed, widening, type Definitions, type SchemaObject } from "#generator/json/json-schema.js";
import { unevaluated } from "#generator/schema/unevaluated/unevaluated.js";
import { bundle } from "#generator/schema/bundle/bundle.js";
import { annotatedIn, contextOf, namedOf, plain } from "../support/rules.js";

const a = { properties: { a: { type: "string" } } } as const;
const b = { properties: { b: { type: "string" } } } as const;
const closed = { unevaluatedProperties: false } as const;
const withA = { properties: { a: true, b: false }, additionalProperties: false };
const withB = { properties: { a: false, b: true }, additionalProperties: false };
const withBoth = { properties: { a: true, b: true }, additionalProperties: false };
const withNone = { properties: { a: false, b: false }, additionalProperties: false };

const cases: readonly { name: string; in: SchemaObject; beside?: Definitions; out: unknown }[] = [
  {
    name: "beside its own properties it is additionalProperties",
    in: { ...a, ...closed },
    out: { ...a, additionalProperties: false },
  },
  {
    name: "nothing is left over beside additionalProperties",
    in: { additionalProperties: a, ...closed },
    out: { additionalProperties: a },
  },
  { name: "anything may be left over", in: { anyOf: [a, b], unevaluatedProperties: true }, out: { anyOf: [a, b] } },
  {
    name: "what all parts of an allOf and a reference know is known",
    in: { $ref: "#/$defs/Base", allOf: [b], ...closed },
    beside: { Base: { ...a, patternProperties: { "^x": true } } },
    out: {
      $ref: "#/$defs/Base",
      allOf: [b],
      properties: { a: true, b: true },
      patternProperties: { "^x": true },
      additionalProperties: false,
    },
  },
  {
    name: "a property that the server writes stays one",
    in: { $ref: "#/$defs/Base", ...closed },
    beside: { Base: { properties: { id: { type: "string", readOnly: true }, secret: { writeOnly: true } } } },
    out: {
      $ref: "#/$defs/Base",
      properties: { id: { readOnly: true }, secret: { writeOnly: true } },
      additionalProperties: false,
    },
  },
  {
    name: "also where a reference says so, but a constant is sent all the same",
    in: { $ref: "#/$defs/Base", ...closed },
    beside: {
      Base: { properties: { id: { $ref: "#/$defs/Id" }, kind: { const: "a", readOnly: true } } },
      Id: { $ref: "#/$defs/Text", readOnly: true },
      Text: { type: "string", writeOnly: true },
    },
    out: {
      $ref: "#/$defs/Base",
      properties: { id: { readOnly: true, writeOnly: true }, kind: true },
      additionalProperties: false,
    },
  },
  {
    name: "where a branch decides there is a case for each: of oneOf one fits, of anyOf any",
    in: { oneOf: [a, b], ...closed },
    out: {
      oneOf: [a, b],
      allOf: [
        { $comment: widening, if: a, then: withA, else: { $comment: widening, if: b, then: withB, else: withNone } },
      ],
    },
  },
  {
    name: "of anyOf any number fits",
    in: { anyOf: [a, b], ...closed },
    out: {
      anyOf: [a, b],
      allOf: [
        {
          $comment: widening,
          if: a,
          then: { $comment: widening, if: b, then: withBoth, else: withA },
          else: { $comment: widening, if: b, then: withB, else: withNone },
        },
      ],
    },
  },
  {
    name: "a condition evaluates what it looks at, a negation nothing",
    in: { if: a, else: b, not: { properties: { c: true } }, ...closed },
    out: {
      if: a,
      else: b,
      not: { properties: { c: true } },
      allOf: [{ $comment: widening, if: a, then: withA, else: withB }],
    },
  },
  {
    name: "a condition that evaluates nothing new makes no case",
    in: {
      ...a,
      if: { properties: { a: { const: "x" } } },
      then: a,
      dependentSchemas: { a: { properties: { a: true } } },
      ...closed,
    },
    out: {
      ...a,
      if: { properties: { a: { const: "x" } } },
      then: a,
      dependentSchemas: { a: { properties: { a: true } } },
      additionalProperties: false,
    },
  },
  {
    name: "but one that has another side does",
    in: { ...a, dependentSchemas: { k: { properties: { a: { readOnly: true } } } }, ...closed },
    out: {
      ...a,
      dependentSchemas: { k: { properties: { a: { readOnly: true } } } },
      allOf: [
        {
          $comment: widening,
          if: { type: "object", required: ["k"] },
          then: { properties: { a: { readOnly: true } }, additionalProperties: false },
          else: { properties: { a: true }, additionalProperties: false },
        },
      ],
    },
  },
  {
    name: "a dependent schema counts where its property is there",
    in: { dependentSchemas: { k: a }, ...closed },
    out: {
      dependentSchemas: { k: a },
      allOf: [
        {
          $comment: widening,
          if: { type: "object", required: ["k"] },
          then: { properties: { a: true }, additionalProperties: false },
          else: { properties: { a: false }, additionalProperties: false },
        },
      ],
    },
  },
  {
    name: "a name that a pattern may evaluate is not excluded",
    in: { patternProperties: { "^a": true }, dependentSchemas: { k: a }, ...closed },
    out: {
      patternProperties: { "^a": true },
      dependentSchemas: { k: a },
      allOf: [
        {
          $comment: widening,
          if: { type: "object", required: ["k"] },
          then: { properties: { a: true }, patternProperties: { "^a": true }, additionalProperties: false },
          else: { patternProperties: { "^a": true }, additionalProperties: false },
        },
      ],
    },
  },
  {
    name: "nor one of which the rest may be anything that fits",
    in: { dependentSchemas: { k: a }, unevaluatedProperties: b },
    out: {
      dependentSchemas: { k: a },
      allOf: [
        {
          $comment: widening,
          if: { type: "object", required: ["k"] },
          then: { properties: { a: true }, additionalProperties: b },
          else: { additionalProperties: b },
        },
      ],
    },
  },
  {
    name: "a cousin is not seen",
    in: { allOf: [a, { ...b, ...closed }] },
    out: { allOf: [a, { ...b, additionalProperties: false }] },
  },
  {
    name: "items after the longest tuple, or what contains is looking for",
    in: { prefixItems: [a], allOf: [{ prefixItems: [true, true] }], contains: b, unevaluatedItems: false },
    out: { prefixItems: [a, true], allOf: [{ prefixItems: [true, true] }], contains: b, items: { anyOf: [b] } },
  },
  {
    name: "before 2020-12 contains evaluated nothing",
    in: { contains: b, unevaluatedItems: a, [onlyCounting]: true },
    out: { contains: b, items: a },
  },
  {
    name: "what a dynamic reference evaluates nobody knows",
    in: { $dynamicRef: "#x", ...closed },
    out: { $dynamicRef: "#x", ...closed },
  },
  {
    name: "nor would anybody read five hundred cases",
    in: { anyOf: Array.from({ length: 9 }, () => a), ...closed },
    out: { anyOf: Array.from({ length: 9 }, () => a), ...closed },
  },
  {
    name: "hostile names are names",
    in: JSON.parse('{"allOf":[{"properties":{"__proto__":true}}],"unevaluatedProperties":false}') as SchemaObject,
    out: JSON.parse(
      '{"allOf":[{"properties":{"__proto__":true}}],"properties":{"__proto__":true},"additionalProperties":false}',
    ),
  },
];

test.each(cases)("$name", ({ in: schema, beside, out }) => {
  const { $defs } = unevaluated({ $defs: { Root: schema, ...beside } });
  expect(plain($defs["Root"])).toEqual(out);
});

test("each document's contains is that of its own draft", () => {
  const of = (draft: string) => `https://json-schema.org/draft/${draft}/schema`;
  const found = (draft: string) => ({ $schema: of(draft), $id: draft, contains: a, unevaluatedItems: b });
  const inner = { "2019-09": found("2019-09"), "2020-12": found("2020-12") };
  for (const outer of ["2019-09", "2020-12"]) {
    const context = contextOf({
      $schema: of(outer),
      allOf: Object.keys(inner).map(($ref) => ({ $ref })),
      $defs: inner,
    });
    expect(plain(unevaluated(bundle(annotatedIn(context), context)).$defs)).toMatchObject({
      "#/$defs/2019-09": { contains: a, items: b },
      "#/$defs/2020-12": { contains: a, items: { anyOf: [b, a] } },
    });
  }
});

/** Each definition at `#/$defs/<its name>`. */
const lowered = ($defs: Definitions): Definitions => unevaluated({ $defs: namedOf($defs).$defs }).$defs;

test("a branch that leads back to where it is asked about stands apart", () => {
  const inner = { $ref: "#/$defs/Root", ...closed };
  const withX = { properties: { x: inner }, required: ["x"] };
  const again = { $ref: "#/$defs/#/$defs/Root/anyOf/0" };
  const known = { properties: { x: true, b: true }, additionalProperties: false };
  const x = {
    $ref: "#/$defs/Root",
    allOf: [
      {
        $comment: widening,
        if: again,
        then: { $comment: widening, if: b, then: known, else: { ...known, properties: { x: true, b: false } } },
        else: {
          $comment: widening,
          if: b,
          then: { ...known, properties: { x: false, b: true } },
          else: { ...known, properties: { x: false, b: false } },
        },
      },
    ],
  };
  expect(plain(lowered({ Root: { anyOf: [withX, b] } }))).toEqual({
    Root: { anyOf: [{ ...withX, properties: { x } }, b] },
    "#/$defs/Root/anyOf/0": { ...withX, properties: { x } },
  });
});

test("what a case forbids only because it does not name it is told from what is forbidden", () => {
  const named = { properties: { a: true, c: false } };
  const { Root } = unevaluated({ $defs: { Root: { ...closed, allOf: [named], if: b, else: a } } }).$defs;
  const [, cases] = (Root as SchemaObject).allOf ?? [];
  const { then: withB, else: withoutB } = cases as SchemaObject;
  expect([withB, withoutB].map((each) => (each as SchemaObject)[unnamed])).toEqual([[], ["b"]]);
});

test("a level more is a level more to write, not twice as much", () => {
  const nested = (depth: number): SchemaObject =>
    depth === 0 ? a : { anyOf: [{ properties: { a: nested(depth - 1) } }, b], ...closed };
  const sizeOf = (depth: number): number => JSON.stringify(lowered({ Root: nested(depth) })).length;
  expect(sizeOf(8)).toBeLessThan(5 * sizeOf(4));
});

test("cases that would name too much are not written", () => {
  const names = (count: number): Definitions =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`p${n}`, true]));
  const root = (count: number): SchemaObject => ({
    anyOf: Array.from({ length: 8 }, () => ({ properties: names(count) })),
    ...closed,
  });
  expect(lowered({ Root: root(24) })["Root"]).not.toHaveProperty("unevaluatedProperties");
  expect(lowered({ Root: root(25) })["Root"]).toHaveProperty("unevaluatedProperties");
});
