/**
 * Input files in; what the generator makes of them out: a package, or what it says is wrong. A crash is thrown.
 */
import path from "node:path";
import { Failure, type Diagnostic } from "#generator/diagnostics.js";
import { generate } from "#generator/generate.js";
import { load } from "#generator/load/load.js";
import { sourceText } from "#generator/load/read-document.js";
import { makeHere } from "#generator/threads/make.js";
import { replaceTree, type FileTree } from "../support/file-tree.js";
import { withoutFrames } from "../support/without-frames.js";
import type { InputFiles } from "./measured-run.js";

export type Made =
  | { readonly kind: "package"; readonly files: FileTree }
  | { readonly kind: "refusal"; readonly diagnostics: readonly Diagnostic[]; readonly printed: string };

/** @param folder where the input is written; it is made anew. */
export async function makePackage(input: InputFiles, folder: string): Promise<Made> {
  replaceTree(folder, new Map(Object.entries(input)));
  try {
    const { files } = await generate(await load(path.join(folder, "workflow.contract.json")), makeHere);
    return { kind: "package", files };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { diagnostics } = error;
    return { kind: "refusal", diagnostics, printed: withoutFrames(diagnostics, sourceText) };
  }
}
