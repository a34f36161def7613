/**
 * For fast-check: small objects of which a request and an answer are not the same, as the properties' `readOnly`, `writeOnly` and
 * `default` stand in branches, parts and conditions, beside what others say of the same property; and values for and against them.
 */
import fc from "fast-check";
import type { Definitions, Json, Schema, SchemaObject } from "#generator/json/json-schema.js";

export type DirectedSchema = SchemaObject & { readonly $defs: Definitions };

const names = ["a", "b", "c"] as const;
const name = fc.constantFrom(...names);

/** `true` now and then, else nothing. */
const rarely = fc.constantFrom(undefined, undefined, undefined, true as const);
const side = fc.constantFrom({}, {}, {}, { readOnly: true }, { writeOnly: true });

const property: fc.Arbitrary<Schema> = fc
  .tuple(
    fc.constantFrom<SchemaObject[]>({ type: "string" }, { type: ["string", "null"] }, { enum: ["x", "y"] }, {}),
    side,
    rarely,
  )
  .map(([schema, said, hasDefault]) => ({ ...schema, ...said, ...(hasDefault && { default: "x" }) }));

const objects: fc.Arbitrary<SchemaObject> = fc
  .record({ properties: fc.dictionary(name, property), required: fc.subarray([...names]), isClosed: rarely })
  .map(({ properties, required, isClosed }) => ({
    type: "object",
    properties,
    required: required.filter((key) => Object.hasOwn(properties, key)),
    ...(isClosed && { additionalProperties: false }),
  }));

const branch = (kind: string): fc.Arbitrary<SchemaObject> =>
  fc.tuple(objects, rarely).map(([object, hasDefault]) => ({
    ...object,
    properties: { kind: { const: kind, ...(hasDefault && { default: kind }) }, ...object.properties },
    required: ["kind", ...(object.required ?? [])],
  }));

const ref = (own: string): SchemaObject => ({ $ref: `#/$defs/${own}` });

const choices: fc.Arbitrary<readonly Schema[]> = fc.constantFrom<(readonly Schema[])[]>(
  [ref("Left"), ref("Right")],
  [{ allOf: [ref("Part"), ref("Left")] }, { allOf: [ref("Part"), ref("Right")] }],
  [{ allOf: [ref("Part")], ...ref("Left") }, ref("Right")],
);

const conditions: fc.Arbitrary<SchemaObject> = fc.oneof(
  name.map((key) => ({ required: [key] })),
  name.map((key) => ({ properties: { [key]: { const: "x" } }, required: [key] })),
  fc.dictionary(name, property, { maxKeys: 1 }).map((properties) => ({ properties })),
);

/** What is said of the whole; each of it now and then. */
const beside: fc.Arbitrary<SchemaObject> = fc.oneof(
  fc.constant({}),
  choices.map((oneOf) => ({ oneOf })),
  choices.map((anyOf) => ({ anyOf })),
  choices.map((oneOf) => ({ oneOf, unevaluatedProperties: false })),
  fc.constant({ allOf: [ref("Part")] }),
  conditions.map((not) => ({ not })),
  fc.tuple(conditions, conditions, conditions).map(([fits, then, otherwise]) => ({ if: fits, then, else: otherwise })),
);

export const directedSchemas: fc.Arbitrary<DirectedSchema> = fc
  .tuple(objects, beside, objects, branch("x"), branch("y"))
  .map(([root, more, Part, Left, Right]) => ({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Root",
    ...("oneOf" in more || "anyOf" in more ? { ...root, additionalProperties: true } : root),
    ...more,
    $defs: { Part, Left, Right },
  }));

const value = fc.constantFrom<Json[]>("x", "y", 1, null);

export const directedValues: fc.Arbitrary<Json> = fc.record(
  { kind: fc.constantFrom("x", "x", "y", "y", "z"), a: value, b: value, c: value, zz: value },
  { requiredKeys: [] },
) as fc.Arbitrary<Json>;
