/**
 * The package at home: the same program in every runtime, each by really running it there, gives the answers that the Node
 * of these tests gives, byte for byte.
 */
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeConsumer } from "./consumer.js";
import { askNode, isSkipped, programOf, runtimes, titleOf } from "./runtimes.js";
import { tableOf, type Table } from "./table.js";

interface Answers {
  readonly entries: readonly (readonly [entry: string, verdicts: readonly { readonly guard: boolean }[]])[];
  readonly factories: readonly { readonly value: unknown }[];
  readonly formats: readonly (readonly [name: string, verdicts: string])[];
}

const folder = fs.mkdtempSync(path.join(tmpdir(), "stepwright-runtimes-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

let table: Table;
let expected: string;
beforeAll(async () => {
  table = await tableOf("schemas/civitai-workflow.contract.json");
  makeConsumer(folder, table);
  expected = await askNode(process.execPath, folder);
});

test("something is accepted and something refused, for each entry type and format", () => {
  const { entries, factories, formats } = JSON.parse(expected) as Answers;
  const both = (verdicts: Iterable<unknown>): number => new Set(verdicts).size;
  const few = [
    ...entries.map(([entry, verdicts]) => [entry, both(verdicts.map(({ guard }) => guard))] as const),
    ...formats.map(([format, verdicts]) => [format, both(verdicts)] as const),
  ].filter(([, answers]) => answers !== 2);
  expect(few).toEqual([]);
  expect([entries.length, factories.length]).toEqual([4, 12]);
  expect(formats.length).toBeGreaterThan(18);
  expect(table.bodies.length).toBeGreaterThan(700);
});

describe("the same answers as here", () => {
  for (const runtime of runtimes) {
    test.skipIf(isSkipped(runtime))(titleOf(runtime), async () => {
      const answers = await runtime.ask(programOf(runtime), folder);
      // First what differs, if anything does.
      expect(JSON.parse(answers)).toEqual(JSON.parse(expected));
      expect(answers === expected).toBe(true);
    });
  }
});
