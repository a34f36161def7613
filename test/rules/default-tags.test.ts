/** Rule discriminate: the branch of a request without its tag. */
import { expect, test } from "vitest";
import type { Definitions, SchemaObject } from "#generator/json/json-schema.js";
import { discriminate } from "#generator/schema/discriminate/discriminate.js";
import { contextOf, namedOf } from "../support/rules.js";

const steps = { of: "Root", at: "#/$defs/Step", tag: "kind", unknownTags: "reject" } as const;

function defaultOf(own: string, $defs: Definitions, contract = {}): string | undefined {
  const { $defs: out } = discriminate(namedOf($defs), contextOf({}, { contract }));
  return (out[own] as SchemaObject).discriminator?.default;
}

test.for([
  ["undefined", {}],
  ["null", { default: null }],
  ["1", { default: 1 }],
])("a step with the tag %s is not the default that its text is", ([tag, more]) => {
  const kind = { type: "string", enum: [tag, "echo"], ...(more as object) } as SchemaObject;
  expect(defaultOf("Step", { Step: { type: "object", properties: { kind } } }, { steps })).toBeUndefined();
});

test("an empty tag of a mapping is no default", () => {
  const discriminator = { propertyName: "kind", mapping: { "": "#/$defs/Cat" } };
  const kind = { type: "string" } as const;
  const Pet = { type: "object", properties: { kind }, discriminator } as const;
  const Cat = { type: "object", properties: { kind } } as const;
  expect(defaultOf("Pet", { Pet, Cat })).toBeUndefined();
  expect(defaultOf("Pet", { Pet: { ...Pet, properties: { kind: { ...kind, default: "" } } }, Cat })).toBe(
    "#/$defs/Cat",
  );
});
