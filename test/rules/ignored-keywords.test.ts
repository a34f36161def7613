/** Rule ignored-keywords: documents in, a warning for each keyword that a reference silences, or that the draft does not know, out. */
import { describe, expect, test } from "vitest";
import type { Json } from "#generator/json/json-schema.js";
import { bundle } from "#generator/schema/bundle/bundle.js";
import { dialect } from "#generator/schema/dialect/dialect.js";
import { ignoredKeywords } from "#generator/schema/ignored-keywords.js";
import { annotatedIn, contextOf, told, type Setting } from "../support/rules.js";

function found(schema: Json, setting?: Setting): readonly string[] {
  const context = contextOf(schema, setting);
  ignoredKeywords(bundle(dialect(annotatedIn(context), context), context), context);
  return told(context.problems).map((line) => line.split(" ", 2).join(" "));
}

const text = { type: "string" } as const;
const words = {
  title: "T",
  description: "D",
  default: 1,
  deprecated: true,
  readOnly: true,
  writeOnly: true,
  examples: [],
  example: 1,
  externalDocs: {},
  xml: {},
  nullable: false,
  "x-own": 1,
};

describe("what stands beside a reference and would be checked elsewhere", () => {
  const $schema = "http://json-schema.org/draft-07/schema#";
  const draft07 = (property: object): Json => ({
    $schema,
    properties: { a: { $ref: "#/definitions/A", ...property } as Json },
    definitions: { A: { ...text, maxLength: 9 }, Unused: { $ref: "#/definitions/A", minLength: 1 } },
  });
  const at = "api/x.schema.json#/properties/a";

  test.each<readonly [object, readonly string[]]>([
    [{ minLength: 10, enum: ["a"] }, [`SW257 ${at}/minLength`, `SW257 ${at}/enum`]],
    [
      { properties: { b: text }, additionalProperties: false },
      [`SW257 ${at}/properties`, `SW257 ${at}/additionalProperties`],
    ],
    [{ dependencies: { a: ["b"] } }, [`SW257 ${at}/dependencies`]],
    [{ maxLength: 9, type: "string" }, []],
    [{ ...words, $id: "a.json", $comment: "C", definitions: {} }, []],
    [{ dependentRequired: { a: ["b"] } }, [`SW259 ${at}/dependentRequired`]],
  ])("in draft-07: %j", (property, expected) => expect(found(draft07(property))).toEqual(expected));

  test("is nothing in 2019-09 and later, where it is checked", () => {
    const $schema = "https://json-schema.org/draft/2019-09/schema";
    expect(found({ $schema, properties: { a: { $ref: "#/$defs/A", minLength: 1 } }, $defs: { A: text } })).toEqual([]);
  });

  const openApi = (openapi: string, property: object): Json => {
    const a = { $ref: "#/components/schemas/A", ...property } as Json;
    return { openapi, components: { schemas: { Root: { properties: { a } }, A: text } } };
  };
  const root = { contract: { entries: { Root: { at: "#/components/schemas/Root", direction: "both" } } } } as const;
  const place = "api/x.schema.json#/components/schemas/Root/properties/a";

  test.each<readonly [string, object, readonly string[]]>([
    ["3.0.3", { nullable: true, maxLength: 1 }, [`SW257 ${place}/nullable`, `SW257 ${place}/maxLength`]],
    ["3.0.3", { ...words, type: "string" }, []],
    ["3.1.0", { nullable: true, maxLength: 1 }, []],
  ])("in OpenAPI %s: %j", (version, property, expected) =>
    expect(found(openApi(version, property), root)).toEqual(expected),
  );

  test("in a file that says of itself nothing, as the document reads it that refers to it", () => {
    const files = {
      "a.json": { properties: { b: { $ref: "#/definitions/b", nullable: true } }, definitions: { b: text } },
    };
    const document = { openapi: "3.0.3", components: { schemas: { Root: { $ref: "a.json" } } } };
    expect(found(document, { ...root, files })).toEqual(["SW257 api/a.json#/properties/b/nullable"]);
  });
});

describe("what only a later draft knows", () => {
  const later = {
    ...{ const: 1, contains: text, propertyNames: text, if: text, then: text, else: text },
    ...{ dependentRequired: { a: ["b"] }, dependentSchemas: { a: text }, minContains: 2, maxContains: 3 },
    ...{ unevaluatedItems: false, unevaluatedProperties: false, prefixItems: [text] },
  };
  const silent = { $anchor: "a", contentSchema: text, examples: [1], readOnly: true, $comment: "C", note: 1 };
  const since: readonly (readonly [string, readonly string[]])[] = [
    ["http://json-schema.org/draft-04/schema#", Object.keys(later)],
    ["http://json-schema.org/draft-06/schema#", Object.keys(later).slice(3)],
    ["http://json-schema.org/draft-07/schema#", Object.keys(later).slice(6)],
    ["https://json-schema.org/draft/2019-09/schema", ["prefixItems"]],
    ["https://json-schema.org/draft/2020-12/schema", []],
  ];

  test.each(since)("in %s", ($schema, expected) => {
    const a = { ...later, ...silent } as Json;
    expect(found({ $schema, properties: { a } }).toSorted()).toEqual(
      expected.map((keyword) => `SW259 api/x.schema.json#/properties/a/${keyword}`).toSorted(),
    );
  });

  test("the draft that is proposed knows it", () => {
    const proposed = (schema: Json): string => {
      const context = contextOf(schema);
      ignoredKeywords(bundle(dialect(annotatedIn(context), context), context), context);
      return /"(http.*)"/.exec(context.problems[0]?.hint ?? "")?.[1] ?? "";
    };
    for (const [keyword, value] of Object.entries(later)) {
      const schemaOf = ($schema: string): Json => ({ $schema, [keyword]: value as Json });
      const proposal = proposed(schemaOf("http://json-schema.org/draft-04/schema#"));
      expect(since.map(([$schema]) => $schema.replace("#", ""))).toContain(proposal);
      expect(proposed(schemaOf(proposal))).toBe("");
    }
  });
});
