/** The line for the contract's `names` that mends two types of one name. */
import { expect, test } from "vitest";
import type { Json, JsonObject } from "#generator/json/json-schema.js";
import { bundle } from "#generator/schema/bundle/bundle.js";
import { name } from "#generator/schema/name/name.js";
import { contractName, underNames } from "#generator/schema/name/other-name.js";
import { annotatedIn, contextOf } from "../support/rules.js";

const scoped = { name: "@pets/my-store", version: "1.0.0", license: "MIT", description: "Pets." };

test("the type with the name is named by where it stands, if it stands somewhere", () => {
  const context = contextOf({}, { contract: { package: scoped } });
  const nameAt = new Map([
    ["#/$defs/Pet", "Pet"],
    ["b.json#/$defs/a~1b", "AB"],
  ]);
  const line = '"b.json#/$defs/a~1b": "MyStoreAB"';
  expect(underNames("AB", nameAt, context)).toBe(`\`names\` in the contract, as in ${line}`);
  expect(underNames("PlainPet", nameAt, context)).toBe("`names` in the contract");
});

test("a type that an entry names is not to be named again", () => {
  const context = contextOf({}, { contract: { entries: { Pet: { at: "#/$defs/Pet", direction: "both" } } } });
  expect(underNames("Pet", new Map([["#/$defs/Pet", "Pet"]]), context)).toBe("`names` in the contract");
});

test("of many types of one name each is told with another, so that all lines can be pasted at once", () => {
  const pet = { $defs: { Pet: { type: "object", properties: { id: {} } }, Blob: { type: "string" } } };
  const files = { "a.json": pet, "b/c.json": pet, "MyStorePet.json": pet };
  const refs = [
    ...["pet", "a-b", "a_b", "a.b"].map((key) => `#/$defs/${key}`),
    ...Object.keys(files).map((file) => `${file}#/$defs/Pet`),
  ];
  const schema = {
    prefixItems: [...refs, ...Object.keys(files).map((file) => `${file}#/$defs/Blob`)].map(($ref) => ({ $ref })),
    $defs: { pet: pet.$defs.Pet, "a-b": { type: "string" }, a_b: { type: "string" }, "a.b": { type: "string" } },
  };
  const context = contextOf(schema, { contract: { package: scoped }, files });
  name(bundle(annotatedIn(context), context), context);
  const lines = context.problems.map(({ hint }) => JSON.parse(`{${/".*$/.exec(hint)?.[0]}}`) as object);
  const names = Object.assign({}, ...lines) as Record<string, string>;
  expect(names).toEqual({
    "#/$defs/a_b": "MyStoreAB",
    "#/$defs/a.b": "MyStoreAB2",
    "a.json#/$defs/Pet": "APet",
    "b/c.json#/$defs/Pet": "BCPet",
    "MyStorePet.json#/$defs/Pet": "MyStorePetPet",
    "a.json#/$defs/Blob": "MyStoreBlob",
    "b/c.json#/$defs/Blob": "BCBlob",
    "MyStorePet.json#/$defs/Blob": "MyStorePetBlob",
  });

  const mended = contextOf(schema, { contract: { package: scoped, names }, files });
  name(bundle(annotatedIn(mended), mended), mended);
  expect(mended.problems).toEqual([]);
});

test("what is wrong inside of a type that loses its name is told in the same run", () => {
  const titled = (title: string, properties: JsonObject): Json => ({ type: "object", title, properties });
  const owned = (id: Json): Json => titled("Repo", { owner: titled("User", { id, plan: titled("Plan", { id }) }) });
  const schema = { title: "Root", properties: { base: owned({ type: "string" }), head: owned({ type: "integer" }) } };
  const inner = "#/properties/head/properties/owner/properties/plan";
  const context = contextOf(schema, { contract: { names: { [`${inner}/properties/id`]: "Id" } } });
  name(bundle(annotatedIn(context), context), context);
  expect(context.problems.map(({ code, hint }) => [code, /"#.*$/.exec(hint)?.[0]])).toEqual([
    ["SW220", '"#/properties/head": "RootHead"'],
    ["SW220", '"#/properties/head/properties/owner": "RootHeadOwner"'],
    ["SW220", `"${inner}": "RootHeadOwnerPlan"`],
  ]);
});

test.for([
  ["PGröße", "PGroe"],
  ["_4dX", "Type4dX"],
  ["订单a", "A"],
  ["订单", "Type"],
  ["A_B1", "A_B1"],
] as const)("a contract takes %s as %s", ([given, taken]) => {
  expect(contractName(given)).toBe(taken);
});

test("what is proposed is a name that a contract takes", () => {
  const contract = { package: { ...scoped, name: "3d.js" } };
  const files = { "4d.json": { $defs: { x: { type: "object" } } } };
  const schema = {
    prefixItems: [{ $ref: "#/$defs/x" }, { $ref: "#/$defs/X" }, { $ref: "4d.json#/$defs/x" }],
    $defs: { x: { type: "object" }, X: { type: "object" } },
  };
  const context = contextOf(schema, { contract, files });
  name(bundle(annotatedIn(context), context), context);
  expect(context.problems.map(({ hint }) => /as in .*$/.exec(hint)?.[0])).toEqual([
    'as in "#/$defs/X": "Type3dJsX"',
    'as in "4d.json#/$defs/x": "Type4dX"',
  ]);
});
