/** The error that carries what is wrong with a value. */
import { formatIssues } from "./format-issues.js";
import type { Issue } from "./issue.js";

/** Thrown by `parseX`: its message is the issues as `formatIssues` tells them. */
export class ValidationError extends Error {
  /** The issues, where `structuredClone` and `postMessage` keep them. */
  declare readonly cause: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(formatIssues(issues), { cause: issues });
    // The message says it all: a console need not list every issue once more, but what was added to the error. Where nobody
    // catches the error, Node does list them: it asks no object there how it would be printed.
    const print = (_: number, options: object, inspect: (value: unknown, options: object) => string): string => {
      const added = { ...this };
      const text = this.stack ?? String(this);
      return Object.keys(added).length > 0 ? `${text} ${inspect(added, options)}` : text;
    };
    Object.defineProperty(this, Symbol.for("nodejs.util.inspect.custom"), { value: print });
  }

  get issues(): readonly Issue[] {
    return this.cause;
  }

  /** "ValidationError", until another one is set. */
  override get name(): string {
    // A getter, so that the stack, which opens with it, knows it.
    return "ValidationError";
  }

  override set name(value: string) {
    Object.defineProperty(this, "name", { value, writable: true, configurable: true });
  }
}
