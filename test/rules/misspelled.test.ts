import { describe, expect, test } from "vitest";
import type { Diagnostic } from "#generator/diagnostics.js";
import type { Definitions, Json } from "#generator/json/json-schema.js";
import { stampOrigins } from "#generator/load/stamp.js";
import type { Context } from "#generator/schema/context.js";
import { misspelled } from "#generator/schema/misspelled.js";

function found($defs: Json): readonly string[] {
  const problems: Diagnostic[] = [];
  const schema = stampOrigins({ $defs }, "x.json") as unknown as { readonly $defs: Definitions };
  misspelled(schema, { problems } as unknown as Context);
  return problems.map(({ severity, hint, place }) => `${severity} ${place?.pointer} ${/"(.+?)"/.exec(hint)?.[1]}`);
}

describe("an unknown keyword that is nearly a known one", () => {
  test.each([
    ["require", "required"],
    ["propertys", "properties"],
    ["aditionalProperties", "additionalProperties"],
    ["aditionalPropertys", "additionalProperties"],
    ["additionalproperties", "additionalProperties"],
    ["item", "items"],
    ["itmes", "items"],
    ["tpye", "type"],
    ["patern", "pattern"],
    ["minlength", "minLength"],
    ["readonly", "readOnly"],
    ["ane/f", undefined],
    ["descripton", undefined],
  ])("%s: %s", (keyword, near) => {
    expect(found({ A: { [keyword]: true } })).toEqual(
      near === undefined ? [] : [`warning /$defs/A/${keyword} ${near}`],
    );
  });

  test("is told wherever it stands", () => {
    const a = { properties: { b: { items: { anyOf: [true, { requird: ["a"] }] } } } };
    expect(found({ A: a, B: true })).toEqual(["warning /$defs/A/properties/b/items/anyOf/1/requird required"]);
  });

  test("may be anything else", () => {
    const own = [
      "x-require",
      "nullable",
      "example",
      "xml",
      "externalDocs",
      "additionalItems",
      "id",
      "typeof",
      "regexp",
    ];
    const more = ["errorMessage", "instanceof", "transform", "formatMinimum", "propertyOrder", "enumNames", "tsType"];
    expect(found({ A: Object.fromEntries([...own, ...more].map((keyword) => [keyword, true])) })).toEqual([]);
  });

  test("is no mistake beside the known one, nor as a property or in data", () => {
    const data = { require: 1, propertys: 2 };
    expect(found({ A: { required: [], require: true, properties: { require: true }, default: data } })).toEqual([]);
  });
});
