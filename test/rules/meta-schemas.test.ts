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

test("anything else of the host is not at hand", () => {
  const problems = (): readonly string[] => {
    try {
      return typesOf(toolOf("https://json-schema.org/draft/2020-12/other"));
    } catch (error) {
      return error instanceof Failure ? told(error.diagnostics) : [];
    }
  };
  expect(problems()).toEqual([
    "SW211 made.schema.json#/properties/parameters/$ref $ref https://json-schema.org/draft/2020-12/other leads to the network, which is never read",
  ]);
});
