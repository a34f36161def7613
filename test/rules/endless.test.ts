/** Rule endless: definitions in, a problem for each circle that no value ever leaves out. */
import { expect, test } from "vitest";
import type { Json } from "#generator/json/json-schema.js";
import { bundle } from "#generator/schema/bundle/bundle.js";
import { discriminate } from "#generator/schema/discriminate/discriminate.js";
import { endless, endlessChoices } from "#generator/schema/endless.js";
import { annotatedIn, contextOf, namedOf, told } from "../support/rules.js";

const file = "api/x.schema.json";
const self = { $ref: "#" };
const circle = (location: string, ...path: readonly string[]): string =>
  `SW213 ${file}${location} what ${location} asks of a value leads back to itself: ${path.join(" → ")}`;

const cases: { readonly name: string; readonly in: Json; readonly problems: readonly string[] }[] = [
  {
    name: "recursion into a part of the value is fine",
    in: {
      properties: { a: self },
      items: self,
      prefixItems: [self],
      additionalProperties: self,
      patternProperties: { a: self },
      contains: self,
      propertyNames: self,
    },
    problems: [],
  },
  { name: "so is a part of a branch", in: { anyOf: [{ type: "null" }, { items: { allOf: [self] } }] }, problems: [] },
  { name: "a schema that is itself", in: self, problems: [circle("#", "#", "#")] },
  ...["allOf", "anyOf", "oneOf"].map((keyword) => ({
    name: `a schema that is itself, by ${keyword}`,
    in: { [keyword]: [{ not: { if: self } }] },
    problems: [circle("#", "#", "#")],
  })),
  {
    name: "a schema that is itself where there is a property",
    in: { dependentSchemas: { a: { then: self } } },
    problems: [circle("#", "#", "#")],
  },
  {
    name: "a circle of several is told once, by its shortest way",
    in: {
      items: { $ref: "#/$defs/A" },
      $defs: {
        A: { allOf: [{ $ref: "#/$defs/B" }, { $ref: "#/$defs/C" }] },
        B: { else: { $ref: "#/$defs/C" } },
        C: { $ref: "#/$defs/A" },
      },
    },
    problems: [circle("#/$defs/A", "#/$defs/A", "#/$defs/C", "#/$defs/A")],
  },
  {
    name: "two circles are told both",
    in: {
      prefixItems: [{ $ref: "#/$defs/A" }, { $ref: "#/$defs/B" }],
      $defs: { A: { $ref: "#/$defs/A" }, B: { not: { $ref: "#/$defs/B" } } },
    },
    problems: [circle("#/$defs/A", "#/$defs/A", "#/$defs/A"), circle("#/$defs/B", "#/$defs/B", "#/$defs/B")],
  },
];

/** `$defs` D0 … Dn, each made of a reference to the next; the last is what `end` says. */
const chain = (length: number, end: Json): { readonly [name: string]: Json } =>
  Object.fromEntries(
    Array.from({ length }, (_, index) => [
      `D${index}`,
      index === length - 1 ? end : { allOf: [{ $ref: `#/$defs/D${index + 1}` }, { $ref: `#/$defs/D${index + 1}` }] },
    ]),
  );
const first = { items: { $ref: "#/$defs/D0" } };
const tooLong = `SW215 ${file}#/$defs/D0 what #/$defs/D0 asks of a value goes through more than 200 references, one behind the other`;

cases.push(
  { name: "200 references one behind the other are fine", in: { ...first, $defs: chain(201, {}) }, problems: [] },
  { name: "201 are not", in: { ...first, $defs: chain(202, {}) }, problems: [tooLong] },
  {
    name: "a circle of 10,000 is told, and not in full",
    in: { ...first, $defs: chain(10_000, { $ref: "#/$defs/D0" }) },
    problems: [
      `SW213 ${file}#/$defs/D0 what #/$defs/D0 asks of a value leads back to itself: ${[
        ...[0, 1, 2, 3, 4, 5].map((index) => `#/$defs/D${index}`),
        "…",
        ...[9996, 9997, 9998, 9999, 0].map((index) => `#/$defs/D${index}`),
      ].join(" → ")}`,
    ],
  },
);

test.for(cases.map((each) => [each.name, each] as const))("%s", ([, { in: schema, problems }]) => {
  const context = contextOf(schema);
  const bundled = bundle(annotatedIn(context), context);
  endless(bundled, context);
  expect(told(context.problems)).toEqual(problems);
});

test("a kind that is its base in another way than by inheritance leads back to it", () => {
  const discriminator = { propertyName: "kind", mapping: { a: "#/$defs/A" } };
  const context = contextOf({});
  const named = namedOf({
    Base: { type: "object", properties: { kind: true }, discriminator },
    A: { anyOf: [{ $ref: "#/$defs/Base" }, { type: "null" }] },
  });
  endlessChoices(discriminate(named, context), context);
  expect(told(context.problems)).toEqual([
    `SW213 ${file}#/$defs/Base what Base asks of a value leads back to itself: Base → A → Base`,
  ]);
});
