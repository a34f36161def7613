/**
 * `generate --watch`, the real command: every test saves files and waits for what is printed, never for time to pass. The command
 * stands still while something is saved, so that it sees all of it at once, however long that takes.
 */
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import path from "node:path";
import timers from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { burstsUntil } from "#generator/watch/bursts.js";
import { watchFiles, type FileWatcher } from "#generator/watch/watch-files.js";
import { beforeOperation } from "../support/before-operation.js";
import { commandFolder, contractOfA, type CommandFolder } from "../support/command-folder.js";

interface Report {
  readonly exitCode: number;
  readonly result?: string;
  readonly written?: { readonly changed: readonly string[] };
  readonly diagnostics: readonly { readonly code: string }[];
}

let command: CommandFolder;
let watching: ChildProcessWithoutNullStreams;
let reports: AsyncGenerator<Report>;
let first: readonly Report[];

beforeEach(async () => {
  command = commandFolder();
  fs.mkdirSync(path.join(command.path, "common"));
  command.write("a.contract.json", { ...contractOfA, overlay: "a.overlay.json" });
  command.write("a.overlay.json", {
    overlay: "1.0.0",
    info: { title: "T", version: "1" },
    actions: [{ target: "$", update: {} }],
  });
  watching = command.start(["generate", "a.contract.json", "--watch", "--reporter", "json"]);
  reports = reportsOf(watching);
  first = [await next(), await next()];
});
afterEach(async () => {
  if (watching.exitCode === null) {
    watching.kill("SIGKILL");
    await once(watching, "exit");
  }
  command.remove();
});

/** What is printed, one run a line. */
async function* reportsOf({ stdout }: ChildProcessWithoutNullStreams): AsyncGenerator<Report> {
  let text = "";
  for await (const chunk of stdout) {
    const lines = (text + String(chunk)).split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line) as Report;
  }
}

async function next(): Promise<Report> {
  const { value } = await reports.next();
  return value as Report;
}

/** Sees to it that what is saved is one burst. */
function save(saving: () => void): void {
  watching.kill("SIGSTOP");
  saving();
  watching.kill("SIGCONT");
}
const write = (file: string, value: object | string): void => save(() => command.write(file, value));
const inFolder = (file: string): string => path.join(command.path, file);
const schema = (more: object): void => write("a.schema.json", { title: "A", ...more });
const emitted = (): unknown => JSON.parse(fs.readFileSync(inFolder("generated/index.js"), "utf8"));

async function stop(signal: NodeJS.Signals): Promise<unknown> {
  watching.kill(signal);
  const [code] = (await once(watching, "exit")) as unknown[];
  return code;
}

test("the first run comes at once, and then what is watched is said", () => {
  expect(first).toMatchObject([
    { written: { changed: ["index.js", "steps.js", "types.d.ts"] } },
    { result: "watching a.contract.json, a.schema.json, a.overlay.json" },
  ]);
});

test("a burst of saves is one run, which sees the last of them", async () => {
  save(() => {
    for (let count = 1; count <= 50; count += 1) {
      command.write("a.schema.json", { title: `A${count}` });
      command.write("a.contract.json", {
        ...contractOfA,
        overlay: "a.overlay.json",
        package: { ...contractOfA.package, version: `1.0.${count}` },
      });
    }
  });
  expect(await next()).toMatchObject({ written: { changed: ["index.js"] } });
  expect(emitted()).toEqual({ title: "A50" });
  // Had there been a second run, this would be its report.
  schema({ title: "", type: 1 });
  expect(await next()).toMatchObject({ written: { changed: ["index.js"] } });
  expect(emitted()).toEqual({ title: "", type: 1 });
});

describe("a burst", () => {
  /** What is done in each of the waits in which a burst may go on; returns how many there were. */
  async function waitsOf(during: (add: () => void, wait: number) => void): Promise<number> {
    const original = timers.setTimeout;
    const stopped = new AbortController();
    const { add, next: ended } = burstsUntil(stopped.signal);
    let waits = 0;
    const waiting = async (): Promise<void> => during(add, (waits += 1));
    Object.assign(timers, { setTimeout: waiting });
    syncBuiltinESMExports();
    try {
      add();
      await ended();
    } finally {
      Object.assign(timers, { setTimeout: original });
      syncBuiltinESMExports();
      stopped.abort();
    }
    return waits;
  }

  test("goes on for as long as something is saved in each wait", async () => {
    expect(await waitsOf((add, wait) => wait < 5 && add())).toBe(5);
  });

  test("of saves that never end is run all the same", async () => {
    expect(await waitsOf((add) => add())).toBe(20);
  });
});

test("an error is told and watching goes on; nothing was written meanwhile", async () => {
  write("a.schema.json", "{");
  expect(await next()).toMatchObject({ exitCode: 3, diagnostics: [{ code: "SW203" }] });
  expect(emitted()).toEqual({ title: "A", type: "object" });
  schema({ title: "boom" });
  expect(await next()).toMatchObject({ exitCode: 4, diagnostics: [{ code: "SW401" }] });
  write("a.contract.json", "{}");
  expect(await next()).toMatchObject({ exitCode: 2 });
  write("a.contract.json", contractOfA);
  expect(await next()).toMatchObject({ exitCode: 4 });
  schema({ title: "mended" });
  expect(await next()).toMatchObject({ exitCode: 0, written: { changed: ["index.js"] } });
  expect(emitted()).toEqual({ title: "mended" });
});

test("an overlay, and a schema that another contract names", async () => {
  write("a.overlay.json", "{");
  expect(await next()).toMatchObject({ exitCode: 2, diagnostics: [{ code: "SW104" }] });
  write("b.schema.json", { title: "B" });
  write("a.contract.json", { ...contractOfA, schema: "b.schema.json" });
  expect(await next()).toMatchObject({ exitCode: 0 });
  expect(emitted()).toEqual({ title: "B" });
  expect(await next()).toMatchObject({ result: expect.stringMatching(/^watching .*b\.schema\.json$/) });
  write("b.schema.json", { title: "B2" });
  expect(await next()).toMatchObject({ written: { changed: ["index.js"] } });
});

test("a newly referenced file is followed before it is there, and files that it refers to", async () => {
  schema({ $ref: "common/b.json" });
  expect(await next()).toMatchObject({ exitCode: 0, written: { changed: ["index.js"] } });
  expect(await next()).toMatchObject({ result: expect.stringMatching(/, common\/b\.json$/) });
  write("common/b.json", { $ref: "../c.json" });
  expect(await next()).toMatchObject({ exitCode: 0 });
  expect(await next()).toMatchObject({ result: expect.stringMatching(/, common\/b\.json, c\.json$/) });
  write("c.json", {});
  expect(await next()).toMatchObject({ exitCode: 0 });
  write("c.json", { title: "C" });
  expect(await next()).toMatchObject({ exitCode: 0 });
});

test("files that are replaced by renaming, deleted and made again, and whole folders", async () => {
  for (const title of ["one", "two"]) {
    write("a.schema.json.tmp", { title });
    fs.renameSync(inFolder("a.schema.json.tmp"), inFolder("a.schema.json"));
    expect(await next()).toMatchObject({ written: { changed: ["index.js"] } });
    expect(emitted()).toEqual({ title });
  }
  fs.rmSync(inFolder("a.schema.json"));
  expect(await next()).toMatchObject({ exitCode: 2, diagnostics: [{ code: "SW102" }] });
  write("common/b.json", { title: "b" });
  schema({ $ref: "common/b.json" });
  expect(await next()).toMatchObject({ written: { changed: ["index.js"] } });
  expect(await next()).toMatchObject({ result: expect.stringContaining("common/b.json") });
  save(() => fs.rmSync(inFolder("common"), { recursive: true }));
  expect(await next()).toMatchObject({ exitCode: 0 });
  fs.mkdirSync(inFolder("common"));
  expect(await next()).toMatchObject({ exitCode: 0 });
  write("common/b.json", "{");
  expect(await next()).toMatchObject({ exitCode: 0 });
});

test("what is no input is not watched", async () => {
  const told: string[] = [];
  let watcher: FileWatcher | undefined;
  await new Promise<void>((resolve) => {
    watcher = watchFiles((file) => {
      told.push(file);
      if (file === inFolder("common/b.json")) resolve();
    });
    watcher.follow(inFolder("common/b.json"));
    // The system tells of changes in their order.
    command.write("common/other.json", {});
    command.write("other.json", {});
    command.write("common/b.json", {});
  });
  watcher?.clear();
  expect(new Set(told)).toEqual(new Set([inFolder("common/b.json")]));
});

test("a folder that comes while it is about to be watched, at any moment", async () => {
  let moment = 0;
  for (let wasWatching = true; wasWatching; moment += 1) {
    const told = new Set<string>();
    const watcher = watchFiles((file) => told.add(file));
    const come = (): void => fs.mkdirSync(inFolder("common/new"));
    wasWatching = await beforeOperation(["watch"], moment + 1, come, async () =>
      watcher.follow(inFolder("common/new/b.json")),
    );
    watcher.follow(inFolder("last.json"));
    if (!wasWatching) come();
    command.write("common/new/b.json", {});
    // The system tells of changes in their order.
    command.write("last.json", {});
    await expect.poll(() => [...told]).toContain(inFolder("last.json"));
    watcher.clear();
    expect([...told]).toContainEqual(expect.stringContaining("/common/new"));
    fs.rmSync(inFolder("common/new"), { recursive: true });
  }
  expect(moment).toBeGreaterThan(2);
});

test("folders above a file that go and come back, and links that are led elsewhere", async () => {
  const ways = ["v1", "v2", "x/y/z"] as const;
  for (const way of ways) fs.mkdirSync(inFolder(way), { recursive: true });
  for (const way of ways) command.write(`${way}/a.json`, { title: way });
  const leadTo = (way: string): void => {
    fs.symlinkSync(way, inFolder("data.tmp"));
    fs.renameSync(inFolder("data.tmp"), inFolder("data"));
  };
  leadTo("v1");
  fs.symlinkSync("data/a.json", inFolder("b.json"));
  schema({ allOf: [{ $ref: "x/y/z/a.json" }, { $ref: "b.json" }] });
  expect(await next()).toMatchObject({ exitCode: 0, written: { changed: ["index.js"] } });
  expect(await next()).toMatchObject({ result: expect.stringMatching(/, b\.json, x\/y\/z\/a\.json$/) });
  leadTo("v2");
  expect(await next()).toMatchObject({ exitCode: 0 });
  write("v2/a.json", { title: "new" });
  expect(await next()).toMatchObject({ exitCode: 0 });
  save(() => fs.rmSync(inFolder("x"), { recursive: true }));
  expect(await next()).toMatchObject({ exitCode: 0 });
  for (const folder of ["x", "x/y", "x/y/z"]) {
    fs.mkdirSync(inFolder(folder));
    expect(await next()).toMatchObject({ exitCode: 0 });
  }
  write("x/y/z/a.json", {});
  expect(await next()).toMatchObject({ exitCode: 0 });
});

test("paths that lead nowhere and never can", async () => {
  const nowhere = ["x\0y", "n".repeat(5000), "a.schema.json/b.json"];
  schema({ allOf: nowhere.map(($ref) => ({ $ref })) });
  expect(await next()).toMatchObject({ exitCode: 0, diagnostics: [] });
  await next();
  schema({});
  expect(await next()).toMatchObject({ exitCode: 0, written: { changed: ["index.js"] } });
});

test.each(["SIGINT", "SIGTERM"] as const)("%s ends it with 0", async (signal) => {
  const code = stop(signal);
  expect(await next()).toMatchObject({ exitCode: 0, result: "stopped watching" });
  expect(await code).toBe(0);
});

test("a reader that is gone ends it", async () => {
  const ended = once(watching, "exit");
  watching.stdout.destroy();
  schema({ title: "next" });
  expect(await ended).toEqual([0, null]);
});
