import { expect, test } from "vitest";
import type { Diagnostic } from "#generator/diagnostics.js";
import type { Definitions, Json } from "#generator/json/json-schema.js";
import { stampOrigins } from "#generator/load/stamp.js";
import type { Context } from "#generator/schema/context.js";
import { sameBranches } from "#generator/schema/same-branches.js";

function found($defs: Json): readonly string[] {
  const problems: Diagnostic[] = [];
  const schema = stampOrigins({ $defs }, "x.json") as unknown as { readonly $defs: Definitions };
  sameBranches(schema, { problems } as unknown as Context);
  return problems.map(({ code, place }) => `${code} ${(place?.pointer ?? "").replace("/$defs/A", "")}`);
}

const object = (name: string, words: object = {}): Json => ({
  type: "object",
  properties: { [name]: { type: "string", ...words } },
});
const definitions = {
  Cat: object("title"),
  Dog: object("title", { description: "A dog's.", examples: ["Doctor"] }),
  Fish: object("description"),
  AlsoCat: { $ref: "#/$defs/Cat", title: "Also a cat" },
};
const refs = (...names: readonly string[]): Json => names.map((name) => ({ $ref: `#/$defs/${name}` }));

test.each<[string, Json, readonly string[]]>([
  ["the same type", { oneOf: refs("Cat", "Fish", "Cat") }, ["SW260 /oneOf/2"]],
  ["types that differ in words", { oneOf: refs("Fish", "Cat", "Dog") }, ["SW260 /oneOf/2"]],
  ["a type and another name for it", { oneOf: refs("AlsoCat", "Cat") }, ["SW260 /oneOf/1"]],
  ["what stands there", { items: { oneOf: [{ type: "string" }, { type: "string" }] } }, ["SW260 /items/oneOf/1"]],
  ["a type in place", { oneOf: [...(refs("Cat") as []), object("title")] }, ["SW260 /oneOf/1"]],
  ["properties of other names", { oneOf: refs("Cat", "Fish") }, []],
  [
    "what is asked beside a reference",
    { oneOf: [{ $ref: "#/$defs/Cat", minProperties: 1 }, { $ref: "#/$defs/Cat" }] },
    [],
  ],
  ["what fits any", { anyOf: refs("Cat", "Dog") }, []],
  ["what a tag tells apart", { oneOf: refs("Cat", "Dog"), discriminator: { propertyName: "type" } }, []],
])("branches that are %s", (_, A, problems) => {
  expect(found({ A, ...definitions })).toEqual(problems);
});
