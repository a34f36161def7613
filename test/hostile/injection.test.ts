/**
 * Hostile texts in every place where a schema, an overlay or a contract carries text: the package has the shape that it
 * has with harmless texts, and does nothing when it is imported and used; or there is a diagnostic. `INJECTIONS=all` puts
 * each text into each place; those that name a step and its input, in a package with a module a step, too.
 */
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FileTree } from "../support/file-tree.js";
import { effectsOf } from "./effects.js";
import { harmlessShapes, inject, injection, type Injection, type Outcome } from "./injection.js";
import { payloads } from "./payloads.js";
import { slots } from "./slots.js";

const folder = fs.mkdtempSync(path.join(tmpdir(), "stepwright-injection-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const isAll = process.env["INJECTIONS"] === "all";
/** Each place meets every eleventh text, another one each time, so that in a few places each text is met. */
const isChosen = (slot: number, payload: number): boolean => isAll || (slot * 5 + payload) % 11 === 0;

describe.each([false, true])("a module a step: %s", (inModules) => {
  const injections = slots.flatMap((slot, place) =>
    payloads.flatMap((payload, index): readonly Injection[] =>
      isChosen(place + (inModules ? 3 : 0), index) && (!inModules || /tag|factory|stepDef|input/i.test(slot))
        ? injection([slot], payload, inModules)
        : [],
    ),
  );
  const outcomes = new Map<string, Outcome>();
  beforeAll(async () => {
    const expected = await harmlessShapes(folder, { inModules: String(inModules) });
    for (const each of injections) outcomes.set(each.name, await outcomeOf(each, expected));
  }, 3_600_000);

  test("each is refused with a diagnostic, or changes nothing but words", () => {
    const problems = [...outcomes].flatMap(([name, each]) => each.problems.map((problem) => `${name}: ${problem}`));
    expect(problems).toEqual([]);
    const made = [...outcomes.values()].filter(({ files }) => files !== undefined).length;
    process.stdout.write(`${outcomes.size} hostile inputs: ${made} packages, ${outcomes.size - made} refused\n`);
    expect(made).toBeGreaterThan(injections.length / 2);
    expect(injections.length).toBeGreaterThan(inModules ? 20 : 300);
  });

  test("no package has an effect", () => {
    const packages = [...outcomes].flatMap(([name, { files }]): [string, FileTree][] => (files ? [[name, files]] : []));
    expect(effectsOf(new Map(packages), path.join(folder, "out"))).toEqual([]);
  });
});

async function outcomeOf(each: Injection, expected: Parameters<typeof inject>[1]): Promise<Outcome> {
  try {
    return await inject(each, expected, folder);
  } catch (error) {
    return { problems: [String((error as Error).stack)] };
  }
}
