/** A contract's bare names become pointers, and a mistake is told where the name stands. */
import { describe, expect, test } from "vitest";
import type { Contract } from "#generator/contract.js";
import type { Json } from "#generator/json/json-schema.js";
import { resolveNames, writtenPlace } from "#generator/load/resolve-names.js";

const contract: Contract = {
  schema: "x.json",
  package: { name: "x", version: "1.0.0", license: "MIT", description: "x" },
  entries: { A: { at: "A", direction: "both" }, Root: { at: "#", direction: "both" } },
  steps: { of: "A", at: "Step", answered: "Answer", tag: "t", input: "i", unknownTags: "reject" },
  requireInRequest: { A: ["x"] },
  names: { B: "Bee", "#/x": "X" },
  constants: { KINDS: "Kind" },
};

describe("bare names become pointers", () => {
  const cases: readonly { readonly name: string; readonly in: Json; readonly folder: string }[] = [
    { name: "of an OpenAPI document", in: { openapi: "3.1.0" }, folder: "#/components/schemas/" },
    { name: "of a JSON Schema", in: {}, folder: "#/$defs/" },
    { name: "of one that has only definitions", in: { definitions: {} }, folder: "#/definitions/" },
    { name: "of one that has both", in: { definitions: {}, $defs: {} }, folder: "#/$defs/" },
  ];
  test.each(cases)("$name", ({ in: schema, folder }) => {
    const { entries, steps, requireInRequest, names, constants } = resolveNames(contract, schema);
    expect(Object.values(entries).map(({ at }) => at)).toEqual([`${folder}A`, "#"]);
    expect(steps).toEqual({ ...contract.steps, at: `${folder}Step`, answered: `${folder}Answer` });
    expect(requireInRequest).toEqual({ [`${folder}A`]: ["x"] });
    expect(names).toEqual({ [`${folder}B`]: "Bee", "#/x": "X" });
    expect(constants).toEqual({ KINDS: `${folder}Kind` });
  });
});

test("a name is one of any letters, escaped as a pointer's are", () => {
  const entries = { A: { at: "Stëp 1~2", direction: "both" } } as const;
  expect(resolveNames({ ...contract, entries }, {}).entries["A"]?.at).toBe("#/$defs/Stëp 1~02");
});

test("a place in another file is one already", () => {
  const names = { "map.json#": "MapState", "common/types.json#/$defs/Error": "FailError", "a#b": "Sharp" };
  expect(resolveNames({ ...contract, names }, {}).names).toEqual({
    "map.json#": "MapState",
    "common/types.json#/$defs/Error": "FailError",
    "#/$defs/a#b": "Sharp",
  });
});

test("a place is found where it is written", () => {
  const written = { names: { B: "Bee", "#/$defs/C": "C", "~": "D" }, requireInRequest: { A: ["x"] } };
  expect(writtenPlace("/names/#~1$defs~1B", written)).toBe("/names/B");
  expect(writtenPlace("/names/#~1$defs~1C", written)).toBe("/names/#~1$defs~1C");
  expect(writtenPlace("/names/#~1$defs~1~00", written)).toBe("/names/~0");
  expect(writtenPlace("/requireInRequest/#~1$defs~1A/0", written)).toBe("/requireInRequest/A/0");
  expect(writtenPlace("/entries/A/at", written)).toBe("/entries/A/at");
  expect(writtenPlace("", written)).toBe("");
});
