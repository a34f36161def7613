/** `--depfile`: what a run read and the folder it writes to in; a depfile out, once the package is there. */
import { accessSync, constants, lstatSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { diagnostic, Failure } from "../diagnostics.js";
import type { Sources } from "../load/document.js";
import { isOutside } from "../load/input-paths.js";
import { depfileText, isNameForMake, writeDepfile } from "../write/depfile.js";
import { ifThere, onDisk } from "../write/disk.js";
import { inputPaths, outputPaths } from "./list-paths.js";

/**
 * Asked before anything is written, so that a wrong path changes nothing.
 *
 * @returns what writes it.
 * @throws Failure SW101 for a depfile that would replace something else, SW109, SW510 for a folder that cannot be written to
 */
export async function depfileOf(file: string, sources: Sources, out: string): Promise<() => Promise<void>> {
  const inputs = inputPaths(sources);
  const problem = problemOf(file, inputs, out);
  if (problem !== undefined) {
    throw new Failure([diagnostic("SW101", undefined, { problem: `--depfile ${file} ${problem}` })]);
  }
  await onDisk("write", file, () => accessSync(path.dirname(file), constants.W_OK));
  // The manifest stands for the package: it is written last.
  const target = outputPaths([], out).join();
  const broken = [target, ...inputs].filter((each) => !isNameForMake(each));
  if (broken.length > 0) {
    const reason = "Make and Ninja would take it for more than a name";
    throw new Failure(broken.map((each) => diagnostic("SW109", undefined, { list: "a depfile", path: each, reason })));
  }
  const text = depfileText(target, inputs);
  return () => writeDepfile(file, text);
}

function problemOf(file: string, inputs: readonly string[], out: string): string | undefined {
  const [place, folder] = [realPlace(file), realPlace(out)];
  if (isWithin(place, folder)) return "lies in the package's folder, where nothing else belongs";
  if (isWithin(folder, place)) return "stands where the package's folder belongs";
  const found = ifThere(file, () => lstatSync(file));
  if (found === undefined) return undefined;
  const isFound = (input: string): boolean => {
    const stats = ifThere(input, () => statSync(input));
    return stats?.dev === found.dev && stats.ino === found.ino;
  };
  if (inputs.some(isFound)) return "would replace an input";
  return found.isFile() ? undefined : "would replace what is no plain file";
}

/** Where a path leads, symbolic links followed; of what is not there yet, where it would be. */
function realPlace(file: string): string {
  const whole = path.resolve(file);
  try {
    return realpathSync.native(whole);
  } catch {
    return path.join(realPlace(path.dirname(whole)), path.basename(whole));
  }
}

const isWithin = (file: string, folder: string): boolean => !isOutside(path.relative(folder, file));
