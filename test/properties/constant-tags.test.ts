/**
 * Unions whose branches carry constants of every kind, told apart by them or not: a tag that is looked at first changes no verdict,
 * those of the guard, the collector and the generator's own question being AJV's about the union as it is written.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { constantTags } from "#generator/schema/constant-tags.js";
import type { Definitions, Json, Schema, SchemaObject } from "#generator/json/json-schema.js";
import { takesIn } from "#generator/schema/reading/takes.js";
import { exactAjv } from "../support/exact-ajv.js";
import { validatorsOf } from "../support/validators.js";

const constants: readonly Json[] = [0, 1, 2, 3, 1.5, true, false, null, "0", "1", "true", "null", "a", [1]];
/** The value one time in three. */
const sometimes = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ arbitrary, weight: 1 }, { arbitrary: fc.constant(undefined), weight: 2 });
const oftenTrue = fc.nat(11).map((each) => each > 0);

const types = fc.constantFrom<NonNullable<SchemaObject["type"]>[]>("integer", "number", "string", [
  "boolean",
  "number",
]);
const tag = (values: readonly Json[]): fc.Arbitrary<SchemaObject> =>
  fc.record({ type: sometimes(types), minimum: sometimes(fc.constant(1)) }).map(({ type, minimum }) => ({
    ...(values.length === 1 ? { const: values[0] ?? null } : { enum: values }),
    ...(type !== undefined && { type }),
    ...(minimum !== undefined && { minimum }),
  }));

const branch = (values: readonly Json[]): fc.Arbitrary<Schema> =>
  fc
    .record({
      tag: tag(values),
      property: fc.constantFrom<Schema[]>({ type: "string" }, { type: "integer" }, { enum: ["x", 1] }),
      isClosed: fc.boolean(),
      isInPart: sometimes(fc.constant(true)),
      isRequired: oftenTrue,
    })
    .map(({ tag, property, isClosed, isInPart, isRequired }) => {
      const own: Schema = {
        type: "object",
        properties: { kind: tag, a: property },
        ...(isRequired && { required: ["kind"] }),
        ...(isClosed && { additionalProperties: false }),
      };
      return isInPart === true ? { allOf: [{ required: ["a"] }, own] } : own;
    });

/** Two or three branches, each with one constant or two that most often no other has. */
const unions: fc.Arbitrary<Definitions> = fc
  .tuple(
    fc.shuffledSubarray([...constants], { minLength: 6, maxLength: 6 }),
    fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 2, maxLength: 3 }),
    fc.nat(9),
  )
  .chain(([values, counts, nth]) => {
    const lists = counts.map((count, index) => values.slice(2 * index, 2 * index + count));
    return fc.tuple(...(nth === 0 ? [...lists, lists[0] ?? []] : lists).map(branch));
  })
  .chain((branches) =>
    fc.constantFrom("oneOf", "anyOf").map((keyword) => ({
      Root: { [keyword]: branches.map((_, index) => ({ $ref: `#/$defs/B${index}` })) },
      ...Object.fromEntries(branches.map((each, index) => [`B${index}`, each])),
    })),
  );

const values = fc.oneof(
  { arbitrary: fc.record({ kind: fc.constantFrom(...constants, 4, "b"), a: fc.constantFrom("x", 1, null) }, { requiredKeys: [] }), weight: 12 }, // prettier-ignore
  { arbitrary: fc.constantFrom<Json[]>(1, null, "a", [], { z: 1 }), weight: 1 },
);

const cases = fc
  .tuple(unions, fc.array(values, { minLength: 30, maxLength: 30 }))
  .map((made) => JSON.parse(JSON.stringify(made)) as [Definitions, Json[]]);

test("a tag of any kind changes no verdict", async () => {
  const counts = { accepted: 0, refused: 0, tagged: 0, untagged: 0 };
  await fc.assert(
    fc.asyncProperty(cases, async ([$defs, asked]) => {
      const tagged = constantTags($defs);
      counts[tagged["Root"] === $defs["Root"] ? "untagged" : "tagged"]++;
      const validators = await validatorsOf(tagged, ["Root"]);
      const takes = takesIn(tagged);
      const accepts = exactAjv().compile({ $ref: "#/$defs/Root", $defs });
      for (const value of asked) {
        const expected = accepts(value);
        counts[expected ? "accepted" : "refused"]++;
        const found = {
          guard: validators.accepts("Root", value),
          collector: validators.issues("Root", value).length === 0,
          takes: takes(tagged["Root"] ?? true, value),
        };
        expect(found, JSON.stringify(value)).toEqual({ guard: expected, collector: expected, takes: expected });
      }
    }),
    {
      numRuns: Math.ceil(Number(process.env["PROPERTY_RUNS"]) / 3),
      seed: 6_000_000 + Number(process.env["PROPERTY_SEED"] ?? 0),
    },
  );
  expect(Math.min(...Object.values(counts)), JSON.stringify(counts)).toBeGreaterThan(20);
}, 3_600_000);
