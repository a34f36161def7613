/** Rule dialect: a document in, the same document or what is wrong with it out. */
import { expect, test } from "vitest";
import type { Json } from "#generator/json/json-schema.js";
import { dialect } from "#generator/schema/dialect/dialect.js";
import { annotatedIn, contextOf, plain, told, type Setting } from "../support/rules.js";

const draft202012 = "https://json-schema.org/draft/2020-12/schema";
const file = "api/x.schema.json";

const cases: readonly ({
  readonly name: string;
  readonly in: Json;
  readonly out?: Json;
  readonly problems?: readonly string[];
} & Setting)[] = [
  { name: "a schema of 2020-12 stays as it is", in: { $schema: draft202012, type: "object", properties: { a: true } } },
  { name: "a fragment without a name at the end of the dialect means nothing", in: { $schema: `${draft202012}#` } },
  { name: "a schema that does not say its dialect is of 2020-12", in: { prefixItems: [true] } },
  { name: "true and false are schemas", in: true },
  { name: "a keyword that nobody knows is no mistake", in: { "x-order": { type: 5 }, note: [1] } },
  {
    name: "data is no schema: whatever stands in it is fine",
    in: { default: { type: 5 }, const: { $ref: 1 }, enum: [{ required: 1 }], examples: [{ items: 3 }] },
  },
  {
    name: "an older dialect is not read",
    in: { $schema: "http://json-schema.org/draft-03/schema#" },
    problems: [`SW202 ${file}#/$schema the dialect http://json-schema.org/draft-03/schema# is not read`],
  },
  {
    name: "a dialect that is no text is not read",
    in: { $schema: 7 },
    problems: [`SW202 ${file}#/$schema the dialect 7 is not read`],
  },
  {
    name: "a list is no schema",
    in: [1],
    problems: [`SW201 ${file}# not a JSON Schema: it must be an object or a boolean`],
  },
  {
    name: "null is no schema",
    in: null,
    problems: [`SW201 ${file}# not a JSON Schema: it must be an object or a boolean`],
  },
  {
    name: "each mistake is told at its place, once, in the order of the document",
    in: {
      type: "text",
      properties: {
        a: { type: ["string", "string"] },
        l: { type: ["null", "strng", ["string"]] },
        "b/c": { minLength: -1, multipleOf: 0 },
        d: { required: "e" },
        f: { required: ["a", 5], anyOf: [], allOf: [5, { oneOf: [[1]] }] },
        g: { items: [{}] },
      },
    },
    problems: [
      `SW201 ${file}#/type not a JSON Schema: "type" must be one of array, boolean, integer, null, number, object, string`,
      `SW201 ${file}#/properties/a/type not a JSON Schema: "type" must not say "string" twice`,
      `SW201 ${file}#/properties/l/type/1 not a JSON Schema: "strng" in "type" must be one of array, boolean, integer, null, number, object, string; did you mean "string"?`,
      `SW201 ${file}#/properties/l/type/2 not a JSON Schema: an array in "type" must be one of array, boolean, integer, null, number, object, string`,
      `SW201 ${file}#/properties/b~1c/minLength not a JSON Schema: "minLength" must be 0 or more`,
      `SW201 ${file}#/properties/b~1c/multipleOf not a JSON Schema: "multipleOf" must be more than 0`,
      `SW201 ${file}#/properties/d/required not a JSON Schema: "required" must be an array`,
      `SW201 ${file}#/properties/f/required/1 not a JSON Schema: 5 in "required" must be a string`,
      `SW201 ${file}#/properties/f/anyOf not a JSON Schema: "anyOf" must not be empty`,
      `SW201 ${file}#/properties/f/allOf/0 not a JSON Schema: 5 in "allOf" must be an object or a boolean`,
      `SW201 ${file}#/properties/f/allOf/1/oneOf/0 not a JSON Schema: an array in "oneOf" must be an object or a boolean`,
      `SW201 ${file}#/properties/g/items not a JSON Schema: "items" must be an object or a boolean; a list is called "prefixItems", unless "$schema" says draft-07`,
    ],
  },
  {
    name: "a file that only data names is no schema",
    in: { default: { $ref: "data.json" }, const: { $ref: "more.json" } },
    files: { "data.json": [1], "more.json": { type: 5 } },
  },
  {
    name: "a nullable enum of an OpenAPI component that forgets null means it",
    in: { openapi: "3.1.0", components: { schemas: { A: { type: ["string", "null"], enum: ["a"] } } } },
    out: { openapi: "3.1.0", components: { schemas: { A: { type: ["string", "null"], enum: ["a", null] } } } },
  },
];

test.for(cases.map((each) => [each.name, each] as const))(
  "%s",
  ([, { in: schema, out = schema, problems = [], ...setting }]) => {
    const context = contextOf(schema, setting);
    const read = dialect(annotatedIn(context), context);
    expect(told(context.problems)).toEqual(problems);
    if (problems.length === 0) expect(plain(read)).toEqual(out);
  },
);
