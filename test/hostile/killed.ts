/**
 * Runs of the real command on a small workflow of two versions, killed at random moments or two at a time: what is on the
 * disk afterwards in, what is wrong with it out.
 */
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
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

/** When a run is killed, in milliseconds: after its start, or after the first change in its output folder. */
export interface Moment {
  readonly after: "start" | "first change";
  readonly delay: number;
}

/** How a run ended. @param moment without it nobody kills the run. */
export async function run(
  folder: string,
  version: 0 | 1,
  out: string,
  moment?: Moment,
): Promise<"killed" | number | null> {
  const watcher = moment?.after === "first change" ? fs.watch(path.join(folder, out)) : undefined;
  const child = spawn(process.execPath, argumentsFor(version, out), { cwd: folder, stdio: "ignore" });
  const kill = () => setTimeout(() => child.kill("SIGKILL"), moment?.delay);
  const timer = moment?.after === "start" ? kill() : undefined;
  watcher?.once("change", kill);
  const ended = await new Promise<"killed" | number | null>((resolve) => {
    child.on("exit", (code, signal) => resolve(signal === "SIGKILL" ? "killed" : code));
  });
  clearTimeout(timer);
  watcher?.close();
  return ended;
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
