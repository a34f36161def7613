/** Prepared peers → samples of how long a document takes, from several processes: each compiles a little differently. */
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { benchFolder } from "./folders.mjs";

const run = promisify(execFile);

/** @returns a look-up: size, kind, peer and how ("guard" or "validate") → nanoseconds, undefined where a peer has no such thing. */
export async function measureThroughput(peers, { processes, rounds }) {
  const samples = new Map();
  for (let index = 0; index < processes; index++) {
    const script = path.join(benchFolder, "time-peers.mjs");
    const { stdout } = await run(process.execPath, [script, JSON.stringify({ peers, rounds })], { maxBuffer: 2 ** 26 });
    for (const { size, kind, name, how, times } of JSON.parse(stdout)) {
      const key = [size, kind, name, how].join();
      samples.set(key, [...(samples.get(key) ?? []), ...times]);
    }
  }
  return (size, kind, name, how) => samples.get([size, kind, name, how].join());
}
