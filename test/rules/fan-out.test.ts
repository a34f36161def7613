/**
 * A few lines of schema that stand for billions: references that double with every step down. Each is canonicalized or emitted
 * at once, or the test runs out of time.
 */
import { expect, test } from "vitest";
import type { Contract } from "#generator/contract.js";
import { describer } from "#generator/emit/validators/phrases/describe.js";
import type { ProjectedSchema, SchemaFunction } from "#generator/emit/validators/program/program.js";
import type { Json } from "#generator/json/json-schema.js";
import { annotate } from "#generator/schema/annotate/annotate.js";
import { canonicalize } from "#generator/schema/canonicalize.js";
import { contextOf } from "../support/rules.js";

const steps = 40;

type Definition = { readonly [keyword: string]: Json };

/** D0 … Dn, each of which `link` makes of references to the next; the last is an object. */
function doubling(prefix: string, link: (next: Definition, index: number) => Definition): Definition {
  return Object.fromEntries(
    Array.from({ length: steps + 1 }, (_, index) => [
      `D${index}`,
      index === steps
        ? { type: "object", properties: { end: { type: "string" } } }
        : link({ $ref: `${prefix}D${index + 1}` }, index),
    ]),
  );
}

const inDefinitions = (link: (next: Definition) => Definition, root: Definition = {}): Definition => ({
  type: "object",
  properties: { a: { $ref: "#/$defs/D0" } },
  $defs: doubling("#/$defs/", link),
  ...root,
});
const api = (schemas: Definition): Definition => ({
  openapi: "3.1.0",
  info: { title: "A", version: "1" },
  components: { schemas },
});
const closed: Definition = { allOf: [{ $ref: "#/$defs/D0" }], unevaluatedProperties: false };
const above = "#/components/schemas/";
const entry: Partial<Contract> = { entries: { Root: { at: `${above}D0`, direction: "both" } } };

const cases: readonly { readonly name: string; readonly in: Definition; readonly contract?: Partial<Contract> }[] = [
  ...["allOf", "anyOf", "oneOf"].map((keyword) => ({
    name: keyword,
    in: inDefinitions((next) => ({ [keyword]: [next, next] })),
  })),
  { name: "properties", in: inDefinitions((next) => ({ type: "object", properties: { a: next, b: next } })) },
  { name: "unevaluatedProperties beside allOf", in: inDefinitions((next) => ({ allOf: [next, next] }), closed) },
  {
    name: "whether null is a choice",
    in: inDefinitions((next) => ({ anyOf: [next, next] }), { required: ["a"] }),
    contract: { nulls: "omitted" },
  },
  {
    name: "inheritance",
    in: api(doubling(above, (next) => ({ allOf: [next, next, { properties: { a: { type: "string" } } }] }))),
    contract: entry,
  },
  {
    name: "discriminators",
    in: api(
      doubling(above, (next, index) => ({
        type: "object",
        properties: { [`kind${index}`]: { type: "string" } },
        discriminator: { propertyName: `kind${index}`, mapping: { a: next["$ref"] ?? "", b: next["$ref"] ?? "" } },
      })),
    ),
    contract: entry,
  },
  {
    name: "discriminators in layers of two",
    in: api(
      Object.fromEntries(
        Array.from({ length: 2 * steps }, (_, index) => {
          const layer = Math.floor(index / 2);
          const mapping = { a: `${above}D${2 * layer + 2}`, b: `${above}D${2 * layer + 3}` };
          const discriminator = { propertyName: `kind${layer}`, mapping };
          const base = { type: "object", properties: { [`kind${layer}`]: { type: "string" } } };
          return [`D${index}`, layer < steps - 1 ? { ...base, discriminator } : base];
        }),
      ),
    ),
    contract: entry,
  },
];

test.for(cases.map((each) => [each.name, each] as const))("%s", ([, { in: schema, contract }]) => {
  const context = contextOf(schema, contract && { contract });
  const { $defs } = canonicalize(annotate(schema, undefined, ""), context);
  expect(Object.keys($defs).length).toBeGreaterThan(steps);
});

test("choices that double are too many to write out", () => {
  const schema = inDefinitions((next) => ({ anyOf: [next, next] }), closed);
  expect(() => canonicalize(annotate(schema, undefined, ""), contextOf(schema))).toThrow("unevaluatedProperties");
});

test("choices that double are told once each, or not at all", () => {
  const names = ["A", "B", "C"];
  const branch = (call: string): { call: string; kinds: readonly [] } => ({ call, kinds: [] });
  const program = new Map(
    Array.from({ length: steps }, (_, layer) =>
      names.map((name, index): [string, SchemaFunction] => {
        const others = [1, 2].map((more) => branch(`${names[(index + more) % 3]}${layer + 1}`));
        const schema = layer === steps - 1 ? { const: name } : { anyOf: others };
        return [`${name}${layer}`, { kind: "schema", schema: schema as ProjectedSchema }];
      }),
    ).flat(),
  );
  const branches = Array.from({ length: 200 }, (_, index) => branch(`Long${index}`));
  for (const { call } of branches) program.set(call, { kind: "schema", schema: { const: call } });
  program.set("Many", { kind: "schema", schema: { anyOf: branches } });
  const describe = describer(program);
  expect(describe.roughly(branch("Many"))).toBeUndefined();
  expect(describe.roughly(branch("A0"))?.phrases).toEqual(['"A"', '"B"', '"C"']);
});
