/**
 * For fast-check: small canonical schemas over every keyword that validators and types are made from, with names and words
 * that hurt.
 */
import fc from "fast-check";
import { refTo, type Definitions, type Schema, type SchemaObject } from "#generator/json/json-schema.js";
import { referenceDefinition, stepReference } from "#generator/schema/step-references/step-references.js";
import { taggedUnion } from "#generator/schema/reading/tagged-union.js";
import { optional, schemas } from "./keyword-groups.js";
import { keys as plainKeys } from "./made-values.js";
import { anyText } from "./texts.js";

/** `Union` is a tagged union of `Cat`, `Dog` and perhaps others; the rest is anything. */
const definitions = ["Root", "Tree", "Leaf"] as const;
const variants = ["Cat", "Dog"] as const;

const reference = (name: string): fc.Arbitrary<SchemaObject> => fc.constant({ $ref: refTo(name) });

const words = fc.oneof(
  fc.constantFrom("__proto__", "a-b", "3D", "", "*/", "\u2028", "Held0", "[k: string]", "😀"),
  anyText(6),
);
const keys = fc.oneof({ arbitrary: plainKeys, weight: 4 }, { arbitrary: words, weight: 1 });
const annotations = fc.oneof(
  { arbitrary: fc.constant({}), weight: 2 },
  {
    arbitrary: optional({
      title: words,
      description: words,
      format: words,
      default: fc.jsonValue({ maxDepth: 1 }),
      deprecated: fc.boolean(),
      examples: fc.array(words, { maxLength: 2 }),
    }),
    weight: 1,
  },
);

/** @param inPlace what a schema may refer to for the same value. */
const canonical = (inPlace: readonly string[]): fc.Arbitrary<Schema> =>
  schemas({
    inPlace: inPlace.map(reference),
    anywhere: [...definitions, "Union"].map(reference),
    keys,
    annotations,
    more: (same) => [same.map((value) => ({ anyOf: [value, { $ref: refTo(stepReference) }] }))],
  });

const variant = (tag: string, value: Schema, required: boolean): fc.Arbitrary<SchemaObject> =>
  fc
    .record({
      own: fc.dictionary(fc.oneof(fc.constantFrom("a", "b", "toString"), words), canonical([]), { maxKeys: 2 }),
      closed: fc.constantFrom(undefined, false, true),
    })
    .map(({ own, closed }) => ({
      type: "object",
      ...(required && { required: [tag] }),
      properties: { [tag]: value, ...own },
      ...(closed !== undefined && { additionalProperties: closed }),
    }));

const union: fc.Arbitrary<Definitions> = fc
  .record({
    cat: variant("kind", { const: "cat" }, true),
    dog: variant("kind", { const: "dog" }, true),
    equal: fc.boolean(),
    absent: fc.option(variant("kind", false, false), { nil: undefined }),
    unknown: fc.option(variant("kind", { type: "string", not: { enum: ["cat", "dog"] } }, true), { nil: undefined }),
  })
  .map(({ cat, dog, equal, absent, unknown }) => ({
    Union: taggedUnion({ title: "Union" }, "kind", new Map(variants.map((name) => [name.toLowerCase(), name])), {
      absent: absent && "Untagged",
      unknown: unknown && "Unlisted",
    }),
    Cat: cat,
    Dog: equal ? { ...cat, properties: { ...cat.properties, kind: { const: "dog" } } } : dog,
    ...(absent && { Untagged: absent }),
    ...(unknown && { Unlisted: unknown }),
  }));

/** A schema's own value may refer to later definitions only; parts of it to all. */
export const canonicalSchemas: fc.Arbitrary<Definitions> = fc
  .tuple(fc.tuple(...definitions.map((_, index) => canonical([...definitions.slice(index + 1), "Union"]))), union)
  .map(([own, tagged]) => ({
    ...Object.fromEntries(definitions.map((name, index) => [name, own[index] ?? true])),
    ...tagged,
    [stepReference]: referenceDefinition,
  }));
