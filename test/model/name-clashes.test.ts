import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { nameClashes } from "#generator/model/name-clashes.js";
import type { Workflow } from "#generator/model/model.js";
import { packageTypeNames } from "#generator/schema/name/package-names.js";
import { civitaiModel, civitaiSchema } from "../fixtures/civitai.js";

const contract = {
  entries: { Workflow: { at: "#", direction: "both" }, Step: { at: "Step", direction: "both" } },
  names: { "#/input": "StepInput" },
} as const;
const types = Object.keys(civitaiSchema.$defs);
const [imageGen] = civitaiModel.steps.variants;
const withFactory = (factory: string): Workflow => ({
  ...civitaiModel,
  steps: { ...civitaiModel.steps, variants: [{ ...imageGen!, factory }] },
});

const entry = (name: string) => ({ pointer: `/entries/${name}`, isKey: true });
const factoryPlace = { pointer: "/steps/factories/imageGen" };

test("the Civitai package has none", () => expect(nameClashes(civitaiModel, types, contract)).toEqual([]));

test("an entry named Step and the narrowing of steps are both called isStep", () => {
  const entries = [{ name: "Step", type: "Step", direction: "response" }] as const;
  expect(nameClashes({ ...civitaiModel, entries }, types, contract)).toEqual([
    { name: "isStep", uses: ["isStep, which every package has", "isStep of the entry Step"], place: entry("Step") },
  ]);
});

test.each([
  ["StepInput", "the type StepInput", { pointer: "/names/#~1input" }],
  ["WorkflowStatus", "the type WorkflowStatus", factoryPlace],
  ["STEP_TYPES", "the constant STEP_TYPES", { pointer: "/constants/STEP_TYPES", isKey: true }],
  ["workflow", "workflow, which every package has", factoryPlace],
  ["isWorkflow", "isWorkflow of the entry Workflow", factoryPlace],
  ["workflowRequestSchema", "workflowRequestSchema of the entry WorkflowRequest", factoryPlace],
])("a factory named %s is also %s", (factory, other, place) => {
  const [clash, ...others] = nameClashes(withFactory(factory), types, contract);
  expect(others).toEqual([]);
  expect([clash?.name, clash?.place]).toEqual([factory, place]);
  expect(clash?.uses.toSorted()).toEqual([other, 'the factory of "imageGen"'].toSorted());
});

test("two factories of one name", () => {
  const variants = [imageGen!, { ...imageGen!, tag: "image-gen" }];
  const clashes = nameClashes({ ...civitaiModel, steps: { ...civitaiModel.steps, variants } }, types, contract);
  expect(clashes).toEqual([
    { name: "imageGen", uses: ['the factory of "imageGen"', 'the factory of "image-gen"'], place: factoryPlace },
  ]);
});

test("a type named like something of the validators", () => {
  expect(nameClashes(civitaiModel, [...types, "Issue"], contract).map(({ name }) => name)).toEqual(["Issue"]);
});

test("the types that every package has are those of its validators", () => {
  const declared = readFileSync("generated/validators.d.ts", "utf8").matchAll(
    /^export (?:interface|type|declare class) (\w+)/gm,
  );
  expect([...declared].map(([, name]) => name).toSorted()).toEqual([...packageTypeNames].toSorted());
});
