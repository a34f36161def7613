/** Rule options: what is sent in, the types of what a factory takes beside the input out. */
import { describe, expect, test } from "vitest";
import type { Contract } from "#generator/contract.js";
import type { Definitions, Schema } from "#generator/json/json-schema.js";
import { direct } from "#generator/schema/direct/direct.js";
import { discriminate } from "#generator/schema/discriminate/discriminate.js";
import { options } from "#generator/schema/options/options.js";
import { itemIn } from "#generator/schema/reading/list-item.js";
import { contextOf, namedOf, plain, told } from "../support/rules.js";

const text = { type: "string" } as const;
const ref = (name: string): { $ref: string } => ({ $ref: `#/$defs/${name}` });
const object = (properties: object, more: object = {}): Definitions[string] => ({
  type: "object",
  properties: properties as Definitions,
  ...more,
});
/** Options of a type that does not say whether it takes other properties. */
const closed = (properties: object, more: object = {}): Definitions[string] =>
  object(properties, { additionalProperties: false, ...more });
const steps = { of: "Root", at: "#/$defs/Step", tag: "kind", input: "input", unknownTags: "reject" } as const;
const contract: Partial<Contract> = { entries: { Root: { at: "#/$defs/Root", direction: "request" } }, steps };
const root = object({ steps: { items: ref("Step") } });
const step = (properties: object, more: object = {}): Definitions[string] =>
  object({ kind: { enum: ["a", "b-c"] }, ...properties }, { required: ["kind"], ...more });

interface Case {
  readonly name: string;
  readonly in: Definitions;
  readonly contract?: Partial<Contract>;
  /** What is added to the definitions. */
  readonly added: Definitions;
  readonly optionsOf: Readonly<Record<string, string>>;
  readonly problems?: readonly string[];
}

function run({ in: $defs, contract: more }: Pick<Case, "in" | "contract">) {
  const context = contextOf({}, { contract: { ...contract, ...more } });
  const directed = direct(discriminate(namedOf($defs), context), context);
  const { $defs: out, optionsOf } = options(directed, context);
  const added = Object.fromEntries(Object.entries(out).filter(([name]) => !Object.hasOwn(directed.$defs, name)));
  return { added: plain(added), optionsOf: Object.fromEntries(optionsOf), problems: told(context.problems) };
}

describe("what can be said beside the input is a type of its own", () => {
  const cases: readonly Case[] = [
    {
      name: "one for all steps where they agree, and one for the workflow",
      in: {
        Root: object({ steps: { items: ref("Step") }, tags: text }, { required: ["tags", "steps"] }),
        Step: step({ name: text, input: text, retries: text }, { required: ["kind", "input", "retries"] }),
      },
      added: {
        StepOptions: closed({ name: text, retries: text }, { required: ["retries"] }),
        RootOptions: closed({ tags: text }, { required: ["tags"] }),
      },
      optionsOf: { AStep: "StepOptions", BCStep: "StepOptions", Root: "RootOptions" },
    },
    {
      name: "none of a workflow that has nothing but its steps, even where it says so at length",
      in: {
        Root: object({ steps: { items: ref("Step") } }, { dependentSchemas: {}, patternProperties: {} }),
        Step: step({}),
      },
      added: {},
      optionsOf: {},
    },
    {
      name: "those of a workflow whose list has the empty name",
      in: { Root: object({ "": { items: ref("Step") }, x: text }), Step: step({}) },
      added: { RootOptions: closed({ x: text }) },
      optionsOf: { Root: "RootOptions" },
    },
    {
      name: "open as the type itself, where that says so",
      in: { Root: root, Step: step({ name: text }, { additionalProperties: text }) },
      added: { StepOptions: object({ name: text }, { additionalProperties: text }) },
      optionsOf: { AStep: "StepOptions", BCStep: "StepOptions" },
    },
    {
      name: "none where there is nothing to say",
      in: { Root: root, Step: step({ input: text }) },
      added: {},
      optionsOf: {},
    },
    {
      name: "one for each step where they differ",
      in: {
        Root: root,
        Step: { oneOf: [ref("A"), ref("B"), ref("C")] },
        A: object({ kind: { const: "a" }, x: text }, { required: ["kind"] }),
        B: object({ kind: { const: "b-c" }, y: text }, { required: ["kind"] }),
        C: object({ kind: { const: "c" } }, { required: ["kind"] }),
      },
      added: { AStepOptions: closed({ x: text }), BCStepOptions: closed({ y: text }) },
      optionsOf: { A: "AStepOptions", B: "BCStepOptions" },
    },
    {
      name: "none for a workflow whose list is not of these steps",
      in: { Root: object({ steps: { items: text }, step: ref("Step"), x: text }), Step: step({}) },
      added: {},
      optionsOf: {},
    },
    {
      name: "none without steps",
      in: { Root: object({ x: text }) },
      contract: { steps: undefined } as unknown as Partial<Contract>,
      added: {},
      optionsOf: {},
    },
    {
      name: "a type that has the name already is told",
      in: {
        Root: object({ steps: { items: ref("Step") }, x: ref("StepOptions") }),
        Step: step({ name: text }),
        StepOptions: text,
      },
      added: { RootOptions: closed({ x: ref("StepOptions") }) },
      optionsOf: { AStep: "StepOptions", BCStep: "StepOptions", Root: "RootOptions" },
      problems: [
        "SW220 api/x.schema.json#/$defs/Step two types become the name StepOptions, the second at options of AStep",
      ],
    },
    {
      name: "two steps whose options would have one name are told",
      in: {
        Root: root,
        Step: { oneOf: [ref("A"), ref("B")] },
        A: object({ kind: { const: "b-c" }, x: text }, { required: ["kind"] }),
        B: object({ kind: { const: "b_c" }, y: text }, { required: ["kind"] }),
      },
      added: { BCStepOptions: closed({ x: text }) },
      optionsOf: { A: "BCStepOptions", B: "BCStepOptions" },
      problems: [
        "SW220 api/x.schema.json#/$defs/B two types become the name BCStepOptions, the second at options of B",
      ],
    },
    {
      name: "a factory that the contract names gives its options their name, too",
      in: {
        Root: root,
        Step: { oneOf: [ref("A"), ref("B")] },
        A: object({ kind: { const: "b-c" }, x: text }, { required: ["kind"] }),
        B: object({ kind: { const: "b_c" }, y: text }, { required: ["kind"] }),
      },
      contract: { steps: { ...steps, factories: { b_c: "later" } } },
      added: { BCStepOptions: closed({ x: text }), LaterStepOptions: closed({ y: text }) },
      optionsOf: { A: "BCStepOptions", B: "LaterStepOptions" },
    },
    {
      name: "a name that is demanded and not described",
      in: { Root: object({ steps: { items: ref("Step") } }, { required: ["steps", "name"] }), Step: step({}) },
      added: { RootOptions: closed({ name: true }, { required: ["name"] }) },
      optionsOf: { Root: "RootOptions" },
    },
    {
      name: "branches and dependencies beside the properties, closed where they name nothing else",
      in: {
        Root: object(
          { steps: { items: ref("Step") }, a: text, b: text },
          {
            oneOf: [{ required: ["a", "steps"] }, { required: ["b"] }],
            dependentRequired: { steps: ["a", "steps"], a: ["b", "steps"], b: ["steps"] },
            dependentSchemas: { steps: { required: ["b"] }, a: { required: ["b", "steps"] } },
          },
        ),
        Step: step(
          { a: text, b: text },
          { required: ["kind"], anyOf: [{ required: ["a", "kind"] }, { required: ["b"] }] },
        ),
      },
      added: {
        RootOptions: closed(
          { a: text, b: text },
          {
            required: ["a"],
            oneOf: [{ required: ["a"] }, { required: ["b"] }],
            dependentRequired: { a: ["b"] },
            dependentSchemas: { a: { required: ["b"] } },
            allOf: [{ required: ["b"] }],
          },
        ),
        StepOptions: closed({ a: text, b: text }, { anyOf: [{ required: ["a"] }, { required: ["b"] }] }),
      },
      optionsOf: { AStep: "StepOptions", BCStep: "StepOptions", Root: "RootOptions" },
    },
    {
      name: "open where a branch or a pattern knows other names",
      in: {
        Root: object({ steps: { items: ref("Step") } }, { anyOf: [object({ x: text }), object({ y: text })] }),
        Step: step({}, { patternProperties: { "^x-": text } }),
      },
      added: {
        RootOptions: object({}, { anyOf: [object({ x: text }), object({ y: text })] }),
        StepOptions: object({}, { patternProperties: { "^x-": text } }),
      },
      optionsOf: { AStep: "StepOptions", BCStep: "StepOptions", Root: "RootOptions" },
    },
    {
      name: "what stands beside a reference, and what it leads to without the steps",
      in: {
        Root: { ...ref("Base"), required: ["x"] },
        Base: object({ steps: { items: ref("Step") }, x: text }, { allOf: [ref("More"), ref("Same")] }),
        More: object({ steps: true, y: text }),
        Same: object({ z: text }),
        Step: step({}),
      },
      added: {
        RootOptions: {
          type: "object",
          required: ["x"],
          allOf: [object({ x: text }, { allOf: [object({ y: text }), ref("Same")] })],
        },
      },
      optionsOf: { Root: "RootOptions" },
    },
    {
      name: "nothing that depends on what the steps hold, and no count of the properties",
      in: {
        Root: object(
          { steps: { items: ref("Step") }, x: text },
          {
            if: { properties: { steps: { maxItems: 1 } } },
            then: { required: ["x"] },
            not: { properties: { steps: { maxItems: 0 } } },
            minProperties: 2,
            maxProperties: 2,
            default: { steps: [] },
          },
        ),
        Step: step({}),
      },
      added: {
        RootOptions: closed({ x: text }, { allOf: [{ anyOf: [{ required: ["x"] }, true] }], minProperties: 1 }),
      },
      optionsOf: { Root: "RootOptions" },
    },
    {
      name: "any name where the schema asks for more than it names, or says what others are",
      in: {
        Root: object({ steps: { items: ref("Step") } }, { minProperties: 2 }),
        Step: step({}, { additionalProperties: text }),
      },
      added: {
        RootOptions: object({}, { minProperties: 1 }),
        StepOptions: object({}, { additionalProperties: text }),
      },
      optionsOf: { AStep: "StepOptions", BCStep: "StepOptions", Root: "RootOptions" },
    },
    {
      name: "hostile names are names",
      in: { Root: root, Step: step(JSON.parse('{"__proto__":{"type":"string"},"constructor":true}') as object) },
      added: {
        StepOptions: JSON.parse(
          '{"type":"object","properties":{"__proto__":{"type":"string"},"constructor":true},"additionalProperties":false}',
        ) as Definitions[string],
      } as Definitions,
      optionsOf: { AStep: "StepOptions", BCStep: "StepOptions" },
    },
  ];
  test.for(cases.map((each) => [each.name, each] as const))("%s", ([, each]) => {
    const { added, optionsOf, problems } = run(each);
    expect(problems).toEqual(each.problems ?? []);
    expect(added).toEqual(each.added);
    expect(optionsOf).toEqual(each.optionsOf);
  });
});

test.each<readonly [Schema, string | undefined]>([
  [{ type: ["array", "null"], items: ref("Step") }, "Step"],
  [ref("List"), "Step"],
  [{ allOf: [ref("List"), { minItems: 1 }] }, "Step"],
  [{ anyOf: [ref("List"), { type: "null" }] }, "Step"],
  [{ oneOf: [{ type: "null" }, { items: ref("Step") }] }, "Step"],
  [{ anyOf: [ref("List"), text] }, undefined],
  [{ items: text }, undefined],
  [true, undefined],
])("what the items of %j are", (list, expected) => {
  expect(itemIn(list, { List: { type: "array", items: ref("Step") }, Step: object({}) })).toBe(expected);
});
