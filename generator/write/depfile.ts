/**
 * What was made of what in; a depfile for Make and Ninja out, which tells them when to run the command again.
 */
import { readFileSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { ifThere, onDisk } from "./disk.js";

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
  await onDisk("write", file, async () => {
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
  });
}

/**
 * Whether a path is nothing but a name, once it is escaped: no escape keeps `SHELL=x` from being an assignment, `a;rm b` from
 * being a recipe, `.POSIX` from being a setting, `a(b)` from being a member of an archive.
 */
export const isNameForMake = (path: string): boolean => !/[\p{Cc};=|*?<>^`]|^~|&$|.\(.*\)$|^\.[A-Z_]+$/u.test(path);

/** Make and Ninja take backslashes as they are, but for those before what they would take for their own. */
const escaped = (path: string): string =>
  path
    .replaceAll("$", "$$$$")
    .replaceAll(/(\\*)([ #:])/g, String.raw`$1$1\$2`)
    .replace(/\\+$/, "$&$&");
