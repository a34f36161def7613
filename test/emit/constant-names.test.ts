import { expect, test } from "vitest";
import { constantNames } from "#generator/emit/validators/print/constant-names.js";
import { project } from "#generator/emit/validators/program/project.js";
import type { Definitions } from "#generator/json/json-schema.js";

const one = { enum: ["a", "b"] };
const other = { enum: ["c"] };

test.each<[string, Definitions, Readonly<Record<string, string>>]>([
  ["a type", { Currency: one }, { '["a", "b"]': "currencyValues" }],
  ["a constant property", { T: { properties: { $type: { const: "c" } } } }, { '["c"]': "typeValues" }],
  ["a property that is called item", { T: { properties: { item: one } } }, { '["a", "b"]': "itemValues" }],
  ["items", { T: { properties: { tags: { items: one } } } }, { '["a", "b"]': "tagsValues" }],
  ["a type that is a list", { Tags: { items: one } }, { '["a", "b"]': "tagsValues" }],
  [
    "tags",
    { Step: { oneOf: [], discriminator: { propertyName: "do", mapping: { run: "#/$defs/Run" } } } },
    { '["run"]': "stepTags" },
  ],
  [
    "a variant whose tag is known is named after its type",
    {
      Step: { oneOf: [], discriminator: { propertyName: "do", mapping: { run: "#/$defs/Run", wait: "#/$defs/Wait" } } },
      Run: { properties: { fast: true, do: { const: "run" } }, additionalProperties: false },
      Wait: { properties: { do: { const: "wait" } } },
    },
    { '["do", "fast"]': "runProperties" },
  ],
  [
    "what may be a step reference instead is named after the property",
    {
      T: { properties: { size: { anyOf: [one, { $ref: "#/$defs/StepReference" }] } } },
      StepReference: { type: "object" },
    },
    { '["a", "b"]': "sizeValues" },
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
    "another name, where other types share one, too",
    { A: one, B: one, C: other, D: other },
    { '["a", "b"]': "aValues", '["c"]': "cValues" },
  ],
  [
    "what it is most often",
    {
      Step: { oneOf: [], discriminator: { propertyName: "do", mapping: { c: "#/$defs/Run" } } },
      A: other,
      OtherA: other,
    },
    { '["c"]': "aValues" },
  ],
  [
    "a property that has others elsewhere is named after its type, too",
    { A: { properties: { kind: one } }, B: { properties: { kind: other } } },
    { '["a", "b"]': "aKindValues", '["c"]': "bKindValues" },
  ],
  ["what a function may be called is not", { T: { properties: { isFoo: one } } }, { '["a", "b"]': "tIsFooValues" }],
])("a list of %s", (_, $defs, expected) => {
  expect(Object.fromEntries(namesIn($defs))).toMatchObject(expected);
});

test.each<[string, Definitions, Readonly<Record<string, string>>]>([
  ["of a type", { Id: { pattern: "^a" } }, { "/^a/u": "idPattern" }],
  ["of a property", { T: { properties: { id: { pattern: "^a" } } } }, { "/^a/u": "idPattern" }],
  ["of keys", { T: { properties: { labels: { patternProperties: { "^x-": true } } } } }, { "/^x-/u": "labelsPattern" }],
])("a pattern %s", (_, $defs, expected) => {
  expect(Object.fromEntries(namesIn($defs))).toMatchObject(expected);
});

test("a list of a type whose name begins as a function's is what it lists of that type", () => {
  expect(Object.fromEntries(namesIn({ IsReady: one }))).toEqual({ '["a", "b"]': "valuesOfIsReady" });
});

test("a type that is called as what a function is for has its own name", () => {
  const body = { RunBody: { properties: { a: true } } } as const;
  const run = { Run: { properties: { b: true } } } as const;
  expect(Object.fromEntries(namesIn({ ...run, ...body }))).toEqual({
    '["a"]': "runBodyProperties",
    '["b"]': "runProperties",
  });
});

test("one more list of a name leaves those of the others alone", () => {
  const two = { B: { properties: { kind: one } }, C: { properties: { kind: other } } };
  const added = { A: { properties: { kind: { enum: ["d"] } } } };
  expect(Object.fromEntries(namesIn({ ...added, ...two }))).toMatchObject(Object.fromEntries(namesIn(two)));
});

function namesIn($defs: Definitions): ReadonlyMap<string, string> {
  const program = project($defs, Object.keys($defs), new Map());
  return constantNames(program, program);
}
