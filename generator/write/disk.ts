/**
 * File operations whose refusals are diagnostics: no permission, no space, a file where a folder should be.
 */
import { lstatSync, readFileSync, readlinkSync } from "node:fs";
import { getSystemErrorMap } from "node:util";
import { diagnostic, Failure } from "../diagnostics.js";

export type Action = "read" | "watch" | "write" | "create" | "remove" | "lock";

/** @throws Failure SW510 naming the path when the system refuses; any other error is passed on as the bug it is. */
export async function onDisk<T>(action: Action, path: string, operation: () => T | Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    throw refusal(action, path, error);
  }
}

/** The same for reading and watching, with undefined for what is not there. */
export function ifThere<T>(path: string, operation: () => T, action: Action = "read"): T | undefined {
  try {
    return operation();
  } catch (error) {
    if (isSystemError(error) && error.code === "ENOENT") return undefined;
    throw refusal(action, path, error);
  }
}

/**
 * What stands at a path: a file's bytes or, as in Git, a symbolic link's target (npm leaves links out of a package, so
 * a link to the right bytes is not the right file); undefined where nothing is.
 */
export const contentAt = (path: string): Buffer | undefined =>
  ifThere(path, () =>
    lstatSync(path).isSymbolicLink() ? readlinkSync(path, { encoding: "buffer" }) : readFileSync(path),
  );

/** The same for what need not be a file any more: undefined, too, where a folder has its place, or a file that of its folder. */
export function fileAt(path: string): Buffer | undefined {
  try {
    if (lstatSync(path).isDirectory()) return undefined;
  } catch (error) {
    if (isSystemError(error) && (error.code === "ENOENT" || error.code === "ENOTDIR")) return undefined;
    throw refusal("read", path, error);
  }
  return contentAt(path);
}

/** What a file says in JSON; undefined where that is not JSON. */
export function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}

export const isSystemError = (error: unknown): error is NodeJS.ErrnoException & { readonly code: string } =>
  error instanceof Error && "syscall" in error && "code" in error;

function refusal(action: Action, path: string, error: unknown): unknown {
  if (!isSystemError(error)) return error;
  const words = getSystemErrorMap().get(error.errno ?? 0)?.[1] ?? error.message;
  return new Failure([diagnostic("SW510", undefined, { action, path, problem: `${words} (${error.code})` })]);
}
