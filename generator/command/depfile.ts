/** `--depfile`: what a run read and the folder it writes to in; a depfile out, once the package is there. */
import { diagnostic, Failure } from "../diagnostics.js";
import type { Sources } from "../load/document.js";
import { depfileText, isNameForMake, writeDepfile } from "../write/depfile.js";
import { fromHere, inputPaths, outputPaths } from "./list-paths.js";

/**
 * Asked before anything is written, so that a wrong path changes nothing.
 *
 * @returns what writes it.
 * @throws Failure SW101 for a depfile that would replace an input, SW109
 */
export function depfileOf(file: string, sources: Sources, out: string): () => Promise<void> {
  const inputs = inputPaths(sources);
  if (inputs.includes(fromHere(file))) {
    throw new Failure([diagnostic("SW101", undefined, { problem: `--depfile ${file} would replace an input` })]);
  }
  // The manifest stands for the package: it is written last.
  const target = outputPaths([], out).join();
  const broken = [target, ...inputs].filter((path) => !isNameForMake(path));
  if (broken.length > 0) {
    const reason = "Make and Ninja would take it for more than a name";
    throw new Failure(broken.map((path) => diagnostic("SW109", undefined, { list: "a depfile", path, reason })));
  }
  const text = depfileText(target, inputs);
  return () => writeDepfile(file, text);
}
