import type { Diagnostic } from "../diagnostics.js";

/** What a command came to, before anything is printed; the diagnostics decide the exit code. */
export interface Outcome {
  /** For stdout. */
  readonly result?: string;
  /** For stderr, above the diagnostics: a diff, or the stack of a bug. */
  readonly details?: string;
  readonly diagnostics: readonly Diagnostic[];
}
