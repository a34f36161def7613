/**
 * What was made of what in; a depfile for Make and Ninja out, which tells them when to run the command again.
 */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { ifThere, onDisk } from "./disk.js";
import { holdingSignals } from "./holding-signals.js";

/**
 * A rule without a recipe. Each input is a target, too, so that Make does not miss one that is no longer there and no longer
 * needed.
 */
export function depfileText(target: string, inputs: readonly string[]): string {
  const names = inputs.map(escaped);
  return [`${escaped(target)}: ${names.join(" ")}`, ...names.map((name) => `${name}:`), ""].join("\n");
}

/** Whole, or not at all. @throws Failure SW510 */
export async function writeDepfile(file: string, text: string): Promise<void> {
  if (ifThere(file, () => readFileSync(file, "utf8")) === text) return;
  const beside = path.join(path.dirname(file), `.stepwright.${randomUUID()}`);
  await holdingSignals(() =>
    onDisk("write", file, async () => {
      try {
        await writeFile(beside, text, { flag: "wx" });
        await rename(beside, file);
      } finally {
        await rm(beside, { force: true });
      }
    }),
  );
}

/**
 * Whether a path is nothing but a name, once it is escaped: no escape keeps `SHELL=x` from being an assignment, `a;rm b` from
 * being a recipe, `.POSIX` from being a setting, `a(b)` from being a member of an archive, `[ab]` from being whichever of `a` and
 * `b` is there, `a%b` from being a pattern where it is a target.
 */
export const isNameForMake = (file: string): boolean =>
  !/[\p{Cc};=|*?<>^`%]|\[.*\]|^~|&$|.\(.*\)$|^\.[A-Z_]+$/u.test(file);

/** Make and Ninja take backslashes as they are, but for those before what they would take for their own. */
const escaped = (file: string): string =>
  file
    .replaceAll("$", "$$$$")
    .replaceAll(/(\\*)([ #:])/g, String.raw`$1$1\$2`)
    .replace(/\\+$/, "$&$&");
