/** Rule listed branches: values that are listed branch by branch are one list. */
import { expect, test } from "vitest";
import type { Schema } from "#generator/json/json-schema.js";
import { listedBranches } from "#generator/schema/listed-branches.js";

const a: Schema = { const: "a", description: "The first." };
const b: Schema = { type: "string", enum: ["b", "c", 1], title: "Others" };
const nothing: Schema = { type: "null" };
const short: Schema = { type: "string", maxLength: 3 };
const words = '- `"a"`: The first.\n- `"b"`, `"c"`: Others';

const joined = (schema: Schema): Schema | undefined => listedBranches({ $defs: { Root: schema } }).$defs["Root"];

test.for<[schema: Schema, joined: Schema]>([
  [{ oneOf: [a, b] }, { enum: ["a", "b", "c"], description: words }],
  [{ anyOf: [a, b] }, { enum: ["a", "b", "c"], description: words }],
  [
    { description: "A letter.", type: "string", oneOf: [a, b], default: "a" },
    { description: `A letter.\n\n${words}`, type: "string", enum: ["a", "b", "c"], default: "a" },
  ],
  [{ anyOf: [{ enum: ["a", 1, true] }, nothing] }, { enum: ["a", 1, true, null] }],
  [{ anyOf: [{ enum: [1, 2] }, { const: 1 }] }, { enum: [1, 2] }],
  // What a branch lists counts, and its type with it.
  [{ anyOf: [{ type: "null", enum: [1, ""] }, { enum: [""] }] }, { enum: [""] }],
  [
    { oneOf: [{ const: 1, description: "One.\nAlone.\n" }, { const: 2 }] },
    { enum: [1, 2], description: "- `1`: One.\n  Alone." },
  ],
  [
    { oneOf: [{ const: 1, deprecated: true }, { const: 2, description: " ", deprecated: false }, { const: 3 }] },
    { enum: [1, 2, 3], description: "- `1`: Deprecated." },
  ],
  // What no value has is not told.
  [
    {
      oneOf: [
        { ...a, deprecated: true },
        { enum: [2], type: "string", title: "Two" },
      ],
    },
    { enum: ["a"], description: '- `"a"`: Deprecated. The first.' },
  ],
  [
    {
      oneOf: [
        { ...a, title: "A" },
        { enum: ["a", "b"], title: "Others" },
        { ...a, enum: ["c"], const: "c" },
      ],
    },
    { enum: ["b", "c"], description: '- `"b"`: Others\n- `"c"`: The first.' },
  ],
  // Two branches take 1, so that `oneOf` refuses it.
  [{ oneOf: [{ enum: [1, 2] }, { const: 1 }, { const: 3 }] }, { enum: [2, 3] }],
  [{ oneOf: [a, short, { const: "b" }] }, { oneOf: [{ enum: ["a", "b"], description: '- `"a"`: The first.' }, short] }],
  [{ items: { oneOf: [nothing, { const: 1 }] } }, { items: { enum: [null, 1] } }],
  [
    { oneOf: [{ const: "a" }, { const: "b" }], anyOf: [short, nothing] },
    { enum: ["a", "b"], anyOf: [short, nothing] },
  ],
])("%j becomes %j", ([schema, expected]) => {
  expect(joined(schema)).toEqual(expected);
});

test.for<Schema>([
  { oneOf: [a, short] },
  { anyOf: [short, nothing] },
  { oneOf: [a, { $ref: "#/$defs/B" }] },
  { oneOf: [a, { enum: ["b", {}] }] },
  { oneOf: [a, true] },
  { oneOf: [{ const: 1 }, { const: 1 }] },
  // "a" is listed twice and refused: the branch beside would take it alone.
  { oneOf: [a, { enum: ["a", "b"] }, short] },
  { enum: ["a", "b", "d"], oneOf: [a, b] },
  { const: "a", anyOf: [a, b] },
])("%j stays", (schema) => {
  expect(joined(schema)).toEqual(schema);
});

test("a hundred thousand values take no time", () => {
  const values = Array.from({ length: 100_000 }, (_, index) => `v${index}`);
  expect(joined({ oneOf: values.map((value) => ({ const: value })) })).toEqual({ enum: values });
});
