import { expect, test } from "vitest";
import { deduplicated } from "#generator/emit/validators/program/deduplicate.js";
import { project } from "#generator/emit/validators/program/project.js";
import type { Definitions, Schema } from "#generator/json/json-schema.js";

const wide: Schema = { type: "integer", minimum: 256, maximum: 2048, multipleOf: 8 };
const filled: Schema = { type: "array", minItems: 1, items: wide };
const short: Schema = { type: "string", enum: ["16:9", "1:1", "9:16", "auto", "as the picture has it"] };
const long: Schema = { type: "string", enum: ["21:9", "16:9", "4:3", "1:1", "3:4", "9:16", "9:21", "auto"] };
const each = (properties: Definitions): Schema => ({ type: "object", properties });
const orReference = (schema: Schema): Schema => ({ anyOf: [schema, { $ref: "#/$defs/StepReference" }] });

test.each<[string, Definitions, readonly string[]]>([
  ["its property", three("ratio", short), ["RatioValue"]],
  [
    "what it takes, where that has several names",
    { A: each({ width: wide, height: wide, depth: wide }) },
    ["Integer256To2048Value"],
  ],
  [
    "what is in it, where that has several names",
    { A: each({ in: filled, out: filled, at: filled }) },
    ["ArrayFrom1OfInteger256To2048Value", "Integer256To2048Value"],
  ],
  [
    "its range, too, where another has that name",
    { ...three("width", wide, "Old"), ...three("width", { ...wide, minimum: -1.5e-7, maximum: 1e21 }) },
    ["Width256To2048Value", "WidthMinus1Point5eMinus7To1e21Value"],
  ],
  [
    "its type, too, where another has that name",
    { ...three("ratio", short, "Old"), ...three("ratio", long) },
    ["OldARatioValue", "ARatioValue"],
  ],
  ["its type without what says that the tag is known", bodies(), ["RunRatioValue", "WalkRatioValue"]],
  ["the list that it is in", three("sizes", { type: "array", items: wide }), ["SizesValue", "SizesItemValue"]],
  [
    "what it may be instead",
    { ...three("ratio", orReference(short)), StepReference: {} },
    ["RatioOrReference", "RatioValue"],
  ],
])("a part that is there three times is called after %s", (_, $defs, expected) => {
  expect(sharedIn($defs)).toEqual(expected);
});

test("one more part leaves the names of the others alone", () => {
  const two = { ...three("ratio", short, "Old"), ...three("ratio", long) };
  const added = three(
    "ratio",
    { type: "string", enum: ["4:3", "3:4", "1:1", "a ratio that is not yet known"] },
    "First",
  );
  expect(sharedIn({ ...added, ...two })).toEqual(["FirstARatioValue", ...sharedIn(two)]);
});

function three(property: string, schema: Schema, before = ""): Definitions {
  return Object.fromEntries(
    ["A", "B", "C"].map((name) => [before + name, each({ [property]: schema, [`of${before}${name}`]: true })]),
  );
}

/** Variants that differ in their other properties; two ratios, each in three of them. */
function bodies(): Definitions {
  const variants = ["Run", "Jog", "Sprint", "Walk", "Stroll", "Hike"];
  const variant = (name: string, index: number): Schema =>
    each({ do: { const: name }, ratio: index < 3 ? short : long, [name]: true });
  const mapping = Object.fromEntries(variants.map((name) => [name, `#/$defs/${name}`]));
  return {
    Step: { oneOf: [], discriminator: { propertyName: "do", mapping } },
    ...Object.fromEntries(variants.map((name, index) => [name, variant(name, index)])),
  };
}

/** The functions that the parts became. */
function sharedIn($defs: Definitions): readonly string[] {
  const names = Object.keys($defs).slice(0, "Step" in $defs ? 1 : undefined);
  const program = project($defs, names, new Map());
  return [...deduplicated(program, new Set(names)).keys()].filter((name) => !program.has(name));
}
