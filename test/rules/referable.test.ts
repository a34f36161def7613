/** Definitions of one direction in; the same out, with references to other steps inside steps' inputs and nowhere else. */
import { describe, expect, test } from "vitest";
import type { Contract } from "#generator/contract.js";
import type { Definitions, Schema } from "#generator/json/json-schema.js";
import { referable } from "#generator/schema/step-references/referable.js";
import { referenceDefinition } from "#generator/schema/step-references/step-references.js";
import { contextOf, namedOf, plain, told } from "../support/rules.js";

const text = { type: "string" } as const;
const ref = (name: string): { $ref: string } => ({ $ref: `#/$defs/${name}` });
const object = (properties: object, more: object = {}): Definitions[string] => ({
  type: "object",
  properties: properties as Definitions,
  ...more,
});
const or = (schema: Schema): Schema => ({ anyOf: [schema, ref("StepReference")] });
const union = (propertyName: string, mapping: Readonly<Record<string, string>>): Definitions[string] => ({
  oneOf: [...new Set(Object.values(mapping))].map(ref),
  discriminator: {
    propertyName,
    mapping: Object.fromEntries(Object.entries(mapping).map(([tag, name]) => [tag, ref(name).$ref])),
  },
});
const contract: Partial<Contract> = {
  entries: { Root: { at: "#/$defs/Root", direction: "request" } },
  steps: { of: "Root", at: "#/$defs/Step", tag: "do", unknownTags: "reject", stepReferences: true },
};
const root = object({ steps: { items: ref("Step") } });
const Step = union("do", { draw: "Draw" });
const draw = (input: Schema, more: object = {}): Definitions[string] =>
  object({ do: { const: "draw" }, name: text, input }, more);

function run($defs: Definitions, entries: readonly string[] = ["Root"]) {
  const context = contextOf({}, { contract });
  const named = namedOf($defs);
  const { StepReference, ...made } = Object.fromEntries(
    referable(new Map(Object.entries(named.$defs)), entries, "request", named, context),
  );
  return { made: plain(made), reference: StepReference, problems: told(context.problems) };
}

describe("a value inside a step's input may be a reference", () => {
  const cases: readonly { readonly name: string; readonly in: Definitions; readonly out: Definitions }[] = [
    {
      name: "a property, an item and what has any name, but not the input itself nor what stands beside it",
      in: {
        Root: root,
        Step,
        Draw: draw(object({ a: text, b: { items: text }, c: true }, { patternProperties: { "^x": text } })),
      },
      out: {
        Root: root,
        Step,
        Draw: draw(
          object({ a: or(text), b: or({ items: or(text) }), c: true }, { patternProperties: { "^x": or(text) } }),
        ),
      },
    },
    {
      name: "at any depth, through definitions",
      in: { Root: root, Step, Draw: draw(ref("In")), In: object({ a: ref("Deep") }), Deep: object({ b: text }) },
      out: {
        Root: root,
        Step,
        Draw: draw(ref("In")),
        In: object({ a: or(ref("Deep")) }),
        Deep: object({ b: or(text) }),
      },
    },
    {
      name: "but not a constant, though a list of one value may grow",
      in: {
        Root: root,
        Step,
        Draw: draw(object({ a: { const: 1 }, b: { enum: ["x"] }, c: ref("One"), d: { ...text, enum: ["x"] } })),
        One: { enum: ["x"] },
      },
      out: {
        Root: root,
        Step,
        Draw: draw(object({ a: { const: 1 }, b: { enum: ["x"] }, c: ref("One"), d: or({ ...text, enum: ["x"] }) })),
        One: { enum: ["x"] },
      },
    },
    {
      name: "nor what has one value in a branch that no tag tells, and may tell it from the others",
      in: {
        Root: root,
        Step,
        Draw: draw(object({ pet: { oneOf: [ref("Cat"), ref("Dog"), { type: "null" }] }, cat: ref("Cat") })),
        Cat: object({ kind: { ...text, enum: ["cat"] }, size: text }),
        Dog: { allOf: [ref("Sized")], ...(object({ kind: { ...text, enum: ["dog"] } }) as object) },
        Sized: object({ size: { ...text, enum: ["s"] } }),
      },
      out: {
        Root: root,
        Step,
        Draw: draw(object({ pet: or({ oneOf: [ref("Cat"), ref("Dog"), { type: "null" }] }), cat: or(ref("Cat")) })),
        Cat: object({ kind: { ...text, enum: ["cat"] }, size: or(text) }),
        Dog: { allOf: [ref("Sized")], ...(object({ kind: { ...text, enum: ["dog"] } }) as object) },
        Sized: object({ size: or({ ...text, enum: ["s"] }) }),
      },
    },
    {
      name: "nor a tag, of whatever values, at each level that it is said",
      in: {
        Root: root,
        Step,
        Draw: draw(object({ pet: ref("Pet") })),
        Pet: union("kind", { cat: "Cat", lion: "Cat", dog: "Dog" }),
        Cat: object({ kind: { enum: ["cat", "lion"] }, size: { enum: ["s", "m"] } }),
        Dog: union("size", { s: "Small" }),
        Small: { allOf: [ref("Sized"), { properties: { kind: { enum: ["dog", "wolf"] } } }] },
        Sized: object({ size: { enum: ["s", "m"] }, name: text }),
      },
      out: {
        Root: root,
        Step,
        Draw: draw(object({ pet: or(ref("Pet")) })),
        Pet: union("kind", { cat: "Cat", lion: "Cat", dog: "Dog" }),
        Cat: object({ kind: { enum: ["cat", "lion"] }, size: or({ enum: ["s", "m"] }) }),
        Dog: union("size", { s: "Small" }),
        Small: { allOf: [ref("Sized"), { properties: { kind: { enum: ["dog", "wolf"] } } }] },
        Sized: object({ size: { enum: ["s", "m"] }, name: or(text) }),
      },
    },
    {
      name: "of a type that stands elsewhere too in a form of its own, with all that leads to it",
      in: {
        Root: object({ steps: { items: ref("Step") }, to: ref("Mail") }),
        Step,
        Draw: draw(object({ mail: ref("Mail"), land: ref("Land") })),
        Mail: object({ to: ref("Address"), land: ref("Land") }),
        Address: object({ street: text }),
        Land: { enum: ["ch", "de"] },
      },
      out: {
        Root: object({ steps: { items: ref("Step") }, to: ref("Mail") }),
        Step,
        Draw: draw(object({ mail: or(ref("ReferableMail")), land: or(ref("Land")) })),
        Mail: object({ to: ref("Address"), land: ref("Land") }),
        ReferableMail: object({ to: or(ref("ReferableAddress")), land: or(ref("Land")) }),
        Address: object({ street: text }),
        ReferableAddress: object({ street: or(text) }),
        Land: { enum: ["ch", "de"] },
      },
    },
    {
      name: "of a step inside a step, all of it",
      in: { Root: root, Step, Draw: draw(object({ then: ref("Step") })) },
      out: {
        Root: root,
        Step,
        ReferableStep: union("do", { draw: "ReferableDraw" }),
        Draw: draw(object({ then: or(ref("ReferableStep")) })),
        ReferableDraw: object({
          do: { const: "draw" },
          name: or(text),
          input: or(object({ then: or(ref("ReferableStep")) })),
        }),
      },
    },
    {
      name: "in all that the step says of its input: in conditions, and in what asks the same value",
      in: {
        Root: root,
        Step,
        Draw: draw(object({ a: text }), {
          if: { ...ref("DrawAlone"), required: ["name"] },
          then: { properties: { input: ref("Small") } },
          dependentSchemas: { name: object({ input: object({ a: text }), b: text }) },
        }),
        DrawAlone: object({ do: { const: "draw" }, input: object({ a: text }), b: text }),
        Small: object({ a: { maxLength: 2 } }),
      },
      out: {
        Root: root,
        Step,
        Draw: draw(object({ a: or(text) }), {
          if: { ...ref("DrawAlone"), required: ["name"] },
          then: { properties: { input: ref("Small") } },
          dependentSchemas: { name: object({ input: object({ a: or(text) }), b: text }) },
        }),
        DrawAlone: object({ do: { const: "draw" }, input: object({ a: or(text) }), b: text }),
        Small: object({ a: or({ maxLength: 2 }) }),
      },
    },
  ];
  test.for(cases.map((each) => [each.name, each] as const))("%s", ([, { in: $defs, out }]) => {
    expect(run($defs)).toEqual({ made: out, reference: referenceDefinition, problems: [] });
  });

  test("of an entry that is an input, too", () => {
    const $defs = { Root: root, Step, Draw: draw(ref("In")), In: object({ a: text }) };
    expect(run($defs, ["Root", "In"]).made).toEqual({ ...$defs, In: object({ a: or(text) }) });
  });
});

test("a name that a type has already is told", () => {
  const shared = object({ a: text });
  const { problems } = run({
    Root: object({ steps: { items: ref("Step") }, a: ref("Shared") }),
    Step,
    Draw: draw(ref("Shared")),
    Shared: shared,
    ReferableShared: text,
    StepReference: text,
  });
  expect(problems).toEqual([
    "SW220 api/x.schema.json#/$defs/StepReference two types become the name StepReference, the second at the input of a step",
    "SW220 api/x.schema.json#/$defs/ReferableShared two types become the name ReferableShared, the second at the input of a step",
  ]);
});
