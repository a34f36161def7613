import { expect, test } from "vitest";
import { listNames } from "#generator/emit/validators/print/list-names.js";
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
  [
    "several types is named after what their names end in",
    {
      EchoStepInput: { properties: { a: true } },
      URLStepInput: { properties: { a: true } },
      StepInput: { properties: { a: true } },
    },
    { '["a"]': "stepInputProperties" },
  ],
  ["types whose names have nothing in common is shared", { A: one, B: one }, { '["a", "b"]': "sharedValues" }],
  [
    "another name, where that is taken",
    { A: one, B: one, C: other, D: other },
    { '["a", "b"]': "sharedValues", '["c"]': "cValues" },
  ],
  [
    "what it is most often",
    { Step: { discriminator: { propertyName: "do", mapping: { c: "#/$defs/Run" } } }, A: other, OtherA: other },
    { '["c"]': "aValues" },
  ],
  [
    "a property that has others elsewhere is named after its type, too",
    { A: { properties: { kind: one } }, B: { properties: { kind: other } } },
    { '["a", "b"]': "kindValues", '["c"]': "bKindValues" },
  ],
  ["what a function may be called is not", { T: { properties: { isFoo: one } } }, { '["a", "b"]': "tIsFooValues" }],
])("a list of %s", (_, $defs, expected) => {
  expect(Object.fromEntries(listNames($defs))).toMatchObject(expected);
});
