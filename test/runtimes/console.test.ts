/** What a developer sees of an error: in a browser's console the places and what is wrong with them, by name. */
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Issue } from "#generator/runtime/issue.js";
import { makeConsumer } from "./consumer.js";
import { chromium, chromiumConsole, isSkipped, programOf, titleOf } from "./runtimes.js";

const folder = fs.mkdtempSync(path.join(tmpdir(), "stepwright-console-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

test.skipIf(isSkipped(chromium))(titleOf(chromium), async () => {
  makeConsumer(folder, { bodies: [], texts: [], numbers: [] });
  const lines = (await chromiumConsole(programOf(chromium), folder)).split("\n");
  const cloned = JSON.parse(lines.at(-1) ?? "") as readonly Issue[];
  const messages = [
    "id must be a string, got 1 (number)",
    'status is required: one of "unassigned", "preparing", "processing", "succeeded", "failed", "expired", "canceled"',
    'steps must be an array, got "none" (string)',
  ];
  expect(lines.slice(0, 4)).toEqual(["ValidationError: 3 issues", ...messages.map((message) => `  ${message}`)]);
  // Then where it was thrown, and what a clone of it keeps.
  expect(lines.slice(4, -1).join("\n")).toMatch(/^(?: {4}at .+\n)+ {4}at .+console\.mjs:6:7$/);
  expect(cloned.map(({ message }) => message)).toEqual(messages);
});
