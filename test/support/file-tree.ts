/**
 * Folders as values: path below the folder → text.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

export type FileTree = ReadonlyMap<string, string>;

/** Sorted by path; empty where there is no such folder. `besides` are names at its top that are left out. */
export function readTree(folder: string, besides: readonly string[] = []): FileTree {
  const files = filesIn(folder).filter((file) => !besides.includes(file.split("/")[0] ?? ""));
  return new Map(files.map((file) => [file, readFileSync(path.join(folder, file), "utf8")]));
}

/** Makes the folder hold exactly the tree. */
export function replaceTree(folder: string, tree: FileTree): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [file, text] of tree) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}

/** Their paths with forward slashes, sorted by code unit. */
function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  return entries
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"))
    .sort();
}
