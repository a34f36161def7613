/**
 * A path in, a document out: read, decoded, parsed.
 */
import { getSystemErrorMap } from "node:util";
import { diagnostic, Failure, type Diagnostic, type Place } from "../diagnostics.js";
import type { Document } from "./document.js";
import { isAddress } from "./input-paths.js";
import { mostBytes } from "./limits.js";
import { parse, type Role } from "./parse.js";
import { decode, isPipeOrDevice, readWithin } from "./read-text.js";

export interface Naming {
  /** Where the path is written, if in a file: that is where a wrong path is reported. */
  readonly namedAt?: Place | undefined;
  /** Whether it may be a pipe, which is waited for: only who runs the command knows that something comes out of it. */
  readonly mayBePipe?: true | undefined;
}

/** @throws Failure when the file is missing, unreadable or not what it should be; with all that is wrong in it. */
export async function readDocument(file: string, role: Role, { namedAt, mayBePipe }: Naming): Promise<Document> {
  if (isAddress(file)) throw new Failure([diagnostic("SW103", namedAt, { what: `the ${role}`, file })]);
  const text = decode(bytesOf(file, role, { namedAt, mayBePipe }));
  if (text === undefined) throw new Failure([diagnostic("SW501", namedAt, { file, problem: "it is not UTF-8 text" })]);
  return { file, text, value: await parse(text, file, role) };
}

function bytesOf(file: string, role: Role, { namedAt, mayBePipe }: Naming): Uint8Array {
  try {
    if (!mayBePipe && isPipeOrDevice(file)) {
      const problem = "it is a pipe or a device";
      throw new Failure([diagnostic("SW501", namedAt, { file, problem })]);
    }
    const bytes = readWithin(file);
    if (bytes !== undefined) return bytes;
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure([readingProblem(error as NodeJS.ErrnoException, file, role, namedAt)]);
  }
  throw new Failure([tooLarge(file, role, namedAt)]);
}

export function tooLarge(file: string, role: Role, namedAt?: Place): Diagnostic {
  const limit = String(mostBytes / 2 ** 20);
  return diagnostic(role === "schema" ? "SW216" : "SW108", namedAt, { file, limit });
}

/** A file's text as `readDocument` saw it, for the line and column of a diagnostic; undefined when it cannot be read. */
export function sourceText(file: string): string | undefined {
  try {
    const bytes = isPipeOrDevice(file) ? undefined : readWithin(file);
    return bytes && decode(bytes);
  } catch {
    return undefined;
  }
}

function readingProblem({ code, errno }: NodeJS.ErrnoException, file: string, role: Role, namedAt: Place | undefined) {
  if (code === "ENOENT" || code === "ENOTDIR") return diagnostic("SW102", namedAt, { what: `the ${role}`, file });
  return diagnostic("SW501", namedAt, { file, problem: readingErrors[code ?? ""] ?? systemWords(errno) });
}

const systemWords = (errno = 0): string => getSystemErrorMap().get(errno)?.[1] ?? "unknown error";

const readingErrors: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EISDIR: "it is a directory",
  ERR_INVALID_ARG_VALUE: "no path has a NUL character",
  EPERM: "permission denied",
};
