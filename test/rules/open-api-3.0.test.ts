/** Rule dialect for OpenAPI 3.0: a component schema in, the same as 2020-12 says it out. */
import { describe, expect, test } from "vitest";
import { origin, type Json, type Origin } from "#generator/json/json-schema.js";
import { resolvePointer } from "#generator/json/pointer.js";
import { bundle } from "#generator/schema/bundle/bundle.js";
import { dialect } from "#generator/schema/dialect/dialect.js";
import { annotatedIn, contextOf, plain, told } from "../support/rules.js";

const file = "api/x.schema.json";
const documentOf = (schemas: Json): Json => ({ openapi: "3.0.3", components: { schemas } });

function read(schemas: Json): { problems: readonly string[]; schemas: unknown } {
  const context = contextOf(documentOf(schemas));
  const { components } = plain(dialect(annotatedIn(context), context)) as { components: { schemas: unknown } };
  return { problems: told(context.problems), schemas: components.schemas };
}

const reference = { $ref: "#/components/schemas/B" };
const text = { type: "string" } as const;

describe("a schema of 3.0 is read as one of 3.1", () => {
  const cases: readonly { readonly name: string; readonly in: Json; readonly out: Json }[] = [
    { name: "nullable is one more type", in: { ...text, nullable: true }, out: { type: ["string", "null"] } },
    { name: "not nullable is nothing", in: { ...text, nullable: false }, out: text },
    { name: "nullable without a type says nothing, for any value may be null", in: { nullable: true }, out: {} },
    {
      name: "a nullable enum that forgets null means it",
      in: { ...text, nullable: true, enum: ["a"] },
      out: { type: ["string", "null"], enum: ["a", null] },
    },
    {
      name: "a nullable reference may be null; words stay outside",
      in: { nullable: true, allOf: [reference], description: "D", readOnly: true },
      out: { description: "D", readOnly: true, anyOf: [reference, { type: "null" }] },
    },
    {
      name: "a nullable choice with a type, its limits and its tag",
      in: { type: "object", nullable: true, oneOf: [reference], discriminator: { propertyName: "t" }, default: null },
      out: {
        default: null,
        anyOf: [
          {
            type: "object",
            oneOf: [reference],
            discriminator: { propertyName: "t", mapping: { B: reference.$ref } },
          },
          { type: "null" },
        ],
      },
    },
    {
      name: "a limit that is exclusive is a number",
      in: { type: "number", minimum: 1, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: true },
      out: { type: "number", exclusiveMinimum: 1, exclusiveMaximum: 2 },
    },
    {
      name: "a limit that is not exclusive stays",
      in: { type: "number", minimum: 1, exclusiveMinimum: false, maximum: 2 },
      out: { type: "number", minimum: 1, maximum: 2 },
    },
    { name: "an exclusive limit of nothing is none", in: { exclusiveMaximum: true }, out: {} },
    {
      name: "the format of bytes is an encoding",
      in: { ...text, format: "byte" },
      out: { ...text, contentEncoding: "base64" },
    },
    { name: "other formats stay", in: { ...text, format: "date" }, out: { ...text, format: "date" } },
    {
      name: "what stands beside $ref is ignored, but for words",
      in: { properties: { a: { ...reference, description: "D", type: "null", readOnly: true } } },
      out: { properties: { a: { ...reference, description: "D" } } },
    },
    {
      name: "properties may be called like keywords, and data is data",
      in: {
        properties: { example: text, nullable: text, format: text, schema: text, type: { enum: ["a"] } },
        example: { example: 1, nullable: true, type: "x" },
        default: { type: "string", format: "byte", nullable: true },
        enum: [{ type: "string", nullable: true }],
      },
      out: {
        properties: { example: text, nullable: text, format: text, schema: text, type: { enum: ["a"] } },
        examples: [{ example: 1, nullable: true, type: "x" }],
        default: { type: "string", format: "byte", nullable: true },
        enum: [{ type: "string", nullable: true }],
      },
    },
    {
      name: "however deep",
      in: { allOf: [{ items: { additionalProperties: { not: { ...text, nullable: true } } } }] },
      out: { allOf: [{ items: { additionalProperties: { not: { type: ["string", "null"] } } } }] },
    },
  ];
  test.each(cases)("$name", (each) => {
    expect(read({ A: each.in, B: text })).toEqual({ problems: [], schemas: { A: each.out, B: text } });
  });
});

test("a mistake is told at its place in the document as it was written", () => {
  expect(read({ A: { properties: { a: { ...text, nullable: true, minLength: -1 } } }, B: 5 }).problems).toEqual([
    `SW201 ${file}#/components/schemas/A/properties/a/minLength not a JSON Schema: "minLength" must be 0 or more`,
    `SW201 ${file}#/components/schemas/B not a JSON Schema: it must be an object or a boolean`,
  ]);
});

test("schemas keep their places, and a contract's pointers lead where they led", () => {
  const entries = {
    A: { at: "#/components/schemas/A/properties/a", direction: "both" },
    P: { at: "#/paths/~1p/get/schema", direction: "both" },
  } as const;
  const document = {
    openapi: "3.0.3",
    paths: { "/p": { get: { schema: { ...text, nullable: true } } } },
    components: { schemas: { A: { properties: { a: { type: "number", minimum: 0, exclusiveMinimum: true } } } } },
  };
  const context = contextOf(document, { contract: { entries } });
  const schema = dialect(annotatedIn(context), context);
  const at = resolvePointer(schema, entries.A.at) as { readonly [origin]?: Origin };
  expect(at[origin]?.pointer).toBe("/components/schemas/A/properties/a");
  expect(plain(bundle(schema, context).$defs)).toEqual({
    [entries.A.at]: { type: "number", exclusiveMinimum: 0 },
    [entries.P.at]: { type: ["string", "null"] },
  });
});
