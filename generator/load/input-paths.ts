/**
 * Where a run's inputs lie: what the user, a contract or a `$ref` says in; the path of the file out.
 */
import { realpathSync } from "node:fs";
import path from "node:path";

export const forwardSlashes = (file: string): string => file.split(path.sep).join("/");

/** Whether a text that should be a path is an address on the network (`https://…`). */
export const isAddress = (file: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(file);

/** The file that a contract names, which is relative to the contract. */
export function namedPath(contractFile: string, named: string): string {
  const isComplete = isAddress(named) || path.isAbsolute(named);
  return isComplete ? named : path.posix.join(path.posix.dirname(contractFile), named);
}

/** Whether a path relative to a folder leads out of it by its own words. */
export const isOutside = (relative: string): boolean => /^\.\.(?:[\\/]|$)/.test(relative) || path.isAbsolute(relative);

/** The file at a path relative to the schema's folder, or why a run does not read it; symbolic links are followed. */
export function belowSchema(
  schemaFile: string,
  relative: string,
): { readonly file: string } | { readonly why: "missing" | "outside" } {
  if (isOutside(relative)) return { why: "outside" };
  const folder = path.posix.dirname(schemaFile);
  const file = path.posix.join(folder, relative);
  const [real, realFolder] = [realPath(file), realPath(folder)];
  if (real === undefined || realFolder === undefined) return { why: "missing" };
  return isOutside(path.relative(realFolder, real)) ? { why: "outside" } : { file };
}

function realPath(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}
