/**
 * Which places of a document a contract may point at: schemas, not what holds them by their names, and no data.
 */
import { describe, expect, test } from "vitest";
import type { Json } from "#generator/json/json-schema.js";
import { schemaAt } from "#generator/schema/bundle/contract-pointers.js";
import { contextOf } from "../support/rules.js";

const text = { type: "string" };
const example = "give the JSON Pointer of a schema, such as #/$defs/Steps";
const component = "give the JSON Pointer of a schema, such as #/components/schemas/schema";

function answerOf(document: Json, pointer: string): string {
  const found = schemaAt(document, pointer, "/entries/A/at", contextOf(document));
  return "schema" in found ? "a schema" : `${found.problem.code} ${found.problem.hint}`;
}

const schema = {
  type: "object",
  required: ["properties"],
  properties: {
    properties: { type: "object", properties: { items: { type: "array", items: text } } },
    steps: { $ref: "#/$defs/Steps" },
    loop: { $ref: "#/properties/loop" },
  },
  patternProperties: { "^x-": true },
  dependencies: { steps: text, loop: ["steps"] },
  anyOf: [{ const: { type: "string" } }],
  default: { type: "string" },
  $defs: { Steps: { type: "array", items: [text, text] }, Empty: {} },
  "x-types": { Money: { type: "integer" } },
};

const openApi = {
  openapi: "3.1.0",
  info: { title: "x" },
  paths: { "/a": { get: { parameters: [{ schema: { type: "object", properties: { a: text } } }] } } },
  components: {
    schemas: { schema: { properties: { a: text } } },
    responses: { A: { content: { json: { schema: text } } } },
  },
};

describe("a pointer into a schema", () => {
  const cases: readonly (readonly [pointer: string, answer: string])[] = [
    ["#", "a schema"],
    ["#/properties/properties", "a schema"],
    ["#/properties/properties/properties/items", "a schema"],
    ["#/properties/properties/properties/items/items", "a schema"],
    ["#/patternProperties/^x-", "a schema"],
    ["#/dependencies/steps", "a schema"],
    ["#/anyOf/0", "a schema"],
    ["#/$defs/Steps/items/1", "a schema"],
    ["#/x-types/Money", "a schema"],
    ["#/properties", "SW123 it holds schemas: give the pointer of one, such as #/properties/properties"],
    [
      "#/properties/properties/properties",
      "SW123 it holds schemas: give the pointer of one, such as #/properties/properties/properties/items",
    ],
    ["#/$defs", "SW123 it holds schemas: give the pointer of one, such as #/$defs/Steps"],
    ["#/anyOf", "SW123 it holds schemas: give the pointer of one, such as #/anyOf/0"],
    ["#/$defs/Steps/items", "SW123 it holds schemas: give the pointer of one, such as #/$defs/Steps/items/0"],
    ["#/dependencies/loop", `SW123 ${example}`],
    ["#/required", `SW123 ${example}`],
    ["#/default", `SW123 ${example}`],
    ["#/anyOf/0/const", `SW123 ${example}`],
    ["#/type", `SW123 ${example}`],
    ["#/propertys/steps", "SW110 did you mean #/properties/steps?"],
    ["#/properties/steps/items/0", "SW110 did you mean #/$defs/Steps/items/0?"],
    ["#/properties/step/items/1", "SW110 did you mean #/$defs/Steps/items/1?"],
    ["#/properties/loop/items", `SW110 ${example}`],
    ["#/$defs/Other", `SW110 ${example}`],
    ["#/$defs/Empty/toString", `SW110 ${example}`],
  ];
  test.for(cases)("%s", ([pointer, answer]) => expect(answerOf(schema, pointer)).toBe(answer));
});

describe("a schema that only holds definitions is none: any value would be one", () => {
  const said = "it only holds definitions, so that any value is one: give the pointer of one, such as";
  const cases: readonly (readonly [name: string, document: Json, pointer: string, answer: string])[] = [
    ["of draft-07", { $schema: "x", title: "A", definitions: { B: {} } }, "#", `SW123 ${said} #/definitions/B`],
    ["inside", { $defs: { A: { $defs: { "b/c": true } } } }, "#/$defs/A", `SW123 ${said} #/$defs/A/$defs/b~1c`],
    ["that refers to one", { $ref: "#/$defs/B", $defs: { B: {} } }, "#", "a schema"],
    ["that says a kind", { type: "object", $defs: { B: {} } }, "#", "a schema"],
    ["that holds none", { $defs: {} }, "#", "a schema"],
  ];
  test.for(cases)("%s", ([, document, pointer, answer]) => expect(answerOf(document, pointer)).toBe(answer));
});

describe("a pointer into an OpenAPI document", () => {
  const cases: readonly (readonly [pointer: string, answer: string])[] = [
    ["#/components/schemas/schema", "a schema"],
    ["#/components/schemas/schema/properties/a", "a schema"],
    ["#/components/responses/A/content/json/schema", "a schema"],
    ["#/paths/~1a/get/parameters/0/schema", "a schema"],
    ["#/paths/~1a/get/parameters/0/schema/properties/a", "a schema"],
    ["#", `SW123 ${component}`],
    ["#/info", `SW123 ${component}`],
    ["#/components", `SW123 ${component}`],
    ["#/components/responses/A", `SW123 ${component}`],
    ["#/components/schemas", "SW123 it holds schemas: give the pointer of one, such as #/components/schemas/schema"],
    [
      "#/components/schemas/schema/properties",
      "SW123 it holds schemas: give the pointer of one, such as #/components/schemas/schema/properties/a",
    ],
    ["#/components/schemas/shema", "SW110 did you mean #/components/schemas/schema?"],
  ];
  test.for(cases)("%s", ([pointer, answer]) => expect(answerOf(openApi, pointer)).toBe(answer));
});

describe("the example of a pointer is one that the document has", () => {
  const cases: readonly (readonly [name: string, document: Json, answer: string])[] = [
    [
      "a definition of draft-07",
      { definitions: { A: {} } },
      "SW110 give the JSON Pointer of a schema, such as #/definitions/A",
    ],
    ["a property", { properties: { "a/b": {} } }, "SW110 give the JSON Pointer of a schema, such as #/properties/a~1b"],
    ["the whole, where there is nothing else", { $defs: {} }, "SW110 give the JSON Pointer of a schema, such as #"],
    ["none, in a document without components", { openapi: "3.1.0" }, "SW110 the document has no #/components/schemas"],
  ];
  test.for(cases)("%s", ([, document, answer]) => expect(answerOf(document, "#/properties/steps/items")).toBe(answer));
});
