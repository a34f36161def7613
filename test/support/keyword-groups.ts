/**
 * For fast-check: small schemas over every keyword of JSON Schema 2020-12 that says something about a value, each group of
 * keywords as they are used together.
 */
import fc from "fast-check";
import type { Schema, SchemaObject } from "#generator/json/json-schema.js";
import { data, keys as plainKeys, numbers } from "./made-values.js";

const patterns = fc.constantFrom("^a", "o", "^k");
const numericFormats = fc.constantFrom("int32", "int64", "float", "double");
const numeric = fc.constantFrom("integer", "number", ["integer", "null"]);
const limits = fc.constantFrom(0, -(2 ** 31), 2 ** 31 - 1, 2 ** 31, 2 ** 63);
const types = fc.constantFrom("string", "integer", "number", "boolean", "object", "array", "null");

/** What a schema may refer to, and what else it may say. */
interface Vocabulary {
  /** For the same value: no two definitions may go round in circles. */
  readonly inPlace: readonly fc.Arbitrary<SchemaObject>[];
  /** For a part of the value. */
  readonly anywhere: readonly fc.Arbitrary<SchemaObject>[];
  /** Keywords of its own, from schemas for the same value and for a part of it. */
  more(same: fc.Arbitrary<Schema>, inner: fc.Arbitrary<Schema>): readonly fc.Arbitrary<SchemaObject>[];
  /** The names of properties. */
  readonly keys?: fc.Arbitrary<string>;
  /** What is said beside any keyword, and says nothing of a value. */
  readonly annotations?: fc.Arbitrary<SchemaObject>;
}

/** Some of the fields, and those that are named always. */
export const optional = <T>(
  fields: { [Key in keyof T]: fc.Arbitrary<T[Key]> },
  ...requiredKeys: readonly (keyof T)[]
): fc.Arbitrary<SchemaObject> =>
  fc.record(fields, { requiredKeys: requiredKeys as never[] }) as fc.Arbitrary<SchemaObject>;

export function schemas({ inPlace, anywhere, more, keys = plainKeys, annotations }: Vocabulary): fc.Arbitrary<Schema> {
  const told = (of: fc.Arbitrary<Schema>): fc.Arbitrary<Schema> =>
    annotations === undefined
      ? of
      : fc
          .tuple(of, annotations)
          .map(([schema, words]) => (typeof schema === "boolean" ? schema : { ...words, ...schema }));
  return fc.letrec<{ same: Schema; inner: Schema }>((tie) => {
    const some = fc.array(tie("same"), { minLength: 1, maxLength: 3 });
    const flat: readonly fc.Arbitrary<SchemaObject>[] = [
      optional({ type: fc.oneof(types, fc.uniqueArray(types, { minLength: 1, maxLength: 3 })) }),
      optional({ enum: fc.array(data, { minLength: 1, maxLength: 4 }), const: data }),
      optional({ type: types, const: data, enum: fc.array(data, { minLength: 1, maxLength: 4 }) }, "type"),
      optional({ type: numeric, format: numericFormats, minimum: limits, maximum: limits }, "format"),
      optional({
        minimum: numbers,
        maximum: numbers,
        exclusiveMinimum: numbers,
        exclusiveMaximum: numbers,
        multipleOf: fc.constantFrom(1, 2, 0.5),
        format: numericFormats,
      }),
      optional({
        minLength: fc.nat(3),
        maxLength: fc.nat(3),
        pattern: fc.constantFrom("^a", "b$", "^[a-z]*$", "/"),
        format: fc.constantFrom("uri", "date-time", "unknown"),
      }),
    ];
    const nested: readonly fc.Arbitrary<SchemaObject>[] = [
      optional({
        properties: fc.dictionary(keys, tie("inner"), { maxKeys: 3 }),
        required: fc.uniqueArray(keys, { maxLength: 2 }),
        additionalProperties: tie("inner"),
      }),
      optional({
        patternProperties: fc.dictionary(patterns, fc.oneof(fc.boolean(), tie("inner")), { minKeys: 1, maxKeys: 2 }),
        additionalProperties: fc.boolean(),
        propertyNames: tie("same"),
      }),
      optional({
        minProperties: fc.nat(2),
        maxProperties: fc.nat(3),
        dependentRequired: fc.dictionary(keys, fc.uniqueArray(keys, { maxLength: 2 }), { maxKeys: 2 }),
        dependentSchemas: fc.dictionary(keys, tie("same"), { maxKeys: 1 }),
      }),
      optional({
        items: tie("inner"),
        prefixItems: fc.array(tie("inner"), { minLength: 1, maxLength: 2 }),
        uniqueItems: fc.boolean(),
      }),
      optional(
        { type: fc.constant(["object", "null"]), properties: fc.dictionary(keys, tie("inner"), { maxKeys: 2 }) },
        ...(["type", "properties"] as const),
      ),
      optional({ minItems: fc.nat(2), maxItems: fc.nat(3) }),
      optional({ contains: tie("inner"), minContains: fc.nat(2), maxContains: fc.nat(2) }, "contains"),
      optional({ anyOf: some, oneOf: some }),
      optional({ allOf: some, not: tie("same") }),
      optional({ if: tie("same"), then: tie("same"), else: tie("same") }, "if"),
      ...more(tie("same"), tie("inner")),
    ];
    const groups = [...flat, ...nested];
    const merged = fc.tuple(fc.oneof(...groups), fc.oneof(...groups, ...inPlace)).map(([a, b]) => ({ ...a, ...b }));
    const limit = { maxDepth: 2, depthIdentifier: "schema", withCrossShrink: true };
    return {
      inner: told(fc.oneof(limit, fc.oneof(fc.boolean(), ...flat, ...anywhere), fc.oneof(...nested), merged)),
      same: told(fc.oneof(limit, fc.oneof(fc.boolean(), ...flat, ...inPlace), fc.oneof(...nested), merged)),
    };
  }).same;
}
