/** Rule constant tags: what numbers, booleans and null tell apart is a tagged union, too. */
import { expect, test } from "vitest";
import type { Definitions, Json, Schema } from "#generator/json/json-schema.js";
import { constantTags } from "#generator/schema/constant-tags.js";
import { renameReferences } from "#generator/schema/reading/rename-references.js";
import { pickedBy } from "#generator/schema/reading/tagged-union.js";
import { tagTree, tagLines } from "#generator/inspect/tag-tree.js";

const branch = (kind: Schema): Schema => ({ type: "object", required: ["kind"], properties: { kind } });
const refs = ["A", "B"].map((name) => ({ $ref: `#/$defs/${name}` }));
const unionOf = (a: Schema, b: Schema): Definitions => ({ Root: { anyOf: refs }, A: branch(a), B: branch(b) });

/** The tags of the union, each with the name of its branch; undefined where it stays as it is. */
function tagsOf($defs: Definitions): unknown {
  const { Root } = constantTags($defs);
  if (Root === $defs["Root"] || typeof Root !== "object") return undefined;
  expect(Root.oneOf).toEqual(refs);
  expect(Root.discriminator).toMatchObject({ propertyName: "kind", mapping: {} });
  return Root.discriminator?.tags?.map(([tag, ref]) => [tag, ref.at(-1)]);
}

test.each<[string, Schema, Schema, readonly (readonly [Json, string])[]]>([
  ["numbers", { const: 1 }, { type: "number", const: 2.5 }, [[1, "A"], [2.5, "B"]]], // prettier-ignore
  ["booleans", { const: true }, { const: false }, [[true, "A"], [false, "B"]]], // prettier-ignore
  ["a number and its text", { const: 1 }, { const: "1" }, [[1, "A"], ["1", "B"]]], // prettier-ignore
  ["1, true and null", { enum: [1, null] }, { const: true }, [[1, "A"], [null, "A"], [true, "B"]]], // prettier-ignore
])("what is told apart by %s", (_, a, b, tags) => {
  expect(tagsOf(unionOf(a, b))).toEqual(tags);
});

test.each<[string, Schema, Schema]>([
  ["the same number", { const: 1 }, { const: 1.0 }],
  ["zero, whatever its sign", { const: 0 }, { const: -0 }],
  ["a number that both list", { enum: [1, 2] }, { enum: [2, 3] }],
  ["any number", { const: 1 }, { type: "integer" }],
  ["a list", { const: 1 }, { const: [2] }],
])("what is not told apart: %s", (_, a, b) => {
  expect(tagsOf(unionOf(a, b))).toBeUndefined();
});

test("a tag that need not be there tells nothing apart", () => {
  const $defs = { ...unionOf({ const: 1 }, { const: 2 }), B: { type: "object", properties: { kind: { const: 2 } } } };
  expect(tagsOf($defs as Definitions)).toBeUndefined();
});

test("a tag in a part of the branch, and behind a reference", () => {
  const $defs = unionOf({ const: 1 }, { $ref: "#/$defs/Two" });
  const whole = { ...$defs, A: { allOf: [{ $ref: "#/$defs/Part" }] }, Part: $defs["A"] ?? true, Two: { const: 2 } };
  expect(tagsOf(whole)).toEqual([
    [1, "A"],
    [2, "B"],
  ]);
});

test("who reads a tagged union reads these tags", () => {
  const $defs = constantTags(unionOf({ enum: [1, "one"] }, { const: "a b" }));
  const { Root = true } = $defs;
  expect(pickedBy(Root)).toEqual(["A", "A", "B"]);
  expect(pickedBy(renameReferences(Root, (name) => `${name}2`))).toEqual(["A2", "A2", "B2"]);
  const tree = tagTree(Root, $defs);
  expect(tree && tagLines(tree)).toEqual(['kind: 1 | one | "a b"']);
});
