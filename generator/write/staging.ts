/**
 * What a run is about to put into place: the texts, in its part of the lock, and in a folder beside it the list of all paths that are
 * ours, with what may stand there. A killed run leaves both behind; by the list the next one knows what to mend.
 */
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { isObject } from "../json/json-schema.js";
import type { Files } from "../format.js";
import { contentAt, jsonOf, onDisk, type Action } from "./disk.js";
import { below, isPathBelow } from "./emitted-path.js";

export const stagingName = ".stepwright.tmp";

/** Path below the output folder → SHA-256 of each text that stepwright wrote there or is about to. */
export type Recorded = ReadonlyMap<string, readonly string[]>;

/** Whatever was recorded, and these. */
export const alsoRecorded = (recorded: Recorded, hashes: Iterable<readonly [string, string]>): Recorded =>
  new Map([...recorded, ...[...hashes].map(([path, hash]) => [path, [hash, ...(recorded.get(path) ?? [])]] as const)]);

const listOf = (out: string): string => below(out, `${stagingName}/paths.json`);

/** What an interrupted run had listed; empty where no run was interrupted. */
export function interruptedPaths(out: string): Recorded {
  const bytes = contentAt(listOf(out));
  // The list is moved into place whole: only a crashed file system can have torn it.
  const listed = bytes && jsonOf(bytes);
  const entries = isObject(listed) ? Object.entries(listed) : [];
  return new Map(
    entries.flatMap(([path, hashes]): [string, string[]][] =>
      isPathBelow(path) && Array.isArray(hashes) ? [[path, hashes.filter((each) => typeof each === "string")]] : [],
    ),
  );
}

const stagedIn = (own: string): string => below(own, "staged");

/**
 * Writes the texts, not yet into their places.
 *
 * @param own the run's part of the lock
 * @returns path below the output folder → its staged file.
 * @throws Failure SW510 when the disk refuses; no trace is left then.
 */
export async function stage(out: string, own: string, texts: Files): Promise<ReadonlyMap<string, string>> {
  const folder = stagedIn(own);
  // Whoever the lock was taken over from left its own.
  await onDisk("remove", folder, () => rm(folder, { recursive: true, force: true }));
  await onDisk("create", folder, () => mkdir(folder));
  const staged = [...texts].map(([path, text], index) => ({ path, text, file: below(folder, `${index}`) }));
  for (const { path, file, text } of staged) await onDisk("write", below(out, path), () => writeFile(file, text));
  return new Map(staged.map(({ path, file }) => [path, file]));
}

/** From now on these paths are ours, whatever happens: told after the texts are staged, and before the first is moved. */
export async function listPaths(out: string, own: string, recorded: Recorded): Promise<void> {
  const file = below(stagedIn(own), "paths.json");
  await onDisk("write", listOf(out), () => writeFile(file, JSON.stringify(Object.fromEntries(recorded))));
  await provideFolder(below(out, stagingName), own);
  await move(file, listOf(out));
}

/** As all is in place, the manifest says which paths are ours. */
export async function forgetPaths(out: string, own: string): Promise<void> {
  const folder = below(out, stagingName);
  if (existsSync(folder)) await move(folder, below(own, "forgotten"), "remove");
}

/** Moved into place like a file: once another run has taken over, there is nothing left to move. */
export async function provideFolder(folder: string, own: string): Promise<void> {
  if (existsSync(folder)) return;
  const made = below(stagedIn(own), "folder");
  await onDisk("create", folder, () => mkdir(made));
  await move(made, folder, "create");
}

export const move = (from: string, to: string, action: Action = "write"): Promise<void> =>
  onDisk(action, action === "remove" ? from : to, () => rename(from, to));
