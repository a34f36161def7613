/**
 * How generation grows with the number of step types: `node test/bench/scale.mjs [count…]`, 10 to 5,000 where nothing is said. Prints
 * a table and the exponent; exits 1 where it is above 1.1.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { syntheticContract, syntheticDocument } from "./synthetic.mjs";

const print = (line) => process.stdout.write(`${line}\n`);
const limit = 1.1;
const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10, 100, 1000, 5000];
const folder = mkdtempSync(path.join(tmpdir(), "stepwright-scale-"));

try {
  writeFileSync(path.join(folder, "contract.json"), JSON.stringify(syntheticContract));
  print(
    "| step types | seconds | ms a step type | peak MB | files | MB emitted |\n| ---: | ---: | ---: | ---: | ---: | ---: |",
  );
  const points = counts.map((count) => {
    writeFileSync(path.join(folder, "synthetic.json"), JSON.stringify(syntheticDocument(count)));
    const { seconds, peak, files, megabytes } = measure(path.join(folder, "contract.json"));
    const each = ((seconds * 1000) / count).toFixed(1);
    print(`| ${count} | ${seconds.toFixed(1)} | ${each} | ${peak.toFixed(0)} | ${files} | ${megabytes.toFixed(1)} |`);
    return { x: Math.log(count), y: Math.log(seconds) };
  });
  const exponent = slope(points);
  print(`\ngrows as n^${exponent.toFixed(2)} (at most n^${limit})`);
  process.exitCode = exponent > limit ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}

function measure(contract) {
  const script = path.join(import.meta.dirname, "measure.mjs");
  return JSON.parse(execFileSync(process.execPath, [script, contract], { encoding: "utf8", maxBuffer: 2 ** 26 }));
}

/** Of the line of least squares. */
function slope(points) {
  const mean = (key) => points.reduce((sum, point) => sum + point[key], 0) / points.length;
  const [x, y] = [mean("x"), mean("y")];
  const covariance = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0);
  return covariance / points.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
}
