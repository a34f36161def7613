/** Rule dialect for OpenAPI: a document in, its component schemas as 2020-12 or what is wrong with it out. */
import { describe, expect, test } from "vitest";
import { dialect } from "#generator/schema/dialect.js";
import type { Json } from "#generator/schema/json-schema.js";
import { annotatedIn, contextOf, plain, told } from "../support/rules.js";

function read(document: Json): { problems: readonly string[]; hints: readonly string[]; schemas: unknown } {
  const context = contextOf(document);
  const { components } = plain(dialect(annotatedIn(context), context)) as { components?: { schemas?: unknown } };
  return {
    problems: told(context.problems),
    hints: context.problems.map(({ hint }) => hint),
    schemas: components?.schemas,
  };
}

const file = "api/x.schema.json";
const documentOf = (schemas: Json, version = "3.1.0"): Json => ({ openapi: version, components: { schemas } });

describe("component schemas are read as they are meant", () => {
  const cases: readonly { readonly name: string; readonly in: Json; readonly out: Json }[] = [
    {
      name: "a discriminator may map to the bare name of a component",
      in: {
        A: { discriminator: { propertyName: "t", mapping: { a: "B.c", b: "#/components/schemas/B.c", c: "c.json" } } },
        "B.c": true,
      },
      out: {
        A: {
          discriminator: {
            propertyName: "t",
            mapping: { a: "#/components/schemas/B.c", b: "#/components/schemas/B.c", c: "c.json" },
          },
        },
        "B.c": true,
      },
    },
    {
      name: "without a mapping a choice is told apart by the components' names",
      in: {
        A: { items: { oneOf: [{ $ref: "#/components/schemas/B.c" }], discriminator: { propertyName: "t" } } },
        "B.c": true,
      },
      out: {
        A: {
          items: {
            oneOf: [{ $ref: "#/components/schemas/B.c" }],
            discriminator: { propertyName: "t", mapping: { "B.c": "#/components/schemas/B.c" } },
          },
        },
        "B.c": true,
      },
    },
    {
      name: "without a mapping a base is told apart by its children's names, also from within its allOf",
      in: {
        A: { discriminator: { propertyName: "t" } },
        B: { allOf: [{ $ref: "#/components/schemas/A" }, { discriminator: { propertyName: "u" } }] },
        C: { allOf: [{ $ref: "#/components/schemas/B" }, {}] },
      },
      out: {
        A: { discriminator: { propertyName: "t", mapping: { B: "#/components/schemas/B" } } },
        B: {
          allOf: [
            { $ref: "#/components/schemas/A" },
            { discriminator: { propertyName: "u", mapping: { C: "#/components/schemas/C" } } },
          ],
        },
        C: { allOf: [{ $ref: "#/components/schemas/B" }, {}] },
      },
    },
    {
      name: "what only stands inside a component is no base, and a choice with another branch stays",
      in: {
        A: {
          properties: { a: { discriminator: { propertyName: "t" } } },
          anyOf: [{ $ref: "#/components/schemas/B" }, { type: "object" }],
          discriminator: { propertyName: "t" },
        },
        B: { allOf: [{ $ref: "#/components/schemas/A" }] },
      },
      out: {
        A: {
          properties: { a: { discriminator: { propertyName: "t" } } },
          anyOf: [{ $ref: "#/components/schemas/B" }, { type: "object" }],
          discriminator: { propertyName: "t" },
        },
        B: { allOf: [{ $ref: "#/components/schemas/A" }] },
      },
    },
    {
      name: "a nullable enum that forgets null means it, however deep",
      in: { A: { items: { properties: { a: { type: ["null", "string"], enum: ["x"] } } } } },
      out: { A: { items: { properties: { a: { type: ["null", "string"], enum: ["x", null] } } } } },
    },
  ];
  test.each(cases)("$name", (each) => {
    expect(read(documentOf(each.in))).toEqual({ problems: [], hints: [], schemas: each.out });
  });
});

test("schemas stand outside of the components too, and an example is data", () => {
  const nullable = { type: ["null", "string"], enum: ["x"] };
  const documentWith = (schema: Json): Json => ({
    openapi: "3.1.0",
    paths: { "/a": { post: { parameters: [{ schema }], content: { example: { schema: nullable } } } } },
    components: { headers: { H: { schema } }, examples: { schemas: { schema: nullable } } },
  });
  const context = contextOf(documentWith(nullable));
  const read = plain(dialect(annotatedIn(context), context));
  expect(read).toEqual(documentWith({ ...nullable, enum: ["x", null] }));
});

describe("what is no OpenAPI document of a version that is read", () => {
  const cases: readonly { readonly name: string; readonly in: Json; readonly out: string; readonly hint: string }[] = [
    {
      name: "Swagger 2.0",
      in: { swagger: "2.0", definitions: {} },
      out: `SW202 ${file}#/swagger the dialect Swagger 2.0 is not read`,
      hint: "convert it to OpenAPI 3.0 or 3.1 first",
    },
    {
      name: "a later version",
      in: documentOf({}, "4.0.0"),
      out: `SW202 ${file}#/openapi the dialect OpenAPI 4.0.0 is not read`,
      hint: "OpenAPI 3.0 and 3.1 are",
    },
    {
      name: "another dialect of its schemas",
      in: { openapi: "3.1.0", jsonSchemaDialect: "https://example.org/own" },
      out: `SW202 ${file}#/jsonSchemaDialect the dialect https://example.org/own is not read`,
      hint: "leave `jsonSchemaDialect` out",
    },
  ];
  test.each(cases)("$name", (each) => {
    const { problems, hints } = read(each.in);
    expect(problems).toEqual([each.out]);
    expect(hints[0]).toContain(each.hint);
  });

  test("OpenAPI's own dialect may be named", () => {
    const own = ["https://spec.openapis.org/oas/3.1/dialect/base", "https://json-schema.org/draft/2020-12/schema"];
    for (const jsonSchemaDialect of own) expect(read({ openapi: "3.1.1", jsonSchemaDialect }).problems).toEqual([]);
  });
});

test("mistakes in component schemas are told at their places", () => {
  const { problems } = read(documentOf({ A: { properties: { a: { type: "text" } } }, "B/c": 5, C: { required: "a" } }));
  expect(problems).toEqual([
    `SW201 ${file}#/components/schemas/A/properties/a/type not a JSON Schema: "type" must be one of array, boolean, integer, null, number, object, string`,
    `SW201 ${file}#/components/schemas/B~1c not a JSON Schema: it must be an object or a boolean`,
    `SW201 ${file}#/components/schemas/C/required not a JSON Schema: "required" must be an array`,
  ]);
});
