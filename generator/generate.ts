/**
 * The way through the house, one line a stage: inputs in, files out. Pure: reading and writing happen outside.
 */
import type { Diagnostic } from "./diagnostics.js";
import type { Inputs } from "./load/document.js";
import type { Files } from "./model/model.js";

export interface Generated {
  readonly files: Files;
  /** Warnings and notes; an error is thrown as a Failure. */
  readonly diagnostics: readonly Diagnostic[];
}

export async function generate(_inputs: Inputs): Promise<Generated> {
  throw new Error("not yet");
}
