/**
 * The JSON Schemas that a package gives: what each dialect says, and that its own validator answers as the package's guard does.
 */
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { workflowSchema } from "civitai-workflow/json-schema";
import { workflowSchema as plainSchema } from "civitai-workflow/validators";
import type { Definitions, Json, Schema } from "#generator/json/json-schema.js";
import { taggedUnion } from "#generator/schema/reading/tagged-union.js";
import { canonicalSchemas } from "../support/canonical.js";
import { exactAjv } from "../support/exact-ajv.js";
import { bundled } from "../support/bundled.js";
import { jsonSchemasOf, unlessWordless } from "../support/json-schemas.js";
import { asDraft07Reads, asOpenApi30Reads } from "../support/older-readers.js";
import { valuesFor } from "../support/made-values.js";
import { validatorsOf } from "../support/validators.js";

const text = { type: "string" } as const;
const told = async (schema: Schema, target: string, others: Definitions = {}): Promise<Record<string, unknown>> =>
  (await jsonSchemasOf({ ...others, Root: schema }, ["Root"]))("Root", target);

describe("validators of draft 2020-12, draft-07 and OpenAPI 3.0 agree with the guard", () => {
  /** AJV leaves a property `__proto__` unchecked. */
  const cases = canonicalSchemas
    .filter(($defs) => !JSON.stringify($defs).includes('"__proto__":'))
    .chain(($defs) =>
      fc.tuple(fc.constant($defs), fc.array(valuesFor($defs["Root"], $defs), { minLength: 12, maxLength: 24 })),
    );

  const readers = { "draft-07": asDraft07Reads, "openapi-3.0": asOpenApi30Reads } as const;

  test("on every value", { timeout: 600_000 }, async () => {
    const runs = Number(process.env["VERDICT_RUNS"] ?? 24);
    const counts = { accepted: 0, refused: 0, "draft-07": 0, "openapi-3.0": 0 };
    await fc.assert(
      fc.asyncProperty(cases, async ([$defs, made]) => {
        const values = JSON.parse(JSON.stringify(made)) as readonly Json[];
        const guard = await validatorsOf($defs, ["Root"]);
        const schemaFor = await jsonSchemasOf($defs, ["Root"]);
        const newest = schemaFor("Root", "draft-2020-12");
        const older = Object.entries(readers).flatMap(([target, asRead]) => {
          // A tuple is a list in OpenAPI 3.0, which takes more.
          if (target === "openapi-3.0" && JSON.stringify(newest).includes('"prefixItems":')) return [];
          const schema = unlessWordless(() => schemaFor("Root", target));
          if (schema !== undefined) counts[target as keyof typeof readers]++;
          return schema === undefined ? [] : [exactAjv(Ajv).compile(asRead(schema) as Record<string, unknown>)];
        });
        const asked = [exactAjv().compile(newest), ...older];
        for (const value of values) {
          const expected = guard.accepts("Root", value);
          counts[expected ? "accepted" : "refused"]++;
          const verdicts = asked.map((accepts) => accepts(value));
          expect(verdicts, `${JSON.stringify(value)} by ${JSON.stringify(newest)}`).toEqual(asked.map(() => expected));
        }
      }),
      { numRuns: runs, seed: Number(process.env["VERDICT_SEED"] ?? 20200112) },
    );
    expect(Math.min(counts.accepted, counts.refused), JSON.stringify(counts)).toBeGreaterThan(50);
    expect(counts["draft-07"], JSON.stringify(counts)).toBeGreaterThan(runs / 2);
    expect(counts["openapi-3.0"], JSON.stringify(counts)).toBeGreaterThan(runs / 8);
  });
});

describe("a schema in the words of", () => {
  const dialects = { "draft-07": "http://json-schema.org/draft-07/schema#", "openapi-3.0": undefined } as const;
  const cases: readonly { target: keyof typeof dialects; name: string; in: Schema; out: object }[] = [
    {
      target: "draft-07",
      name: "a tuple is a list of items",
      in: { prefixItems: [text, true], items: false },
      out: { items: [text, true], additionalItems: false },
    },
    {
      target: "draft-07",
      name: "dependencies have one name",
      in: { dependentRequired: { a: ["b"], c: [] }, dependentSchemas: { a: text } },
      out: { dependencies: { a: { allOf: [text], required: ["b"] }, c: [] } },
    },
    {
      target: "draft-07",
      name: "what stands beside a reference would not be read",
      in: { $ref: "#/$defs/Name", description: "a name" },
      out: { description: "a name", allOf: [{ $ref: "#/definitions/Name" }], definitions: { Name: text } },
    },
    { target: "draft-07", name: "no item need be there", in: { contains: text, minContains: 0 }, out: {} },
    {
      target: "openapi-3.0",
      name: "null is a flag",
      in: { type: ["null", "string"] },
      out: { ...text, nullable: true },
    },
    {
      target: "openapi-3.0",
      name: "nothing but null",
      in: { type: "null" },
      out: { type: "string", nullable: true, enum: [null] },
    },
    {
      target: "openapi-3.0",
      name: "several types are alternatives",
      in: { type: ["array", "integer", "null"], maxItems: 2 },
      out: {
        maxItems: 2,
        anyOf: [
          { type: "array", items: {}, nullable: true },
          { type: "integer", nullable: true },
        ],
      },
    },
    { target: "openapi-3.0", name: "a constant is a choice of one", in: { const: 1 }, out: { enum: [1] } },
    { target: "openapi-3.0", name: "no choice is nothing", in: { enum: [] }, out: { not: {} } },
    {
      target: "openapi-3.0",
      name: "an exclusive bound is a flag",
      in: { exclusiveMinimum: 3, minimum: 2, maximum: 5, exclusiveMaximum: 6 },
      out: { minimum: 3, exclusiveMinimum: true, maximum: 5 },
    },
    {
      target: "openapi-3.0",
      name: "a tuple of one kind is a list",
      in: { type: "array", prefixItems: [text, text], items: false, minItems: 2 },
      out: { type: "array", items: text, minItems: 2, maxItems: 2 },
    },
    {
      target: "openapi-3.0",
      name: "a tuple of several kinds is a list of them",
      in: { prefixItems: [text, { type: "integer" }], items: false, maxItems: 1 },
      out: { items: { anyOf: [text, { type: "integer" }] }, maxItems: 1 },
    },
    {
      target: "openapi-3.0",
      name: "one of a tuple and others is any of them",
      in: { oneOf: [{ items: { prefixItems: [text], items: text } }, text] },
      out: { anyOf: [{ items: { items: text } }, text] },
    },
    {
      target: "openapi-3.0",
      name: "true and false are objects, but for additional properties",
      in: { properties: { a: true, b: false }, additionalProperties: false },
      out: { properties: { a: {}, b: { not: {} } }, additionalProperties: false },
    },
    {
      target: "openapi-3.0",
      name: "conditions are alternatives",
      in: { if: { minLength: 1 }, then: text, else: { maximum: 1 }, dependentRequired: { a: ["b"] } },
      out: {
        anyOf: [{ not: { minLength: 1 } }, text],
        allOf: [
          { anyOf: [{ minLength: 1 }, { maximum: 1 }] },
          { anyOf: [{ not: { type: "object", required: ["a"] } }, { required: ["b"] }] },
        ],
      },
    },
    {
      target: "openapi-3.0",
      name: "an item that must be there is not one that is missing everywhere",
      in: { contains: text },
      out: { not: { type: "array", items: { not: text } } },
    },
    {
      target: "openapi-3.0",
      name: "what stands beside a reference would not be read, whatever it becomes",
      in: { items: { $ref: "#/$defs/Name", type: ["string", "null"], const: "x", if: { minLength: 2 }, then: text } },
      out: {
        items: {
          ...text,
          nullable: true,
          enum: ["x"],
          anyOf: [{ not: { minLength: 2 } }, text],
          allOf: [{ $ref: "#/definitions/Name" }],
        },
        definitions: { Name: text },
      },
    },
    {
      target: "openapi-3.0",
      name: "what stands beside a reference would not be read, where it does not fit into one schema either",
      in: { items: { $ref: "#/$defs/Name", allOf: [{ maxLength: 3 }], const: "x", enum: ["x", "y"] } },
      out: {
        items: { enum: ["x"], allOf: [{ $ref: "#/definitions/Name" }, { maxLength: 3 }, { enum: ["x", "y"] }] },
        definitions: { Name: text },
      },
    },
    ...(["draft-07", "openapi-3.0"] as const).map((target) => ({
      target,
      name: "the definitions stand beside no reference",
      in: { $ref: "#/$defs/Name" } as const,
      out: { allOf: [{ $ref: "#/definitions/Name" }], definitions: { Name: text } },
    })),
    {
      target: "openapi-3.0",
      name: "what only 2020-12 asks for is left out",
      in: { required: [], examples: ["a", "b"], deprecated: true },
      out: { example: "a", deprecated: true },
    },
  ];
  test.each(cases)("$target: $name", async ({ target, in: schema, out }) => {
    const $schema = dialects[target];
    expect(await told(schema, target, { Name: text })).toEqual({ ...($schema && { $schema }), ...out });
  });

  test.each([
    ["draft-07", "minContains", { contains: text, minContains: 2 }],
    ["draft-07", "maxContains", { items: { contains: text, maxContains: 2 } }],
    ["openapi-3.0", "patternProperties", { patternProperties: { a: text } }],
    ["openapi-3.0", "propertyNames", { propertyNames: text }],
    ["openapi-3.0", "prefixItems", { items: { contains: { prefixItems: [text] } } }],
    ["openapi-3.0", "prefixItems", { not: { items: { $ref: "#/$defs/Pair" } } }],
  ] satisfies [string, string, Schema][])("%s has none for %s", async (target, keyword, schema) => {
    await expect(told(schema, target, { Pair: { prefixItems: [text, text] } })).rejects.toThrow(
      new RangeError(`${target} has no words for what the schema says with ${keyword}; draft-2020-12 has`),
    );
  });
});

describe("a JSON Schema", () => {
  test("has the definitions that it needs, and no others", async () => {
    const others: Definitions = { Used: { items: { $ref: "#/$defs/Deep" } }, Deep: text, Unused: text };
    expect(await told({ properties: { a: { $ref: "#/$defs/Used" } } }, "draft-2020-12", others)).toEqual({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      properties: { a: { $ref: "#/$defs/Used" } },
      $defs: { Used: others["Used"], Deep: text },
    });
  });

  test("that refers to itself is one of its definitions", async () => {
    const tree = { type: "array", items: { $ref: "#/$defs/Root" } } as const;
    expect(await told(tree, "draft-2020-12")).toMatchObject({ $ref: "#/$defs/Root", $defs: { Root: tree } });
    const moved = { type: "array", items: { $ref: "#/definitions/Root" } };
    expect(await told(tree, "draft-07")).toMatchObject({
      allOf: [{ $ref: "#/definitions/Root" }],
      definitions: { Root: moved },
    });
  });

  test("keeps words and drops what no dialect knows", async () => {
    const schema = {
      title: "T",
      description: "D",
      default: 1,
      examples: [1],
      readOnly: true,
      "x-internal": { $ref: "no" },
    };
    const { $schema: _, ...rest } = await told(schema, "draft-2020-12");
    expect(rest).toEqual({ title: "T", description: "D", default: 1, examples: [1], readOnly: true });
  });

  test("has a discriminator where OpenAPI has one", async () => {
    const Cat = { type: "object", required: ["kind"], properties: { kind: { const: "cat" } } } as const;
    const pet = taggedUnion({}, "kind", new Map([["cat", "Cat"]]));
    expect(await told(pet, "openapi-3.0", { Cat })).toMatchObject({
      anyOf: [{ $ref: "#/definitions/Cat" }],
      discriminator: { propertyName: "kind", mapping: { cat: "#/definitions/Cat" } },
    });
    expect(await told(pet, "draft-07", { Cat })).not.toHaveProperty("discriminator");
  });

  test("is an object, whatever the schema is", async () => {
    expect(await told(true, "openapi-3.0")).toEqual({});
    expect(await told(false, "openapi-3.0")).toEqual({ not: {} });
  });

  test("takes a property __proto__ for one like any other", async () => {
    const schema = { properties: JSON.parse('{"__proto__":{"type":"string"}}') as Definitions };
    expect(JSON.stringify(await told(schema, "openapi-3.0"))).toBe('{"properties":{"__proto__":{"type":"string"}}}');
  });

  test("is not made for a target that nobody knows", () => {
    const { input } = workflowSchema["~standard"].jsonSchema;
    expect(() => input({ target: "draft-04" })).toThrow(
      new RangeError('no JSON Schema for the target "draft-04": use draft-2020-12, draft-07 or openapi-3.0'),
    );
  });

  test("weighs on nobody who does not ask: a bundle holds what one entry needs, the validators nothing of it", async () => {
    const [one, none] = await Promise.all([
      bundled(`export { workflowStepRequestSchema } from "./generated/json-schema.js"`),
      bundled(`export { workflowStepRequestSchema } from "./generated/index.js"`),
    ]);
    expect(one).toContain("defineStepInput");
    expect(one).not.toContain("defineJobResult");
    expect(none).not.toMatch(/define[A-Z]|draft-07/);
  });

  test("comes with the validator of the same name", () => {
    const { jsonSchema, ...standard } = workflowSchema["~standard"];
    expect(standard).toEqual(plainSchema["~standard"]);
    expect(jsonSchema.output({ target: "draft-07" })).toEqual(jsonSchema.input({ target: "draft-07" }));
  });
});

test("what is said of a value, and asked of nobody, is told", async () => {
  const schema: Schema = { ...text, contentEncoding: "base64", contentMediaType: "image/png" };
  const known = { "x-unit": "px", ...schema, title: "Picture" };
  expect(await told(known, "draft-2020-12")).toMatchObject({ ...schema, title: "Picture" });
  expect(await told(known, "draft-2020-12")).not.toHaveProperty("x-unit");
  const { contentMediaType, ...more } = await told(known, "openapi-3.0");
  expect([contentMediaType, more["type"]]).toEqual([undefined, "string"]);
});
