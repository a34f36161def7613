/**
 * An output folder and the paths that are stepwright's in; what somebody else put there out.
 */
import { readdirSync } from "node:fs";
import { ifThere } from "./disk.js";
import { below, foldersOf, installedFolder } from "./emitted-path.js";
import { lockName } from "./lock.js";
import { stagingName } from "./staging.js";

/** Never called foreign, never touched: npm's, and another run's. */
const tolerated: ReadonlySet<string> = new Set([lockName, stagingName, installedFolder]);

/** @returns a path for a file; for a folder with nothing of ours in it, its path with a slash behind. */
export function foreignFiles(out: string, ours: readonly string[]): readonly string[] {
  const files = new Set(ours);
  const folders = new Set(ours.flatMap(foldersOf));

  function foreignIn(folder: string): readonly string[] {
    const path = below(out, folder);
    const entries = ifThere(path, () => readdirSync(path, { withFileTypes: true })) ?? [];
    return entries.flatMap((entry) => {
      const name = `${folder}${entry.name}`;
      if (tolerated.has(name)) return [];
      if (!entry.isDirectory()) return files.has(name) ? [] : [name];
      return folders.has(name) ? foreignIn(`${name}/`) : [`${name}/`];
    });
  }
  return [...foreignIn("")].sort();
}
