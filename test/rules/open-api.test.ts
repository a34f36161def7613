/** Rule dialect for OpenAPI: a document in, its component schemas as 2020-12 or what is wrong with it out. */
import { describe, expect, test } from "vitest";
import type { Json } from "#generator/json/json-schema.js";
import { bundle } from "#generator/schema/bundle/bundle.js";
import { dialect } from "#generator/schema/dialect/dialect.js";
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
      name: "without a mapping what descends from a base through its children has its name, too, once each and without an end",
      in: {
        A: { discriminator: { propertyName: "t" } },
        B: { allOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/C" }] },
        C: { allOf: [{ $ref: "#/components/schemas/B" }, {}] },
      },
      out: {
        A: {
          discriminator: { propertyName: "t", mapping: { B: "#/components/schemas/B", C: "#/components/schemas/C" } },
        },
        B: { allOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/C" }] },
        C: { allOf: [{ $ref: "#/components/schemas/B" }, {}] },
      },
    },
    {
      name: "a child that the mapping does not name is told apart by its name; where others are made of it, they are",
      in: {
        A: { discriminator: { propertyName: "t", mapping: { b: "B", E: "#/components/schemas/B" } } },
        B: { allOf: [{ $ref: "#/components/schemas/A" }] },
        B1: { allOf: [{ $ref: "#/components/schemas/B" }] },
        "C/c": { allOf: [{ $ref: "#/components/schemas/A" }] },
        D: { allOf: [{ $ref: "#/components/schemas/A" }] },
        D1: { allOf: [{ $ref: "#/components/schemas/D" }] },
        E: { allOf: [{ $ref: "#/components/schemas/A" }] },
      },
      out: {
        A: {
          discriminator: {
            propertyName: "t",
            mapping: {
              b: "#/components/schemas/B",
              E: "#/components/schemas/B",
              "C/c": "#/components/schemas/C~1c",
              D1: "#/components/schemas/D1",
            },
          },
        },
        B: { allOf: [{ $ref: "#/components/schemas/A" }] },
        B1: { allOf: [{ $ref: "#/components/schemas/B" }] },
        "C/c": { allOf: [{ $ref: "#/components/schemas/A" }] },
        D: { allOf: [{ $ref: "#/components/schemas/A" }] },
        D1: { allOf: [{ $ref: "#/components/schemas/D" }] },
        E: { allOf: [{ $ref: "#/components/schemas/A" }] },
      },
    },
    {
      name: "and so is a branch, whatever stands beside it",
      in: {
        A: {
          oneOf: [{ $ref: "#/components/schemas/B" }, { $ref: "#/components/schemas/C" }, { type: "null" }],
          discriminator: { propertyName: "t", mapping: { b: "B" } },
        },
        B: {},
        C: {},
      },
      out: {
        A: {
          oneOf: [{ $ref: "#/components/schemas/B" }, { $ref: "#/components/schemas/C" }, { type: "null" }],
          discriminator: {
            propertyName: "t",
            mapping: { b: "#/components/schemas/B", C: "#/components/schemas/C" },
          },
        },
        B: {},
        C: {},
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
      name: "an example is one of the examples, but a property of that name is a property",
      in: { A: { items: { example: null }, properties: { example: { example: 1, examples: [2] } } } },
      out: { A: { items: { examples: [null] }, properties: { example: { example: 1, examples: [2] } } } },
    },
    {
      name: "a nullable enum that forgets null means it, however deep",
      in: { A: { items: { properties: { a: { type: ["null", "string"], enum: ["x"] } } } } },
      out: { A: { items: { properties: { a: { type: ["null", "string"], enum: ["x", null] } } } } },
    },
    {
      name: "but not where it is excluded",
      in: { A: { not: { properties: { a: { type: ["null", "string"], enum: ["x"], example: "x" } } } } },
      out: { A: { not: { properties: { a: { type: ["null", "string"], enum: ["x"], examples: ["x"] } } } } },
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

test("what is called a schema outside of the components may be none, as a patch in an extension", () => {
  const patch = { schema: { properties: { gone: null, count: 5 }, oneOf: [null, "a"], items: null } };
  for (const openapi of ["3.0.3", "3.1.0"]) {
    const context = contextOf({ openapi, components: {}, paths: { "/a": { "x-changes": [patch] } } });
    expect(plain(dialect(annotatedIn(context), context))).toMatchObject({ paths: { "/a": { "x-changes": [patch] } } });
    expect(told(context.problems)).toEqual([]);
  }
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

test("mistakes in discriminators are told at their places", () => {
  const one = (discriminator: Json): Json => ({ items: { discriminator } });
  const all = {
    A: one("t"),
    B: one({}),
    C: one({ propertyName: "t", mapping: [] }),
    D: one({ propertyName: "t", mapping: { "a/b": 1 } }),
  };
  expect(read(documentOf(all)).problems).toEqual([
    `SW201 ${file}#/components/schemas/A/items/discriminator not a JSON Schema: "discriminator" must be an object`,
    `SW201 ${file}#/components/schemas/B/items/discriminator not a JSON Schema: "discriminator" must have a propertyName, a string`,
    `SW201 ${file}#/components/schemas/C/items/discriminator/mapping not a JSON Schema: "mapping" must be an object`,
    `SW201 ${file}#/components/schemas/D/items/discriminator/mapping/a~1b not a JSON Schema: "a/b" must be a string`,
  ]);
});

describe("files that a document refers to", () => {
  const $ref = "#/components/schemas/A";
  const entries = { A: { at: $ref, direction: "both" } } as const;
  const bundled = (openapi: string, files: Readonly<Record<string, Json>>, target: string): unknown => {
    const document = { openapi, components: { schemas: { A: { $ref: target } } } };
    const context = contextOf(document, { contract: { entries }, files });
    const { $defs } = bundle(dialect(annotatedIn(context), context), context);
    return told(context.problems).length > 0
      ? told(context.problems)
      : (plain($defs) as Record<string, unknown>)[target];
  };
  const nullable = { type: "string", nullable: true };
  const open = { type: ["string", "null"], enum: ["a"] };

  test("are read by the version that they name", () => {
    const target = "b.json#/components/schemas/B";
    const file = (openapi: string, B: Json): Readonly<Record<string, Json>> => ({
      "b.json": { openapi, components: { schemas: { B } } },
    });
    expect(bundled("3.1.0", file("3.0.3", nullable), target)).toEqual({ type: ["string", "null"] });
    expect(bundled("3.0.3", file("3.1.0", nullable), target)).toEqual(nullable);
    expect(bundled("3.0.3", file("3.1.0", open), target)).toEqual({ ...open, enum: ["a", null] });
    expect(bundled("3.1.0", file("2.0", nullable), target)).toEqual([
      "SW202 api/b.json#/openapi the dialect OpenAPI 2.0 is not read",
    ]);
    expect(bundled("3.1.0", file("3.1.0", { type: 5 }), target)).toEqual([
      expect.stringContaining("SW201 api/b.json#/components/schemas/B/type"),
    ]);
  });

  test("are read as the document is where they name none", () => {
    const file = (B: Json): Readonly<Record<string, Json>> => ({ "b.json": { B: { items: B } } });
    expect(bundled("3.0.3", file({ ...nullable, enum: ["a"] }), "b.json#/B")).toEqual({
      items: { ...open, enum: ["a", null] },
    });
    expect(bundled("3.1.0", file(open), "b.json#/B")).toEqual({ items: { ...open, enum: ["a", null] } });
    const limits = { type: "number", minimum: 1, exclusiveMinimum: true };
    expect(bundled("3.0.3", { "b.json": limits }, "b.json#")).toEqual({ type: "number", exclusiveMinimum: 1 });
    const other = { $schema: "https://json-schema.org/draft/2020-12/schema", ...nullable };
    expect(bundled("3.0.3", { "b.json": other }, "b.json#")).toEqual(nullable);
  });

  test("and data that looks referred to does no harm", () => {
    const garbage = {
      openapi: "3.0.0",
      components: { schemas: { A: null, B: [1], C: { oneOf: 1, $ref: 2, discriminator: {} } } },
    };
    const document = { openapi: "3.1.0", components: { schemas: { A: { default: { $ref: "b.json" } } } } };
    const context = contextOf(document, { contract: { entries }, files: { "b.json": garbage } });
    expect(plain(bundle(dialect(annotatedIn(context), context), context).$defs)).toEqual({
      [$ref]: document.components.schemas.A,
    });
  });
});
