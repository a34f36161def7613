/** What a person reads about a value whose kind is a number or a boolean: its own mistakes, or that there is no such kind. */
import { beforeAll, expect, test } from "vitest";
import type { Definitions, Schema } from "#generator/json/json-schema.js";
import { constantTags } from "#generator/schema/constant-tags.js";
import { validatorsOf, type Validators } from "../support/validators.js";

const branch = (ty: Schema, properties: Definitions): Schema => ({
  type: "object",
  required: ["ty", ...Object.keys(properties)],
  properties: { ty, ...properties },
  additionalProperties: false,
});
const $defs: Definitions = {
  Layer: { oneOf: ["Solid", "Image", "Text"].map((name) => ({ $ref: `#/$defs/${name}` })) },
  Solid: branch({ const: 1 }, { color: { type: "string" } }),
  Image: branch({ type: "integer", const: 2 }, { width: { type: "integer" }, source: { type: "string" } }),
  Text: branch({ type: ["integer", "boolean"], enum: [3, true, "text"] }, { text: { type: "string" } }),
};

let validators: Validators;
beforeAll(async () => {
  validators = await validatorsOf(constantTags($defs), ["Layer"]);
});

test.each<[unknown, readonly string[]]>([
  [{ ty: 1, color: "red" }, []],
  [{ ty: 1.0, color: "red" }, []],
  [{ ty: true, text: "a" }, []],
  [{ ty: 1, text: "a" }, ["color is required: a string", "text is not a known property"]],
  [{ ty: 2, color: 1 }, ["width is required: an integer", "source is required: a string", "color is not a known property"]], // prettier-ignore
  [{ ty: 3, text: 4 }, ["text must be a string, got 4 (number)"]],
  [{ ty: 4, text: "a" }, ['ty must be one of 1, 2, 3, true, "text", got 4 (number)']],
  [{ ty: "1", color: "red" }, ['ty must be one of 1, 2, 3, true, "text", got "1" (string); did you mean 1?']],
  [{ ty: null }, ['ty must be one of 1, 2, 3, true, "text", got null']],
  [{ text: "a" }, ['ty is required: one of 1, 2, 3, true, "text"']],
  [{ typ: 3, text: "a" }, ['ty is missing; "typ" may be meant for it']],
  [{ ty: "text", text: "a" }, ['ty must be one of 3, true, got "text" (string)']],
  [1, ["the value must be an object, got 1 (number)"]],
])("%j", (value, messages) => {
  expect(validators.messages("Layer", value)).toEqual(messages);
  expect(validators.accepts("Layer", value)).toBe(messages.length === 0);
});

test("the guard goes where the tag leads", () => {
  expect(validators.text).toContain("switch (tag) {\n  case 1:");
});
