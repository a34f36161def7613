/**
 * What making the official package takes: `node test/bench/official.mjs`. Prints it, and exits 1 where it is above 8 s or 1 GB.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

const print = (line) => process.stdout.write(`${line}\n`);
const document = "../shared/real/civitai-orchestration-openapi.json";
const contract = "schemas/civitai-orchestration.contract.json";

if (!existsSync(document)) print("skipped: no real data");
else {
  const script = path.join(import.meta.dirname, "measure.mjs");
  const { seconds, peak, files, megabytes } = JSON.parse(
    execFileSync(process.execPath, [script, contract, document], { encoding: "utf8" }),
  );
  print(
    `${seconds.toFixed(1)} s (at most 8), ${peak.toFixed(0)} MB (at most 1024), ${files} files, ${megabytes.toFixed(1)} MB`,
  );
  process.exitCode = seconds > 8 || peak > 1024 ? 1 : 0;
}
