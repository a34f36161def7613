/** What a run threw in, its outcome out. */
import { diagnostic, Failure } from "../diagnostics.js";
import type { CommandOutcome } from "../report/outcome.js";

/** A Failure is the user's to mend; anything else is ours, and its stack is shown only to who asks for it. */
export function failed(error: unknown): CommandOutcome {
  if (error instanceof Failure) return { diagnostics: error.diagnostics };
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  const bug = diagnostic("SW401", undefined, { problem: message });
  return { ...(process.env["STEPWRIGHT_DEBUG"] && { stack }), diagnostics: [bug] };
}
