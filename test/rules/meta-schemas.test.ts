/** References to the meta-schemas of JSON Schema, which are at hand. Their verdicts: `test:suite`. */
import { describe, expect, test } from "vitest";
import { Failure } from "#generator/diagnostics.js";
import { prepare } from "#generator/generate.js";
import type { Json } from "#generator/json/json-schema.js";
import { metaSchemaOf } from "#generator/schema/dialect/dialects.js";
import { inputsOf } from "../support/inputs.js";
import { told } from "../support/rules.js";

function typesOf(schema: Json, names: Readonly<Record<string, string>> = {}): readonly string[] {
  const contract = { entries: { Tool: { at: "#", direction: "response" } }, names } as const;
  return Object.keys(prepare(inputsOf(schema, { contract })).canonical.schema.$defs);
}

const toolOf = ($ref: string): Json => ({ type: "object", properties: { parameters: { $ref } } });

describe.each(Object.values(metaSchemaOf))("%s", (address) => {
  test.each([address, `${address}#`, address.replace(/^https?/, "http"), address.replace(/^https?/, "https")])(
    "is JSONSchema as %s",
    ($ref) => expect(typesOf(toolOf($ref))).toContain("JSONSchema"),
  );

  test("is one type, whichever of its addresses are written", () => {
    const addresses = ["http:", "https:", "http:"].map((scheme) => address.replace(/^https?:/, scheme));
    const both = { type: "array", prefixItems: addresses.map(($ref) => ({ $ref })) };
    expect(typesOf(both).filter((name) => name.startsWith("JSON"))).toEqual(["JSONSchema"]);
    expect(typesOf({ ...both, prefixItems: both.prefixItems.slice(1) })).toEqual(typesOf(both));
  });

  test("may be named", () => {
    const types = typesOf(toolOf(`${address}#`), { [`${address}#`]: "ToolSchema" });
    expect(types).toContain("ToolSchema");
    expect(types).not.toContain("JSONSchema");
  });
});

test("a part of one is a type alone", () => {
  const $ref = "http://json-schema.org/draft-04/schema#/definitions/positiveInteger";
  expect(typesOf(toolOf($ref))).toEqual(["Tool", "PositiveInteger"]);
});

test("one that is among the files is that file", () => {
  const $id = "http://json-schema.org/draft-07/schema";
  const own = { allOf: [toolOf($id), { $ref: "#/$defs/Own" }], $defs: { Own: { $id, title: "Own", type: "string" } } };
  expect(typesOf(own)).toEqual(["Tool", "Own"]);
});

test("a dynamic reference leads to one as well", () => {
  const parameters = { $dynamicRef: `${metaSchemaOf["2020-12"]}#meta` };
  expect(typesOf({ type: "object", properties: { parameters } })).toContain("JSONSchema");
});

test.each([
  [
    "https://json-schema.org/draft/2020-12/other",
    "SW211 made.schema.json#/properties/parameters/$ref $ref https://json-schema.org/draft/2020-12/other leads to the network, which is never read",
  ],
  [
    "http://json-schema.org/draft-07/schema#/definitions/None",
    "SW210 made.schema.json#/properties/parameters/$ref $ref http://json-schema.org/draft-07/schema#/definitions/None leads nowhere",
  ],
])("anything else of the host is not at hand, and a part that one does not have: %s", ($ref, problem) => {
  const problems = (): readonly string[] => {
    try {
      return typesOf(toolOf($ref));
    } catch (error) {
      return error instanceof Failure ? told(error.diagnostics) : [];
    }
  };
  expect(problems()).toEqual([problem]);
});
