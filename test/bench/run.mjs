/**
 * `npm run bench`: verdicts first, then what everything costs, all peers in turns. Writes docs/bench.md and docs/bench.svg.
 * `-- --quick` measures with few rounds, to see whether the bench runs.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import { chart } from "./chart.mjs";
import { measureColdStart } from "./cold-start.mjs";
import { rootFolder } from "./folders.mjs";
import { measureImageGen } from "./image-gen.mjs";
import { preparePeers } from "./prepare.mjs";
import { report } from "./report.mjs";
import { measureSizes } from "./sizes.mjs";
import { targets } from "./targets.mjs";
import { measureThroughput } from "./throughput.mjs";
import { wrongVerdicts } from "./verdicts.mjs";

const print = (line) => process.stdout.write(`${line}\n`);
const effort = process.argv.includes("--quick")
  ? { all: { processes: 1, rounds: 3 }, near: { processes: 1, rounds: 5 }, starts: 3 }
  : { all: { processes: 2, rounds: 15 }, near: { processes: 5, rounds: 21 }, starts: 25 };

print("making the peers");
const { peers, skipped } = await preparePeers();
for (const { name, reason } of skipped) print(`skipped: ${name} (${reason})`);

print("asking for verdicts");
const wrong = await wrongVerdicts(peers);
const ours = wrong.get("stepwright");
if (ours === undefined || ours.length > 0) throw new Error(`wrong verdicts of our own: ${ours?.join(", ")}`);

print("measuring sizes");
const sizes = await measureSizes(peers);
print("measuring the first verdict");
const starts = measureColdStart(peers, { rounds: effort.starts });
print("measuring throughput");
const times = await measureThroughput(peers, effort.all);
const near = await measureThroughput(peers.slice(0, 3), effort.near); // without garbage of others in the way
print("measuring the official document's imageGen step");
const imageGen = await measureImageGen();

const results = { peers, skipped, wrong, times, starts, sizes, imageGen };
const promised = targets({ ...results, times: near });
const docs = path.join(rootFolder, "docs");
mkdirSync(docs, { recursive: true });
const markdown = path.join(docs, "bench.md");
const text = report({ ...results, promised });
writeFileSync(markdown, await format(text, { ...(await resolveConfig(markdown)), filepath: markdown }));
writeFileSync(path.join(docs, "bench.svg"), chart(results));
for (const { what, value, most, unit } of promised)
  print(
    `${value === undefined ? "?" : value <= most ? "✓" : "✗"} ${what}: ${value?.toFixed(2)} (at most ${most} ${unit})`,
  );
