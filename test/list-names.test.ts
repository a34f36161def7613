import { expect, test } from "vitest";
import { listNames } from "#generator/emit/validators/list-names.js";
import type { Definitions } from "#generator/json/json-schema.js";

const one = { enum: ["a", "b"] };
const other = { enum: ["c"] };

test.each<[string, Definitions, Readonly<Record<string, string>>]>([
  ["a type", { Currency: one }, { '["a", "b"]': "currencyValues" }],
  ["a constant property", { T: { properties: { $type: { const: "c" } } } }, { '["c"]': "typeValues" }],
  ["items", { T: { properties: { tags: { items: one } } } }, { '["a", "b"]': "tagsValues" }],
  [
    "tags",
    { Step: { discriminator: { propertyName: "do", mapping: { run: "#/$defs/Run" } } } },
    { '["run"]': "stepTags" },
  ],
  ["two places is named after the first", { A: one, B: one }, { '["a", "b"]': "aValues" }],
  [
    "a property that has others elsewhere is named after its type, too",
    { A: { properties: { kind: one } }, B: { properties: { kind: other } } },
    { '["a", "b"]': "kindValues", '["c"]': "bKindValues" },
  ],
  ["what a function may be called is not", { T: { properties: { isFoo: one } } }, { '["a", "b"]': "tIsFooValues" }],
])("a list of %s", (_, $defs, expected) => {
  expect(Object.fromEntries(listNames($defs))).toMatchObject(expected);
});
