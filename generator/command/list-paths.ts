/**
 * What a build system asks before it runs anything: the files that a run reads, and those that it writes. Paths from the
 * working directory, with forward slashes, sorted by code unit.
 */
import { relative, resolve } from "node:path";
import { diagnostic, Failure } from "../diagnostics.js";
import type { Sources } from "../load/document.js";
import { forwardSlashes } from "../load/input-paths.js";
import type { CommandOutcome } from "../report/outcome.js";
import { below } from "../write/emitted-path.js";
import { manifestName } from "../write/manifest.js";

/** @throws Failure SW109, and what keeps an input from being read */
export function inputPaths({ contractDocument, schema, overlay, referenced, problems }: Sources): readonly string[] {
  if (problems.length > 0) throw new Failure(problems);
  const documents = [contractDocument, schema, overlay, ...referenced.values()];
  return listed(documents.flatMap((document) => (document ? [document.file] : [])));
}

/**
 * @param paths of what is emitted, below the output folder
 * @throws Failure SW109
 */
export const outputPaths = (paths: Iterable<string>, out: string): readonly string[] =>
  listed([...paths, manifestName].map((path) => below(out, path)));

/** One path a line. */
export const listing = (paths: readonly string[]): CommandOutcome => ({
  result: paths.join("\n"),
  paths,
  diagnostics: [],
});

const fromHere = (file: string): string => forwardSlashes(relative("", resolve(file)));

function listed(files: readonly string[]): readonly string[] {
  const paths = [...new Set(files.map(fromHere))].sort();
  const broken = paths.filter((path) => /[\n\r]/.test(path));
  if (broken.length === 0) return paths;
  const reason = "it has a line break";
  throw new Failure(broken.map((path) => diagnostic("SW109", undefined, { list: "a list of paths", path, reason })));
}
