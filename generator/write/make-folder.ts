/** A folder's path in; the folder, with those above it, on the disk out. */
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { isSystemError } from "./disk.js";

/**
 * Node's own recursive mkdir never comes back where the system refuses a folder by saying that its parent is missing, as
 * Linux does below /proc.
 *
 * @returns the uppermost folder that had to be made, if any.
 */
export async function makeFolder(folder: string): Promise<string | undefined> {
  const missing: string[] = [];
  for (let each = resolve(folder); !existsSync(each); each = dirname(each)) missing.unshift(each);
  for (const each of missing) {
    await mkdir(each).catch((error: unknown) => {
      // Another run may have made it in between.
      if (!isSystemError(error) || error.code !== "EEXIST") throw error;
    });
  }
  return missing[0];
}
