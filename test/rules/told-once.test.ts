/** The first half of the way: what every rule finds in a schema, and how often it is told. */
import { expect, test } from "vitest";
import { Failure, type Diagnostic } from "#generator/diagnostics.js";
import { prepare } from "#generator/generate.js";
import type { Json } from "#generator/json/json-schema.js";
import { inputsOf } from "../support/inputs.js";

const at = "#/properties/steps/items";
const steps = { of: "Flow", at, tag: "kind", unknownTags: "reject" } as const;
/** A step is an entry beside the whole that has it, and both go both ways. */
const entries = { Flow: { at: "#", direction: "both" }, FlowStep: { at, direction: "both" } } as const;

function told(input: Json): readonly string[] {
  const kind = { enum: ["a", "b"] };
  const items = { type: "object", required: ["kind"], properties: { kind, input } };
  const schema = { title: "Flow", type: "object", properties: { steps: { type: "array", items } } };
  const inputs = inputsOf(schema as Json, { contract: { entries, steps } });
  const text = inputs.schema.text.replace(String(2 ** 53), written);
  return diagnosticsOf({ ...inputs, schema: { ...inputs.schema, text } }).map(
    ({ code, place }) => `${code} ${place?.pointer}`,
  );
}

function diagnosticsOf(inputs: Parameters<typeof prepare>[0]): readonly Diagnostic[] {
  try {
    return prepare(inputs).diagnostics;
  } catch (error) {
    if (error instanceof Failure) return error.diagnostics;
    throw error;
  }
}

test.each([[[]], [1], [null]])("%j is no schema, whatever the overlay looks for in it", (schema) => {
  const inputs = inputsOf(schema, { contract: { entries } });
  const overlay = inputsOf(
    { overlay: "1.0.0", info: {}, actions: [{ target: "$.a", update: {} }] },
    { contract: { entries } },
  );
  expect(diagnosticsOf({ ...inputs, overlay: overlay.schema }).map(({ code }) => code)).toEqual(["SW201"]);
});

const draft07 = "http://json-schema.org/draft-07/schema#";

/** No JavaScript program has it. */
const written = String(2n ** 53n + 1n);

const input = `${at.slice(1)}/properties/input`;

test.each<readonly [Json, readonly string[]]>([
  [{ $ref: "#/nowhere" }, [`SW210 ${input}/$ref`]],
  [{ type: "string", pattern: "(" }, [`SW207 ${input}/pattern`]],
  [{ type: "string", pattern: "^(a+)+$" }, [`SW219 ${input}/pattern`]],
  [{ type: "string", minLenght: 1 }, [`SW251 ${input}/minLenght`]],
  [
    { $schema: draft07, $id: "other.json", type: "array", items: { $ref: "#", minItems: 1 } },
    [`SW257 ${input}/items/minItems`],
  ],
  [{ const: 2 ** 53 }, [`SW253 ${input}/const`]],
  [{ type: "object", dependencies: { a: ["b"] } }, [`SW250 ${input}/dependencies`]],
  [{ properties: { a: true } }, [`SW252 ${input}/properties`]],
])("%j in two entries is told once", (schema, expected) => expect(told(schema)).toEqual(expected));
