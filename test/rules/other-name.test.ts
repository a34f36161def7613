/** The line for the contract's `names` that mends two types of one name. */
import { expect, test } from "vitest";
import { otherName, underNames } from "#generator/schema/name/other-name.js";
import { contextOf } from "../support/rules.js";

const scoped = { name: "@pets/my-store", version: "1.0.0", license: "MIT", description: "Pets." };
const context = contextOf({}, { contract: { package: scoped } });

test("the package's name stands in front, its scope does not", () => {
  expect(otherName("#/$defs/a~1b", "AB", context)).toBe('"#/$defs/a~1b": "MyStoreAB"');
});

test("the type with the name is named by where it stands, if it stands somewhere", () => {
  const nameAt = new Map([
    ["#/$defs/Pet", "Pet"],
    ["b.json#/$defs/Pet", "OtherPet"],
  ]);
  const example = ', as in "b.json#/$defs/Pet": "MyStoreOtherPet"';
  expect(underNames("OtherPet", nameAt, context)).toEqual({ key: "`names`", example });
  expect(underNames("PlainPet", nameAt, context)).toEqual({ key: "`names`", example: "" });
});
