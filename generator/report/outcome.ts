/** What a command came to, as data: what has to be told, before a reporter puts it into words. */
import type { Diagnostic } from "../diagnostics.js";

/** What a command came to, before anything is printed; the diagnostics decide the exit code. */
export interface CommandOutcome {
  /** What a person reads who asked for it: a sentence or a table. */
  readonly result?: string;
  /** What was written, for programs. */
  readonly written?: WrittenFiles;
  /** What was asked for, one by one. */
  readonly paths?: readonly string[];
  /** A short unified diff between the disk and what would be written. */
  readonly difference?: string;
  /** Of a bug, for who asked for it. */
  readonly stack?: string;
  readonly diagnostics: readonly Diagnostic[];
}

interface WrittenFiles {
  /** As the user gave it, with a slash behind. */
  readonly folder: string;
  /** Paths below the folder, the manifest not counted. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}
