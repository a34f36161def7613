/**
 * For fast-check: small canonical schemas, `$defs` only, over the keywords that types are made from and with names and words
 * that hurt.
 */
import fc from "fast-check";
import type { Definitions, Schema, SchemaObject } from "#generator/schema/json-schema.js";

const names = ["A", "B", "C", "D"] as const;
const word = fc.oneof(
  fc.constantFrom(
    "a",
    "b",
    "toString",
    "__proto__",
    "constructor",
    "a-b",
    "3D",
    "",
    "*/",
    "\u2028",
    "Held0",
    "[k: string]",
    "😀",
  ),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const annotations = fc.record(
  {
    title: word,
    description: word,
    format: word,
    default: fc.jsonValue({ maxDepth: 1 }),
    deprecated: fc.boolean(),
    examples: fc.array(word),
  },
  { requiredKeys: [] },
);

/** References only from inside objects and lists, and to earlier definitions elsewhere: an alias of itself is no type. */
const schemaAt = (earlier: readonly string[]): fc.Arbitrary<Schema> =>
  fc.letrec<{ direct: Schema; inner: Schema }>((tie) => {
    const inner = { depthIdentifier: "schema", maxDepth: 2, withCrossShrink: true };
    const keyed = fc
      .uniqueArray(fc.tuple(word, tie("inner")), { maxLength: 4, selector: ([key]) => key })
      .map((entries) => Object.fromEntries(entries));
    const types = fc.constantFrom("string", "integer", "number", "boolean", "object", "array", "null");
    const object = fc.record(
      {
        type: fc.constantFrom("object", ["object", "null"]),
        properties: keyed,
        required: fc.uniqueArray(word, { maxLength: 3 }),
        additionalProperties: tie("inner"),
        patternProperties: keyed,
      },
      { requiredKeys: ["type"] },
    );
    const array = fc.record(
      {
        type: fc.constant("array"),
        items: tie("inner"),
        prefixItems: fc.array(tie("inner"), { minLength: 1, maxLength: 3 }),
        minItems: fc.nat(4),
        maxItems: fc.nat(30),
      },
      { requiredKeys: ["type"] },
    );
    const leaf = fc.oneof(
      fc.constantFrom<Schema[]>(true, false, {}, { not: {} }),
      fc.record({ type: fc.oneof(types, fc.uniqueArray(types, { maxLength: 3 })) }),
      fc.record({ enum: fc.array(fc.jsonValue({ maxDepth: 2 }), { minLength: 1, maxLength: 3 }) }),
      fc.record({ const: fc.jsonValue({ maxDepth: 2 }) }),
    );
    const several = fc.array(tie("direct"), { minLength: 1, maxLength: 3 });
    const combined = fc
      .tuple(
        fc.oneof(object, fc.constant({}), fc.record({ type: types })),
        fc.record({ anyOf: several, oneOf: several, allOf: several }, { requiredKeys: [] }),
      )
      .map(([own, rest]) => ({ ...own, ...rest }));
    const reference = (to: readonly string[]) =>
      to.length === 0 ? leaf : fc.constantFrom(...to).map((name) => ({ $ref: `#/$defs/${name}` }));
    const told = (schemas: fc.Arbitrary<unknown>): fc.Arbitrary<Schema> =>
      fc
        .tuple(schemas, annotations)
        .map(([schema, words]) =>
          typeof schema === "boolean" ? schema : ({ ...words, ...(schema as object) } as SchemaObject),
        );
    return {
      direct: told(fc.oneof(inner, leaf, reference(earlier), object, array, combined)),
      inner: told(fc.oneof(inner, leaf, reference(names), object, array, combined)),
    };
  }).direct;

export const canonicalSchemas: fc.Arbitrary<Definitions> = fc
  .tuple(...names.map((_, index) => schemaAt(names.slice(0, index))))
  .map((schemas) => Object.fromEntries(schemas.map((schema, index) => [names[index] ?? "", schema])));
