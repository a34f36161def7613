/**
 * Runs of the real command on a small workflow of two versions, killed at random moments or two at a time: what is on the
 * disk afterwards in, what is wrong with it out.
 */
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { readTree, replaceTree, type FileTree } from "../support/file-tree.js";

const cli = path.resolve("dist/cli.js");

/** Of each version the files that a run leaves, its manifest among them. */
export interface Versions {
  readonly folder: string;
  readonly trees: readonly [FileTree, FileTree];
}

/** Steps come, go and change between the two, and each has modules of its own: files are added, removed, changed, kept. */
export function prepareVersions(folder: string): Versions {
  for (const version of [0, 1] as const) replaceTree(path.join(folder, `in${version}`), inputOf(version));
  const [first, second] = ([0, 1] as const).map((version) => {
    const { status, stderr } = runToEnd(folder, version, `whole${version}`);
    if (status !== 0) throw new Error(stderr);
    return readTree(path.join(folder, `whole${version}`));
  });
  return { folder, trees: [first ?? new Map(), second ?? new Map()] };
}

function inputOf(version: 0 | 1): FileTree {
  const names = ["kept", "changed", version === 0 ? "removed" : "added"];
  const step = (name: string) => ({
    type: "object",
    required: ["kind", "input"],
    properties: {
      kind: { const: name },
      input: { type: "object", properties: { [name === "changed" ? `text${version}` : "text"]: { type: "string" } } },
    },
  });
  const schema = {
    type: "object",
    required: ["steps"],
    properties: { steps: { type: "array", items: { oneOf: names.map((name) => ({ $ref: `#/$defs/${name}Step` })) } } },
    $defs: Object.fromEntries(names.map((name) => [`${name}Step`, step(name)])),
  };
  const at = "#/properties/steps/items";
  const contract = {
    schema: "a.schema.json",
    package: { name: "a", version: "1.0.0", license: "MIT", description: "A." },
    entries: { Flow: { at: "#", direction: "both" } },
    steps: { of: "Flow", at, tag: "kind", input: "input", unknownTags: "reject", modules: true },
    names: { [at]: "Step" },
  };
  return new Map([
    ["a.schema.json", JSON.stringify(schema)],
    ["a.contract.json", JSON.stringify(contract)],
  ]);
}

const argumentsFor = (version: 0 | 1, out: string, ...more: readonly string[]): readonly string[] => [
  ...[cli, "generate", `in${version}/a.contract.json`, "--out", out, ...more],
];

export const runToEnd = (folder: string, version: 0 | 1, out: string, ...more: readonly string[]) =>
  spawnSync(process.execPath, argumentsFor(version, out, ...more), { cwd: folder, encoding: "utf8" });

/** When a run is killed: so many milliseconds after its start, or while its operation with this number is going on. */
export type Moment = { readonly delay: number } | { readonly operation: number };

/** Counts what its process does that changes the disk, tells how much that was, and kills it at one of them. */
const countOperations = `data:text/javascript,${encodeURIComponent(`
  import fs from "node:fs";
  import { syncBuiltinESMExports } from "node:module";
  let operations = 0;
  const counted = (original) => function (...given) {
    const operation = (operations += 1);
    try {
      return original.apply(this, given);
    } finally {
      if (operation === Number(process.env.DYING_AT)) process.kill(process.pid, "SIGKILL");
    }
  };
  for (const name of ["mkdir", "rename", "rm", "rmdir", "unlink", "writeFile"]) {
    fs.promises[name] = counted(fs.promises[name]);
    fs[name + "Sync"] = counted(fs[name + "Sync"]);
  }
  syncBuiltinESMExports();
  process.on("exit", () => fs.writeSync(3, String(operations)));
`)}`;

export interface Ended {
  readonly how: "killed" | number | null;
  /** How many operations changed the disk; of a run that was killed, 0. */
  readonly operations: number;
}

/** How a run ended. @param moment without it nobody kills the run. */
export async function run(folder: string, version: 0 | 1, out: string, moment?: Moment): Promise<Ended> {
  const args = ["--import", countOperations, ...argumentsFor(version, out)];
  const env = { ...process.env, ...(moment && "operation" in moment && { DYING_AT: `${moment.operation}` }) };
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const timer = moment && "delay" in moment ? setTimeout(() => child.kill("SIGKILL"), moment.delay) : undefined;
  const counted = text(child.stdio[3] as Readable);
  const how = await new Promise<Ended["how"]>((resolve) => {
    child.on("close", (code, signal) => resolve(signal === "SIGKILL" ? "killed" : code));
  });
  clearTimeout(timer);
  return { how, operations: Number(await counted) };
}

const isOwn = (file: string): boolean => file.startsWith(".stepwright.lock/") || file.startsWith(".stepwright.tmp/");

/** Each file is that of one of the versions, whole. */
export function tornFiles({ folder, trees }: Versions, out: string): readonly string[] {
  return [...readTree(path.join(folder, out))]
    .filter(([file, text]) => !isOwn(file) && !trees.some((tree) => tree.get(file) === text))
    .map(([file]) => `${file} is neither old nor new`);
}

/** Whether the folder is that of the version, whole; folders without a file count too. */
export const isWhole = ({ folder, trees }: Versions, version: 0 | 1, out: string): boolean => {
  const tree = readTree(path.join(folder, out));
  const [wanted] = [trees[version]];
  return [...tree].length === wanted.size && [...tree].every(([file, text]) => wanted.get(file) === text);
};

/** What is there besides the files of the version: also empty folders, staging and locks. */
export function strays({ folder, trees }: Versions, version: 0 | 1, out: string): readonly string[] {
  const wanted = [...trees[version].keys()];
  return fs
    .readdirSync(path.join(folder, out), { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll(path.sep, "/"))
    .filter((name) => !wanted.some((file) => file === name || file.startsWith(`${name}/`)));
}
