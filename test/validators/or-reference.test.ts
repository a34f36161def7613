/**
 * Where a reference to another step's output would do, a sentence about a value of another kind says so; one about a wrong value of
 * the right kind, or about its parts, does not.
 */
import { expect, test } from "vitest";
import type { Definitions, Schema } from "#generator/json/json-schema.js";
import { referenceDefinition } from "#generator/schema/step-references/step-references.js";
import { taggedUnion } from "#generator/schema/reading/tagged-union.js";
import { validatorsOf } from "../support/validators.js";

const text: Schema = { type: "string" };
const $defs: Definitions = {
  StepReference: referenceDefinition,
  Size: { enum: ["small", "large"] },
  Texts: { type: "array", items: text },
  Cat: { type: "object", required: ["kind"], properties: { kind: { const: "cat" } } },
  Dog: { type: "object", required: ["kind"], properties: { kind: { const: "dog" } } },
  Pet: taggedUnion({}, "kind", new Map(["cat", "dog"].map((tag) => [tag, tag === "cat" ? "Cat" : "Dog"]))),
};
const to = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const orReference = (schema: Schema): Schema => ({ anyOf: [schema, to("StepReference")] });
const digits = Array.from({ length: 14 }, (_, index) => index);

test.for<[sentence: string, schema: Schema, value: unknown]>([
  ["must be a string or a StepReference, got 1 (number)", text, 1],
  ["must be a boolean or a StepReference, got 1 (number)", { type: "boolean" }, 1],
  ["must be a string, null or a StepReference, got 1 (number)", { type: ["string", "null"] }, 1],
  ["must be a string, null or a StepReference, got 1 (number)", { type: ["null", "string"] }, 1],
  ["must be an array or a StepReference, got null", to("Texts"), null],
  ["must be an object or a StepReference, got 1 (number)", to("Pet"), 1],
  ["must be a string, an array or a StepReference, got 1 (number)", { anyOf: [text, { type: "array" }] }, 1],
  [
    "must be a string, an array of exactly 2 items or a StepReference, got 1 (number)",
    { oneOf: [text, { type: "array", minItems: 2, maxItems: 2 }] },
    1,
  ],
  ['must be one of "small", "large" or a StepReference, got 42 (number)', to("Size"), 42],
  ['must be one of "a", "b" or a StepReference, got "c" (string)', { enum: ["a", "b"] }, "c"],
  [
    'must be one of "small", "large" or a StepReference, got "smal" (string); did you mean "small"?',
    to("Size"),
    "smal",
  ],
  [
    "must be one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more or a StepReference, got 42 (number)",
    { enum: digits },
    42,
  ],
  ['must be "a" or a StepReference, got 1 (number)', { const: "a" }, 1],
  ['must be a string of at least 2 characters, got "" (string)', { ...text, minLength: 2 }, ""],
])("%s", async ([sentence, schema, value]) => {
  const places: Schema = {
    type: "object",
    properties: { own: orReference(schema), list: { type: "array", items: orReference(schema) } },
    additionalProperties: orReference(schema),
  };
  const { messages, issues } = await validatorsOf({ ...$defs, Root: places }, ["Root"]);
  const reference = { $ref: "a", path: "b" };
  expect(messages("Root", { own: reference, list: [reference], other: reference })).toEqual([]);
  const wrong = { own: value, list: [value], other: value };
  expect(messages("Root", wrong)).toEqual(["own", "list[0]", "other"].map((place) => `${place} ${sentence}`));
  const isTold = issues("Root", wrong).map(({ expected }) => expected?.endsWith(" or a StepReference"));
  expect(isTold).toEqual(isTold.map(() => sentence.includes("StepReference")));
});

test("nothing of it is said about the parts of a value", async () => {
  const { messages } = await validatorsOf({ ...$defs, Root: { properties: { a: orReference(to("Texts")) } } }, [
    "Root",
  ]);
  expect(messages("Root", { a: ["x", 1] })).toEqual(["a[1] must be a string, got 1 (number)"]);
});

test.for<[expected: string, schema: Schema]>([
  ["a string or a StepReference", text],
  ["a string, null or a StepReference", { type: ["string", "null"] }],
  ["a string, null or a StepReference", { type: ["null", "string"] }],
  ["a boolean or a StepReference", { type: "boolean" }],
  ["an array or a StepReference", { type: "array", items: to("Cat") }],
  ["a Pet or a StepReference", to("Pet")],
  ['one of "small", "large" or a StepReference', to("Size")],
  ["one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more or a StepReference", { enum: digits }],
])("a property that is not there is told to be %s", async ([expected, schema]) => {
  const own: Schema = { required: ["own"], properties: { own: orReference(schema) } };
  const shared: Schema = { properties: Object.fromEntries(["a", "b", "c"].map((key) => [key, own])) };
  const { messages } = await validatorsOf({ ...$defs, Own: own, Shared: shared }, ["Own", "Shared"]);
  expect(messages("Own", {})).toEqual([`own is required: ${expected}`]);
  expect(messages("Shared", { a: {} })).toEqual([`a.own is required: ${expected}`]);
});

test('a closed object with a "$ref" that it does not know is meant as a reference', async () => {
  const closed: Schema = {
    type: "object",
    required: ["width"],
    properties: { width: text },
    additionalProperties: false,
  };
  const root: Schema = { type: "object", properties: { own: orReference(closed) } };
  const { messages } = await validatorsOf({ ...$defs, Root: root }, ["Root"]);
  expect(messages("Root", { own: { $ref: "a" } })).toEqual(["own.path is required: a string"]);
  expect(messages("Root", { own: { $ref: "a", path: 3 } })).toEqual(["own.path must be a string, got 3 (number)"]);
  expect(messages("Root", { own: {} })).toEqual(["own.width is required: a string"]);
});

test('a slip of the pen in "$ref" is told as one, where the value can only mean to be a reference', async () => {
  const closed = (key: string): Schema => ({
    type: "object",
    properties: { [key]: text },
    additionalProperties: false,
  });
  const properties = {
    own: orReference(text),
    closed: orReference(closed("url")),
    file: orReference(closed("path")),
    git: orReference(closed("ref")),
    open: orReference({ type: "object" }),
  };
  const { messages } = await validatorsOf({ ...$defs, Root: { type: "object", properties } }, ["Root"]);
  for (const key of ["own", "closed"])
    expect(messages("Root", { [key]: { ref: "a", path: "b" } })).toEqual([
      `${key}.ref is not a known property; did you mean "$ref"?`,
    ]);
  expect(messages("Root", { own: { url: "a" } })).toEqual(["own must be a string or a StepReference, got an object"]);
  expect(messages("Root", { file: { path: "b", ref: "a" } })).toEqual(["file.ref is not a known property"]);
  expect(messages("Root", { git: { ref: "a", path: "b" } })).toEqual(["git.path is not a known property"]);
  expect(messages("Root", { file: { path: "b" }, open: { ref: "a", path: "b" } })).toEqual([]);
});

test("an item that no branch of a union takes is told with the constants of all", async () => {
  const listOf = (item: string): Schema => ({
    type: "object",
    properties: { list: { type: "array", items: orReference({ const: item }) } },
  });
  const lists = { As: listOf("a"), Bs: listOf("b"), Root: { anyOf: [to("As"), to("Bs")] } };
  const { messages } = await validatorsOf({ ...$defs, ...lists }, ["Root"]);
  expect(messages("Root", { list: ["c"] })).toEqual([
    'list[0] must be one of "a", "b" or a StepReference, got "c" (string)',
  ]);
});
