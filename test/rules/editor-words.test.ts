/** Rule editor words: what an editor shows of a schema is its description, where that has none. */
import { expect, test } from "vitest";
import type { Schema } from "#generator/json/json-schema.js";
import { editorWords } from "#generator/schema/editor-words.js";

test.for<[schema: Schema, worded: Schema]>([
  [{ markdownDescription: "A `job`." }, { description: "A `job`." }],
  [
    { description: "A job.", markdownDescription: "A `job`." },
    { description: "A job.", markdownDescription: "A `job`." },
  ],
  [{ markdownDescription: 1 }, { markdownDescription: 1 }],
  [
    { properties: { markdownDescription: { type: "string" } } },
    { properties: { markdownDescription: { type: "string" } } },
  ],
])("%j: %j", ([schema, worded]) => {
  const $defs = { Root: { items: { anyOf: [true, schema] } } };
  expect(editorWords({ $defs }).$defs).toEqual({ Root: { items: { anyOf: [true, worded] } } });
});
