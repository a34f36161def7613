/** The error that carries what is wrong with a value. */
import { formatIssues } from "./format-issues.js";
import type { Issue } from "./issue.js";

/** Thrown by `parseX`: its message is the issues as `formatIssues` tells them. */
export class ValidationError extends Error {
  /** The issues, where `structuredClone` and `postMessage` keep them. */
  declare readonly cause: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(formatIssues(issues), { cause: issues });
    // The message says it all: a console need not list every issue once more. Where nobody catches the error, Node does: it
    // asks no object there how it would be printed, and a copy would have no issues without a cause.
    Object.defineProperty(this, Symbol.for("nodejs.util.inspect.custom"), { value: () => this.stack ?? String(this) });
  }

  get issues(): readonly Issue[] {
    return this.cause;
  }

  /** Always "ValidationError". */
  override get name(): string {
    // A getter, so that the stack, which opens with it, knows it.
    return "ValidationError";
  }
}
