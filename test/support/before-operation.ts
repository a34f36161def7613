/** Some work on the disk in; the same out, with something else in between, as another process would do it. */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

type Synchronous = "exists" | "fstat" | "lstat" | "mkdir" | "open" | "readdir" | "readFile" | "realpath" | "stat";
type Operation = `${Synchronous}Sync` | "watch";

export const reads = ["lstatSync", "readdirSync", "readFileSync"] as const;

/** Does the work, and just before its operation with this number, of these, something else; returns whether it came to that. */
export async function beforeOperation(
  operations: readonly Operation[],
  number: number,
  meanwhile: () => void,
  work: () => Promise<unknown>,
): Promise<boolean> {
  const originals = operations.map((name) => [name, fs[name]] as const);
  const restore = (): void => {
    Object.assign(fs, Object.fromEntries(originals));
    syncBuiltinESMExports();
  };
  let left = number;
  for (const [name, original] of originals) {
    const watched = (...given: readonly unknown[]) => {
      if (--left === 0) {
        restore();
        meanwhile();
      }
      return Reflect.apply(original, fs, given) as unknown;
    };
    // `realpathSync.native` counts, too.
    Object.assign(fs, { [name]: Object.assign(watched, { native: watched }) });
  }
  syncBuiltinESMExports();
  await work().finally(restore);
  return left <= 0;
}
