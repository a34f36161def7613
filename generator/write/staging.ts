/**
 * The folder inside the output folder where texts are written before they are moved into place, and in it the list of
 * all paths that are ours. A killed run leaves both behind, so that the next one knows what to mend.
 */
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import type { Files } from "../model/model.js";
import { contentAt, onDisk } from "./disk.js";
import { below, isPathBelow } from "./emitted-path.js";

export const stagingName = ".stepwright.tmp";

const listName = "paths.json";

/** The paths that an interrupted run wrote or was about to write; empty where no run was interrupted. */
export function interruptedPaths(out: string): readonly string[] {
  const bytes = contentAt(below(out, `${stagingName}/${listName}`));
  if (bytes === undefined) return [];
  try {
    const paths: unknown = JSON.parse(bytes.toString("utf8"));
    return Array.isArray(paths) ? paths.filter((path) => typeof path === "string" && isPathBelow(path)) : [];
  } catch {
    return []; // The list is moved into place whole: only a crashed file system can have torn it.
  }
}

/**
 * Writes the texts into the staging folder, after the list of every path that is ours from now on.
 *
 * @returns path below the output folder → its staged file.
 * @throws Failure SW510 when the disk refuses; no trace is left then.
 */
export async function stage(out: string, texts: Files, ours: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const folder = below(out, stagingName);
  const list = below(folder, listName);
  const isMending = existsSync(folder);
  try {
    await onDisk("create", folder, () => mkdir(folder, { recursive: true }));
    await save(`${list}.new`, JSON.stringify(ours));
    await move(`${list}.new`, list);
    const staged = [...texts].map(([path, text], index) => ({ path, text, file: below(folder, `${index}`) }));
    for (const { file, text } of staged) await save(file, text);
    return new Map(staged.map(({ path, file }) => [path, file]));
  } catch (error) {
    if (!isMending) await clearStaging(out);
    throw error;
  }
}

export const move = (from: string, to: string): Promise<void> => onDisk("write", to, () => rename(from, to));

export async function clearStaging(out: string): Promise<void> {
  const folder = below(out, stagingName);
  await onDisk("remove", folder, () => rm(folder, { recursive: true, force: true }));
}

const save = (path: string, text: string): Promise<void> => onDisk("write", path, () => writeFile(path, text));
