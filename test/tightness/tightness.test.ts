/**
 * Our column of docs/types.md is true, and ours refuse the most: as variables and as literals, by sound types and in all. With `UPDATE_TYPES=1` (`npm run bench:types`)
 * the peers are asked as well and the document is written.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import { expect, test } from "vitest";
import { hasOfficialSuite } from "../suite/official-suite.js";
import { typesFor } from "../suite/pipeline.js";
import { settings } from "../suite/verdicts.js";
import { countsOf, sumOf, type Typer } from "./count.js";
import { cell, report, total, type Column } from "./report.js";

const file = path.join(import.meta.dirname, "../../docs/types.md");

const ours: Typer = {
  name: "stepwright",
  async typesOf(schema, remotes, group) {
    return { declarations: await typesFor(schema, remotes, settings(group, "draft2020-12")), type: "SuiteEntry" };
  },
};

test.skipIf(!hasOfficialSuite)(hasOfficialSuite ? "docs/types.md" : "skipped: no official suite", async () => {
  const counts = await countsOf(ours);
  if (process.env["UPDATE_TYPES"] === "1") await write([{ name: ours.name, counts }, ...(await peersColumns())]);
  const rows = tableRows(readFileSync(file, "utf8"));
  const sums = total({ name: ours.name, counts });
  expect(rows.get(ours.name)).toEqual(sums.map(String));
  for (const [name, count] of counts.variable) {
    if (count.invalid > 0) expect(rows.get(name)?.slice(0, 2), name).toEqual([String(count.invalid), cell(count)]);
  }
  expect(sumOf(counts.variable.values()).wronglyRefused).toBe(0);
  const peers = [...rows].filter(([name]) => / \d+\.\d+\.\d+$/.test(name));
  expect(peers).toHaveLength(4);
  for (const [name, byPeer] of peers) {
    for (const column of [0, 1, 3, 4]) expect(sums[column], name).toBeGreaterThan(Number(byPeer[column]));
  }
});

async function peersColumns(): Promise<readonly Column[]> {
  const { peers } = (await import(path.join(import.meta.dirname, "peers.mjs"))) as { peers: readonly Typer[] };
  const columns: Column[] = [];
  for (const peer of peers) columns.push({ name: peer.name, counts: await countsOf(peer) });
  return columns;
}

async function write(columns: readonly Column[]): Promise<void> {
  writeFileSync(file, await format(report(columns), { ...(await resolveConfig(file)), filepath: file }));
}

/** The first cell of each row → the others. */
const tableRows = (markdown: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    markdown
      .split("\n")
      .filter((line) => line.startsWith("|"))
      .map((line) =>
        line
          .split("|")
          .slice(1, -1)
          .map((text) => text.trim()),
      )
      .map(([name = "", ...cells]) => [name, cells] as const),
  );
