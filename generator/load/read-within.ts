/**
 * A path and a limit in; the bytes that stand there out, or nothing where there are more. What never ends (`/dev/zero`) is
 * not waited for.
 */
import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";

/**
 * @param limit in bytes.
 * @throws the system's error where there is nothing to read.
 */
export function readWithin(file: string, limit: number): Uint8Array | undefined {
  const descriptor = openSync(file, "r");
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return readStream(descriptor, limit);
    return stats.size > limit ? undefined : readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A pipe or a device, which does not know its size. */
function readStream(descriptor: number, limit: number): Uint8Array | undefined {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let count = -1; count !== 0 && size <= limit; size += count) {
    const chunk = new Uint8Array(65_536);
    count = readSync(descriptor, chunk);
    chunks.push(chunk.subarray(0, count));
  }
  return size > limit ? undefined : Buffer.concat(chunks);
}
