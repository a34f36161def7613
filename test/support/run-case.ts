/**
 * A contract in; what `stepwright generate` makes of it out: the real stages, up to the moment where files are written.
 */
import { exitCodeOf, Failure, type Diagnostic } from "#generator/diagnostics.js";
import { generate } from "#generator/generate.js";
import { load } from "#generator/load/load.js";
import { sourceText } from "#generator/load/read-document.js";
import { makeHere } from "#generator/threads/make.js";
import type { FileTree } from "./file-tree.js";
import { withoutFrames } from "./without-frames.js";

/**
 * The emitted files, and `diagnostics.txt` where there is something to say: the exit code, then what the command prints
 * to stderr.
 */
export async function runCase(contract: string): Promise<FileTree> {
  const { files, diagnostics } = await outcome(contract);
  return new Map([...files, ...(diagnostics.length > 0 ? [["diagnostics.txt", printed(diagnostics)] as const] : [])]);
}

async function outcome(contract: string): Promise<{ files: FileTree; diagnostics: readonly Diagnostic[] }> {
  try {
    return await generate(await load(contract), makeHere);
  } catch (error) {
    if (error instanceof Failure) return { files: new Map(), diagnostics: error.diagnostics };
    throw error;
  }
}

export const printed = (diagnostics: readonly Diagnostic[]): string =>
  `exit ${exitCodeOf(diagnostics)}\n${withoutFrames(diagnostics, sourceText)}\n`;
