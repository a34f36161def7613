import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { nameClashes } from "#generator/model/name-clashes.js";
import type { Workflow } from "#generator/model/model.js";
import { packageTypeNames } from "#generator/schema/package-type-names.js";
import { civitaiModel, civitaiSchema } from "./fixtures/civitai.js";

const types = Object.keys(civitaiSchema.$defs);
const [imageGen] = civitaiModel.steps.variants;
const withFactory = (factory: string): Workflow => ({
  ...civitaiModel,
  steps: { ...civitaiModel.steps, variants: [{ ...imageGen!, factory }] },
});

test("the Civitai package has none", () => expect(nameClashes(civitaiModel, types)).toEqual([]));

test("an entry named Step and the narrowing of steps are both called isStep", () => {
  const entries = [{ name: "Step", type: "Step", direction: "response" }] as const;
  expect(nameClashes({ ...civitaiModel, entries }, types)).toEqual([
    { name: "isStep", uses: ["isStep, which every package has", "isStep of the entry Step"] },
  ]);
});

test.each([
  ["StepInput", "the type StepInput"],
  ["STEP_TYPES", "the constant STEP_TYPES"],
  ["workflow", "workflow, which every package has"],
  ["isWorkflow", "isWorkflow of the entry Workflow"],
  ["workflowSchema", "workflowSchema of the entry Workflow"],
])("a factory named %s is also %s", (factory, other) => {
  const [clash, ...others] = nameClashes(withFactory(factory), types);
  expect(others).toEqual([]);
  expect(clash?.name).toBe(factory);
  expect(clash?.uses.toSorted()).toEqual([other, 'the factory of "imageGen"'].toSorted());
});

test("two factories of one name", () => {
  const variants = [imageGen!, { ...imageGen!, tag: "image-gen" }];
  const clashes = nameClashes({ ...civitaiModel, steps: { ...civitaiModel.steps, variants } }, types);
  expect(clashes).toEqual([{ name: "imageGen", uses: ['the factory of "imageGen"', 'the factory of "image-gen"'] }]);
});

test("a type named like something of the validators", () => {
  expect(nameClashes(civitaiModel, [...types, "Issue"]).map(({ name }) => name)).toEqual(["Issue"]);
});

test("the types that every package has are those of its validators", () => {
  const declared = readFileSync("generated/validators.d.ts", "utf8").matchAll(
    /^export (?:interface|type|declare class) (\w+)/gm,
  );
  expect([...declared].map(([, name]) => name).toSorted()).toEqual([...packageTypeNames].toSorted());
});
