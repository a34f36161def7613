import { expect, test } from "vitest";
import { emitPart } from "#generator/emit/parts/emit-part.js";
import { jobsOf, type Job } from "#generator/emit/parts/jobs.js";
import { prepare } from "#generator/generate.js";
import { inputsOf } from "../support/inputs.js";

const contract = { entries: { Root: { at: "#", direction: "both" } } } as const;
const inputs = inputsOf(
  {
    properties: { kind: { enum: ["a", "b"] } },
    if: { required: ["kind"], properties: { kind: { const: "a" } } },
    then: { properties: { a: { type: "integer" } } },
    else: { properties: { b: { type: "integer" } } },
    unevaluatedProperties: false,
  },
  { contract },
);

async function filesOf(job: Job): Promise<unknown> {
  const files = [];
  for await (const file of emitPart(job)) files.push(file);
  return files;
}

test.each(jobsOf(prepare(inputs)))("a thread that is sent the job of the $part makes the same of it", async (job) => {
  expect(await filesOf(structuredClone(job))).toEqual(await filesOf(job));
});

test("the mark of a rule is told to nobody", async () => {
  const [validators] = jobsOf(prepare(inputs)) as [Job];
  expect(JSON.stringify(await filesOf(validators)).includes("$comment")).toBe(false);
});
