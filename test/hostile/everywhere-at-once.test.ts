/**
 * One hostile text in every place at once, where any text may stand, and the places where one has done harm before.
 */
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import type { FileTree } from "../support/file-tree.js";
import { effectsOf } from "./effects.js";
import { harmlessShapes, inject, injection } from "./injection.js";
import { makePackage } from "./made-package.js";
import { payloads } from "./payloads.js";
import { freeSlots, hostileInput } from "./slots.js";

const folder = fs.mkdtempSync(path.join(tmpdir(), "stepwright-hostile-input-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const everywhere = ["comment end", "template expression", "line separator", "tag @deprecated", "proto"];

/** As long, and with as many letters. */
const tamed = (text: string): string => text.replace(/[^A-Za-z]/g, "x");

test("everywhere at once, nothing but words changes, and nothing happens", async () => {
  const made = new Map<string, FileTree>();
  const problems: string[] = [];
  for (const payload of payloads.filter(({ name }) => everywhere.includes(name))) {
    const given = Object.fromEntries(freeSlots.map((slot) => [slot, tamed(payload.text)]));
    const expected = await harmlessShapes(folder, given);
    for (const each of injection(freeSlots, payload)) {
      const outcome = await inject(each, expected, folder);
      problems.push(...outcome.problems.map((problem) => `${payload.name}: ${problem}`));
      if (outcome.files) made.set(payload.name, outcome.files);
    }
  }
  expect(problems).toEqual([]);
  expect(made.size).toBe(everywhere.length);
  expect(effectsOf(made, path.join(folder, "out"))).toEqual([]);
});

test("a step may be called as a module is that every package has", async () => {
  const made = await makePackage(
    hostileInput({ tag: "shared", factory: "runtime", inModules: "true" }),
    path.join(folder, "in"),
  );
  const files = made.kind === "package" ? [...made.files.keys()] : [];
  expect(files).toEqual(
    expect.arrayContaining(["validators/runtime.js", "validators/runtime_.js", "validators/second.js"]),
  );
});

test("stepRef is not offered where no step takes a reference", async () => {
  const input = Object.entries(hostileInput({})).map(([name, text]): [string, string] => [
    name,
    text.replaceAll('{"type":"object","properties":{"text":{"type":"string"}}}', '{"type":"object"}'),
  ]);
  const made = await makePackage(Object.fromEntries(input), path.join(folder, "in"));
  const texts = made.kind === "package" ? [...made.files].filter(([name]) => name !== "schema.json") : [];
  expect(texts.length).toBeGreaterThan(5);
  expect(texts.filter(([, text]) => /stepRef|StepReference/.test(text)).map(([name]) => name)).toEqual([]);
});

test("a step whose name is too long for a file is told", async () => {
  const made = await makePackage(
    hostileInput({ tag: "long".repeat(21), factoryTag: "second" }),
    path.join(folder, "in"),
  );
  expect(made.kind === "refusal" && made.printed).toContain(
    `error SW242 the factory name ${"long".repeat(20)}… has more than 80 letters`,
  );
});
