/**
 * For fast-check: small canonical schemas over every keyword that validators are made from.
 */
import fc from "fast-check";
import { refName, refTo, type Definitions, type Schema, type SchemaObject } from "#generator/schema/json-schema.js";
import { stepReference } from "#generator/schema/step-references.js";
import { taggedUnion } from "#generator/schema/tagged-union.js";
import { data, keys, numbers } from "./made-values.js";

/** `Union` is a tagged union of `Cat`, `Dog` and perhaps others; the rest is anything. */
const definitions = ["Root", "Tree", "Leaf"] as const;
const variants = ["Cat", "Dog"] as const;

const patterns = fc.constantFrom("^a", "o", "^k");
const numericFormats = fc.constantFrom("int32", "int64", "float", "double");
const numeric = fc.constantFrom("integer", "number", ["integer", "null"]);
const limits = fc.constantFrom(0, -(2 ** 31), 2 ** 31 - 1, 2 ** 31, 2 ** 63);
const types = fc.constantFrom("string", "integer", "number", "boolean", "object", "array", "null");
const reference = (names: readonly string[]): fc.Arbitrary<SchemaObject> =>
  fc.constantFrom(...names).map((name) => ({ $ref: `#/$defs/${name}` }));

/** @param inPlace what a schema may refer to for the same value: no two definitions may go round in circles. */
function schemas(inPlace: readonly string[]): fc.Arbitrary<Schema> {
  const anywhere = [...definitions, "Union"];
  return fc.letrec<{ same: Schema; inner: Schema }>((tie) => {
    const some = fc.array(tie("same"), { minLength: 1, maxLength: 3 });
    const optional = <T>(
      fields: { [Key in keyof T]: fc.Arbitrary<T[Key]> },
      ...requiredKeys: readonly (keyof T)[]
    ): fc.Arbitrary<SchemaObject> =>
      fc.record(fields, { requiredKeys: requiredKeys as never[] }) as fc.Arbitrary<SchemaObject>;
    const groups: readonly fc.Arbitrary<SchemaObject>[] = [
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
      optional({ minItems: fc.nat(2), maxItems: fc.nat(3) }),
      optional({ contains: tie("inner"), minContains: fc.nat(2), maxContains: fc.nat(2) }, "contains"),
      optional({ anyOf: some, oneOf: some }),
      tie("same").map((value) => ({ anyOf: [value, { $ref: refTo(stepReference) }] })),
      optional({ allOf: some, not: tie("same") }),
      optional({ if: tie("same"), then: tie("same"), else: tie("same") }, "if"),
    ];
    const leaf = fc.oneof(fc.boolean(), ...groups.slice(0, 6), reference(anywhere));
    const nested = fc.oneof(...groups.slice(6));
    const beside = inPlace.length === 0 ? groups : [...groups, reference(inPlace)];
    const merged = fc.tuple(fc.oneof(...groups), fc.oneof(...beside)).map(([a, b]) => askable({ ...a, ...b }));
    const limit = { maxDepth: 2, depthIdentifier: "schema", withCrossShrink: true };
    const direct = inPlace.length === 0 ? leaf : fc.oneof(leaf, reference(inPlace));
    return {
      inner: fc.oneof(limit, leaf, nested, merged),
      same: fc.oneof(limit, withoutOutside(direct, inPlace), nested, merged),
    };
  }).same;
}

/** AJV 8.20 skips `contains` for an empty array where there is `prefixItems` as well. */
const askable = ({ contains, ...schema }: SchemaObject): SchemaObject =>
  contains === undefined || schema.prefixItems !== undefined ? schema : { ...schema, contains };

/** References for the same value must not lead back. */
const withoutOutside = (schema: fc.Arbitrary<Schema>, allowed: readonly string[]): fc.Arbitrary<Schema> =>
  schema.filter((each) => typeof each === "boolean" || each.$ref === undefined || allowed.includes(refName(each.$ref)));

const variant = (tag: string, value: Schema, required: boolean): fc.Arbitrary<SchemaObject> =>
  fc
    .record({
      own: fc.dictionary(fc.constantFrom("a", "b", "toString"), schemas([]), { maxKeys: 2 }),
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

const stepReferenceDefinition: SchemaObject = {
  type: "object",
  required: ["$ref", "path"],
  properties: { $ref: { type: "string" }, path: { type: "string" } },
  additionalProperties: false,
};

/** A schema's own value may refer to later definitions only; parts of it to all. */
export const canonicalSchemas: fc.Arbitrary<Definitions> = fc
  .tuple(fc.tuple(...definitions.map((_, index) => schemas([...definitions.slice(index + 1), "Union"]))), union)
  .map(([own, tagged]) => ({
    ...Object.fromEntries(definitions.map((name, index) => [name, own[index] ?? true])),
    ...tagged,
    [stepReference]: stepReferenceDefinition,
  }));
