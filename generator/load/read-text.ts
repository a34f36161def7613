/**
 * A path in, the bytes that stand there and their text out. There is a limit: what never ends (`/dev/zero`) is not waited for.
 */
import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { mostBytes } from "./limits.js";

/**
 * @returns nothing where there is more than the limit.
 * @throws the system's error where there is nothing to read.
 */
export function readWithin(file: string): Buffer | undefined {
  const descriptor = openSync(file, "r");
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return readStream(descriptor);
    return stats.size > mostBytes ? undefined : readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Whether a path leads to what might be waited for without end. @throws the system's error where it leads nowhere. */
export function isPipeOrDevice(file: string): boolean {
  const stats = statSync(file);
  return !stats.isFile() && !stats.isDirectory();
}

/** A pipe or a device, which does not know its size. */
function readStream(descriptor: number): Buffer | undefined {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let count = -1; count !== 0 && size <= mostBytes; size += count) {
    const chunk = new Uint8Array(65_536);
    count = readSync(descriptor, chunk);
    chunks.push(chunk.subarray(0, count));
  }
  return size > mostBytes ? undefined : Buffer.concat(chunks);
}

/** UTF-8 with LF line ends and without a byte order mark (the decoder takes it off); undefined for another encoding. */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    return withLineFeeds(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** A text with LF line ends. */
export const withLineFeeds = (text: string): string => text.replaceAll("\r\n", "\n");
