/** A package made in several threads is the one that is made in this one, and what goes wrong there is told here. */
import { availableParallelism } from "node:os";
import { expect, test } from "vitest";
import { Failure } from "#generator/diagnostics.js";
import type { Job } from "#generator/emit/parts.js";
import { generate } from "#generator/generate.js";
import { load } from "#generator/load/load.js";
import { makeHere, type Make } from "#generator/make.js";
import { prepare } from "#generator/prepare.js";
import { startThreads } from "#generator/threads.js";

const inputs = () => load("schemas/civitai-workflow.contract.json");

async function withThreads<T>(work: (make: Make) => Promise<T>): Promise<T> {
  const { make, stop } = startThreads();
  return work(make).finally(stop);
}

test("the same files in the same order", async () => {
  const here = await generate(await inputs());
  const there = await withThreads(async (make) => generate(await inputs(), make));
  expect([...there.files]).toEqual([...here.files]);
});

// Unicode 17's letters are unknown to TypeScript, so no module can declare them.
const { canonical, model } = prepare(await inputs());
const misnamed: Job = {
  part: "steps",
  types: canonical.types,
  model: { ...model, constants: [{ name: "\u{10940}", type: "X", values: [] }] },
};

test.each([
  ["here", makeHere],
  ["in a thread", (job: Job) => withThreads((make) => make(job))],
])("a failure %s is a failure", async (_, make) => {
  const error: unknown = await make(misnamed).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Failure);
  expect((error as Failure).diagnostics).toMatchObject([{ code: "SW241", severity: "error" }]);
});

test.skipIf(availableParallelism() < 2)("a bug in a thread is that bug, and ends the run", async () => {
  const bug = withThreads((make) => make({ ...misnamed, model: { ...model, constants: [{} as never] } }));
  await expect(bug).rejects.toThrow(TypeError);
});

test("several parts that fail are one failure", async () => {
  const failing: Make = ({ part }) =>
    Promise.reject(new Failure([{ code: "SW240", severity: "error", message: part, hint: "" }]));
  const error: unknown = await generate(await inputs(), failing).catch((thrown: unknown) => thrown);
  expect((error as Failure).diagnostics.map(({ message }) => message)).toEqual(["validators", "steps", "texts"]);
});
