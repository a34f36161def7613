/** A package made in several threads is the one that is made in this one, and what goes wrong there is told here. */
import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { expect, test } from "vitest";
import { Failure } from "#generator/diagnostics.js";
import type { Job } from "#generator/emit/parts/jobs.js";
import { generate, prepare } from "#generator/generate.js";
import { load } from "#generator/load/load.js";
import { makeHere, type Make } from "#generator/threads/make.js";
import { startThreads } from "#generator/threads/threads.js";
import { cli, commandFolder, contractOfA } from "../support/command-folder.js";

const inputs = () => load("schemas/civitai-workflow.contract.json");

async function withThreads<T>(work: (make: Make) => Promise<T>): Promise<T> {
  const { make, stop } = startThreads();
  return work(make).finally(stop);
}

test("the same files in the same order", async () => {
  const here = await generate(await inputs(), makeHere);
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

const preload = `--import=data:text/javascript,${encodeURIComponent(
  'import { isMainThread } from "node:worker_threads"; if (!isMainThread) process.exit(3);',
)}`;

test.each([
  ["a flag for this process is not one for its threads", [preload], {}],
  ["what threads that end at once would have made is made here", [], { NODE_OPTIONS: preload }],
  [
    "so is it where there may be no threads",
    ["--experimental-permission", "--allow-fs-read=*", "--allow-fs-write=*"],
    {},
  ],
])("%s", (_, flags, env) => {
  const command = commandFolder();
  command.write("a.contract.json", contractOfA);
  command.write("a.schema.json", { type: "object" });
  const options = { cwd: command.path, env: { PATH: process.env["PATH"], ...env }, encoding: "utf8" } as const;
  const { status, stdout } = spawnSync(process.execPath, [...flags, cli, "generate", "a.contract.json"], options);
  command.remove();
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^generated \d+ files/)]);
});

test("several parts that fail are one failure", async () => {
  const failing: Make = ({ part }) =>
    Promise.reject(new Failure([{ code: "SW240", severity: "error", message: part, hint: "" }]));
  const error: unknown = await generate(await inputs(), failing).catch((thrown: unknown) => thrown);
  expect((error as Failure).diagnostics.map(({ message }) => message)).toEqual(["validators", "steps", "texts"]);
});
