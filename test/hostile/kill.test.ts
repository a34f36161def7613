/**
 * Runs killed at random moments, and pairs of runs at once: every file is old or new, `--check` tells, the next run mends
 * and leaves nothing. `KILLS` and `PAIRS` say how many.
 */
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { killRuns, pairRuns } from "./kill-test.js";
import { prepareVersions, type Versions } from "./killed.js";

const folder = fs.mkdtempSync(path.join(tmpdir(), "stepwright-kill-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

let versions: Versions;
beforeAll(() => {
  versions = prepareVersions(folder);
});

const kills = Number(process.env["KILLS"] ?? 25);
const pairs = Number(process.env["PAIRS"] ?? 4);

test(`${kills} runs killed at random moments`, { timeout: 3_600_000 }, async () => {
  const { problems, killed, halfWay } = await killRuns(versions, kills, 20_261_124);
  process.stdout.write(`${kills} runs: ${killed} killed, ${halfWay} of them half way through writing\n`);
  expect(problems).toEqual([]);
  expect(halfWay).toBeGreaterThan(kills / 4);
});

test(`${pairs} pairs of runs at once`, { timeout: 3_600_000 }, async () => {
  expect(await pairRuns(versions, pairs)).toEqual([]);
});
