/**
 * For fast-check: small workflows with steps, as people write them and as they should not: keywords that the properties alone do not
 * tell of, words that break their own schema, names that are demanded and not described.
 */
import fc from "fast-check";
import type { Definitions, Schema, SchemaObject } from "#generator/json/json-schema.js";
import { schemas } from "./keyword-groups.js";
import { data, keys } from "./made-values.js";

/** A workflow whose `steps` are told apart by `type`. */
export type StepSchema = SchemaObject & { readonly $defs: Definitions };

const word = (of: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => fc.option(of, { nil: undefined, freq: 2 });

/** Half of the words fit many schemas, the others few. */
const annotations = fc
  .record({ default: word(data), examples: word(fc.array(data, { minLength: 1, maxLength: 2 })) })
  .map((words) => JSON.parse(JSON.stringify(words)) as SchemaObject);

const name: SchemaObject = { $ref: "#/$defs/Name" };
const anything = schemas({ inPlace: [fc.constant(name)], anywhere: [fc.constant(name)], more: () => [], annotations });

const plain: fc.Arbitrary<Schema> = fc.constantFrom<Schema[]>(
  { type: "string" },
  { type: "integer", minimum: 3 },
  { $ref: "#/$defs/Name", minLength: 3 },
  { type: "string", format: "uri", maxLength: 25 },
  { type: "boolean", not: { const: true } },
  { type: "array", items: { type: "string" }, minItems: 1 },
);
const property = fc.oneof({ arbitrary: plain, weight: 2 }, { arbitrary: anything, weight: 1 });
/** Of these some are there whatever the caller says. */
const owners = fc.oneof(keys, fc.constantFrom("steps", "type", "input"));
const someKeys = fc.uniqueArray(keys, { minLength: 1, maxLength: 2 });

/** What some objects fit, whatever else is said of them. */
const someObjects: fc.Arbitrary<SchemaObject> = fc.oneof(
  someKeys.map((required) => ({ required })),
  fc.record({ properties: fc.dictionary(keys, plain, { minKeys: 1, maxKeys: 2 }) }),
);

/** What is said of an object beside what each of its properties is. */
const beside = {
  required: someKeys,
  oneOf: fc.array(someObjects, { minLength: 1, maxLength: 2 }),
  anyOf: fc.array(someObjects, { minLength: 1, maxLength: 2 }),
  allOf: fc.array(someObjects, { minLength: 1, maxLength: 1 }),
  if: someObjects,
  not: someKeys.map((required) => ({ required })),
  minProperties: fc.nat(3),
  maxProperties: fc.integer({ min: 2, max: 4 }),
  patternProperties: fc.dictionary(fc.constantFrom("^a", "o"), plain, { minKeys: 1, maxKeys: 1 }),
  dependentRequired: fc.dictionary(owners, someKeys, { maxKeys: 1 }),
  dependentSchemas: fc.dictionary(owners, someObjects, { maxKeys: 1 }),
  additionalProperties: fc.oneof(fc.boolean(), plain),
};

/** No more than three of them at once. */
const sparsely = fc
  .subarray(Object.keys(beside) as (keyof typeof beside)[], { maxLength: 3 })
  .chain((kept) => fc.record(Object.fromEntries(kept.map((key) => [key, beside[key] as fc.Arbitrary<unknown>]))));

const objectOf = (own: Definitions, ...demanded: readonly string[]): fc.Arbitrary<SchemaObject> =>
  fc
    .record({ properties: fc.dictionary(keys, property, { maxKeys: 3 }), more: sparsely })
    .map(({ properties, more }) => ({
      type: "object",
      ...more,
      properties: { ...properties, ...own },
      required: [...demanded, ...((more["required"] as readonly string[] | undefined) ?? [])],
    }));

const step = (...types: readonly SchemaObject[]): fc.Arbitrary<SchemaObject> =>
  fc
    .tuple(fc.constantFrom(...types), fc.oneof(property, objectOf({})), fc.boolean())
    .chain(([type, input, isDemanded]) => objectOf({ type, input }, "type", ...(isDemanded ? ["input"] : [])));

export const stepSchemas: fc.Arbitrary<StepSchema> = fc
  .tuple(
    objectOf({ steps: { type: "array", items: { oneOf: [{ $ref: "#/$defs/A" }, { $ref: "#/$defs/B" }] } } }, "steps"),
    step({ const: "a" }),
    step({ const: "b" }, { enum: ["b", "c"] }),
  )
  .map(([root, A, B]) => ({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Root",
    ...root,
    $defs: { A, B, Name: { type: "string" } },
  }));
