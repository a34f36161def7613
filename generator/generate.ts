/**
 * The way through the house, one line a stage: inputs in, files out. Pure: reading and writing happen outside.
 */
import type { Diagnostic } from "./diagnostics.js";
import { emit } from "./emit/emit.js";
import { format } from "./format.js";
import type { Inputs } from "./load/document.js";
import type { Files } from "./model/model.js";
import { prepare } from "./prepare.js";

export interface Generated {
  /** Path below the output folder → text, in the order in which they are listed. */
  readonly files: Files;
  /** Warnings and notes; an error is thrown. */
  readonly diagnostics: readonly Diagnostic[];
}

/** @throws Failure with all that is wrong with the schema or the contract; then there are no files. */
export async function generate(inputs: Inputs): Promise<Generated> {
  const { annotated, canonical, model, diagnostics } = prepare(inputs);
  const emitted = emit(canonical, model, annotated);
  const files = await format(emitted);
  return { files, diagnostics };
}
