/**
 * Emitted packages in; what importing them and calling all that they export did to the world out.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { replaceTree, type FileTree } from "../support/file-tree.js";

const program = path.join(import.meta.dirname, "import-packages.mjs");

/** A process forgets no module: with thousands of packages each would take longer than the one before. */
const inOneProcess = 250;

/** One line a package that did something. */
export function effectsOf(packages: ReadonlyMap<string, FileTree>, folder: string): readonly string[] {
  const all = [...packages];
  const found: string[] = [];
  for (let start = 0; start < all.length; start += inOneProcess) {
    found.push(...effectsInOneProcess(all.slice(start, start + inOneProcess), folder));
  }
  return found;
}

function effectsInOneProcess(packages: readonly (readonly [string, FileTree])[], folder: string): readonly string[] {
  const names = packages.map(([name]) => name);
  const folders = packages.map(([, files], index) => {
    const own = path.join(folder, `package-${index}`);
    replaceTree(own, files);
    return own;
  });
  const cwd = path.join(folder, "cwd");
  fs.mkdirSync(cwd, { recursive: true });
  const { stdout, stderr, status } = spawnSync(process.execPath, [program], {
    input: JSON.stringify(folders),
    encoding: "utf8",
    cwd,
    maxBuffer: 2 ** 28,
  });
  const answers = stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { problems: readonly string[] });
  const found = answers.flatMap(({ problems }, index) => problems.map((each) => `${names[index]}: ${each}`));
  const ended =
    status === 0 && answers.length === names.length ? [] : [`${names[answers.length]}: ended it all: ${stderr}`];
  const left = fs.readdirSync(cwd).map((name) => `the file ${name} appeared`);
  return [...found, ...ended, ...left];
}
