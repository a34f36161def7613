/**
 * An output folder and the paths in it that are about to be replaced or removed in; what would stop that half way is told before the
 * first of them is.
 */
import { accessSync, constants, lstatSync, statSync } from "node:fs";
import { diagnostic, Failure } from "../diagnostics.js";
import { ifThere, isSystemError, onDisk } from "./disk.js";
import { asFolder, below, foldersOf } from "./emitted-path.js";

/** @throws Failure SW510 for a folder or a file that cannot be written, SW513 for one on another disk */
export async function refuseObstacles(out: string, paths: readonly string[]): Promise<void> {
  const { dev } = statSync(out);
  for (const path of new Set([...paths.flatMap(foldersOf), ...paths])) {
    const place = below(out, path);
    const found = ifThere(place, () => lstatSync(place));
    if (found === undefined || found.isSymbolicLink()) continue;
    if (found.dev !== dev) throw new Failure([diagnostic("SW513", undefined, { path: place, folder: asFolder(out) })]);
    await onDisk("write", place, () => expectWritable(place, found.isDirectory()));
  }
}

/** A file that may not be changed can be replaced where its folder lets one; not so one that is immutable. */
function expectWritable(place: string, isFolder: boolean): void {
  try {
    accessSync(place, constants.W_OK);
  } catch (error) {
    if (isFolder || !isSystemError(error) || error.code !== "EACCES") throw error;
  }
}
