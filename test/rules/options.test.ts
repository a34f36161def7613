/** Rule options: what is sent in, the types of what a factory takes beside the input out. */
import { describe, expect, test } from "vitest";
import type { Contract } from "#generator/contract.js";
import type { Definitions } from "#generator/json/json-schema.js";
import { direct } from "#generator/schema/direct/direct.js";
import { discriminate } from "#generator/schema/discriminate/discriminate.js";
import { options } from "#generator/schema/options.js";
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
