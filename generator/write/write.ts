/**
 * A package in, the output folder made to hold exactly it. All texts are staged before the first is moved into place,
 * and the manifest moves last: a run killed at any moment leaves every file old or new, and the next run mends the rest.
 */
import { rmdir } from "node:fs/promises";
import { dirname, resolve, sep } from "node:path";
import type { Diagnostic } from "../diagnostics.js";
import type { Files } from "../format.js";
import { onDisk } from "./disk.js";
import { below, foldersOf } from "./emitted-path.js";
import { holdingSignals } from "./holding-signals.js";
import { withLock, type Patience } from "./lock.js";
import { makeFolder } from "./make-folder.js";
import { hashesOf, manifestName, type SealedPackage } from "./manifest.js";
import { refuseObstacles } from "./obstacles.js";
import { alsoRecorded, forgetPaths, listPaths, move, provideFolder, stage } from "./staging.js";
import { foreignNotes, isUpToDate, outdated, refuseForeign, survey, type Survey } from "./survey.js";

export interface WriteResult {
  /** False where every byte on the disk was right already. */
  readonly touched: boolean;
  /** New or changed paths below the output folder, the manifest not counted. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** Notes on files that stepwright did not write. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * @param out the output folder as the user gave it; made if need be.
 * @throws Failure SW15x when the folder is not ours to write, SW51x when the disk refuses or another run holds it.
 */
export async function writePackage({ files }: SealedPackage, out: string, patience?: Patience): Promise<WriteResult> {
  const first = survey(hashesOf(files), out);
  if (isUpToDate(first) && !first.interrupted && !first.locked) return resultOf(first, out);
  // Before the lock, which would be the first thing we leave in somebody else's folder.
  if (first.isForeign) refuseForeign(first, out);

  return holdingSignals((isStopped) =>
    inFolder(out, () => withLock(out, (own) => update(files, { out, own }), patience, isStopped)),
  );
}

/** Made if need be, and taken away again where the work fails. */
async function inFolder<T>(out: string, work: () => Promise<T>): Promise<T> {
  const created = await onDisk("create", out, () => makeFolder(out));
  try {
    return await work();
  } catch (error) {
    if (created !== undefined) await removeEmptyFolders(resolve(out), dirname(resolve(created)));
    throw error;
  }
}

interface Folders {
  readonly out: string;
  /** The run's part of the lock: nothing is moved into or out of it any more once another run has taken over. */
  readonly own: string;
}

/** Surveys again, now under the lock: another run may have been at it. */
async function update(files: Files, { out, own }: Folders): Promise<WriteResult> {
  const found = survey(hashesOf(files), out);
  refuseForeign(found, out);
  if (!isUpToDate(found)) await replace(files, found, { out, own });
  await forgetPaths(out, own);
  return resultOf(found, out);
}

async function replace(files: Files, found: Survey, { out, own }: Folders): Promise<void> {
  await refuseObstacles(out, [...outdated(found), ...found.surplus]);
  const staged = await stage(out, own, new Map(outdated(found).map((path) => [path, files.get(path) ?? ""])));
  await listPaths(out, own, alsoRecorded(found.recorded, hashesOf(files)));
  for (const folder of new Set([...staged.keys()].flatMap(foldersOf))) await provideFolder(below(out, folder), own);
  const remove = (path: string) =>
    move(below(out, path), below(own, `removed-${found.surplus.indexOf(path)}`), "remove");
  for (const path of found.respelled) await remove(path);
  for (const [path, file] of staged) if (path !== manifestName) await move(file, below(out, path));
  for (const path of found.surplus) if (!found.respelled.includes(path)) await remove(path);
  // Of all that were dropped: a killed run may have removed a folder's last file and not yet the folder.
  for (const path of found.dropped) await removeEmptyFolders(dirname(resolve(out, path)), resolve(out));
  const manifest = staged.get(manifestName);
  if (manifest !== undefined) await move(manifest, below(out, manifestName));
}

/** From an absolute folder upwards, as long as they are empty and below `top`. */
async function removeEmptyFolders(folder: string, top: string): Promise<void> {
  try {
    for (let each = folder; each.startsWith(top + sep); each = dirname(each)) await rmdir(each);
  } catch {
    // Not empty, so somebody uses it.
  }
}

const resultOf = (found: Survey, out: string): WriteResult => ({
  touched: !isUpToDate(found),
  written: outdated(found).filter((path) => path !== manifestName),
  removed: found.surplus,
  diagnostics: foreignNotes(found, out),
});
