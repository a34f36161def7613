/**
 * What a run of the command costs, in multiples of `node -e 0` and of what makes types and validators without us:
 * `node test/bench/generation.mjs [rounds] [--write]`. Everything runs in turns, so that a busy machine is busy for all. Prints a table,
 * with `--write` into docs/generation.md; exits 1 where a limit is passed.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const rounds = Number(process.argv.slice(2).find((each) => /^\d+$/.test(each)) ?? 9);
const folder = mkdtempSync(path.join(tmpdir(), "stepwright-generation-"));
const below = (name) => path.join(folder, name);
const here = (name) => path.join(import.meta.dirname, name);
const cli = path.resolve("dist/cli.js");
const json2ts = path.resolve("node_modules/json-schema-to-typescript/dist/src/cli.js");
const limits = { nothing: 2, full: 2 };

const inputs = [
  { name: "the Civitai workflow schema", key: "civitai", args: ["schemas/civitai-workflow.contract.json"] },
  {
    name: "the official document",
    key: "official",
    args: ["schemas/civitai-orchestration.contract.json", "../shared/real/civitai-orchestration-openapi.json"],
  },
].filter(({ args }) => args.every((file) => existsSync(file)));

try {
  const results = inputs.map(measure);
  const table = tableOf(results);
  process.stdout.write(`${table}\n`);
  if (inputs.length < 2) process.stdout.write("\nskipped: no real data\n");
  if (process.argv.includes("--write")) writeTable(table);
  const isSlow = ({ nothing, check, full, peers }) =>
    nothing > limits.nothing || check > limits.nothing || full > limits.full * peers;
  process.exitCode = results.some(isSlow) ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}

/** In multiples of `node -e 0`: the median of the rounds. */
function measure({ name, key, args: [contract, schema] }) {
  const canonical = below(`${key}.json`);
  const whole = { encoding: "utf8", maxBuffer: 2 ** 28 };
  writeFileSync(
    canonical,
    execFileSync(process.execPath, [here("canonical.mjs"), contract, ...(schema ? [schema] : [])], whole),
  );
  const generate = [cli, "generate", contract, ...(schema ? ["--schema", schema] : []), "--out", below(key)];
  const runs = {
    node: ["-e", "0"],
    full: generate,
    nothing: generate,
    check: [...generate, "--check"],
    types: [json2ts, "-i", canonical, "-o", below(`${key}.d.ts`)],
    validators: [here("ajv-standalone.mjs"), canonical, below(`${key}.js`)],
  };
  const times = Object.fromEntries(Object.keys(runs).map((run) => [run, []]));
  for (let round = 0; round < rounds; round++) {
    rmSync(below(key), { recursive: true, force: true });
    for (const [run, args] of Object.entries(runs)) times[run].push(timeOf(args));
  }
  const { node, ...others } = Object.fromEntries(Object.entries(times).map(([run, all]) => [run, median(all)]));
  const ratios = Object.fromEntries(Object.entries(others).map(([run, time]) => [run, time / node]));
  return { name, node, ...ratios, peers: ratios.types + ratios.validators };
}

function timeOf(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}:\n${stderr}`);
  return performance.now() - start;
}

function median(times) {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function tableOf(results) {
  const rows = results.map(({ name, nothing, check, full, types, validators, peers, node }) => [
    name,
    `${nothing.toFixed(2)} (at most ${limits.nothing})`,
    check.toFixed(2),
    full.toFixed(1),
    `${types.toFixed(1)} + ${validators.toFixed(1)}`,
    `${(full / peers).toFixed(2)} (at most ${limits.full})`,
    `${((full * node) / 1000).toFixed(2)} s`,
  ]);
  const head = [
    "",
    "nothing to do",
    "`--check`",
    "full run",
    "json2ts + AJV",
    "full run ÷ both",
    "full run, wall time here",
  ];
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Between the two marks in docs/generation.md. */
function writeTable(table) {
  const file = "docs/generation.md";
  const text = readFileSync(file, "utf8");
  const marks = /(<!-- table -->\n)[^]*(\n<!-- end of table -->)/;
  if (!marks.test(text)) throw new Error(`${file} has no place for the table`);
  writeFileSync(
    file,
    text.replace(marks, (_, start, end) => `${start}\n${table}\n${end}`),
  );
  execFileSync(process.execPath, ["node_modules/prettier/bin/prettier.cjs", "--write", file, "--log-level", "warn"]);
}
