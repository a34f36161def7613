/**
 * What the package says about an invalid value: the public types, and the error that carries them.
 */
import { formatIssues } from "./format-issues.js";

/** One thing that is wrong with a value. */
export interface Issue {
  /** Property names and array indexes from the root to the place; a missing or unknown property is part of it. */
  readonly path: (string | number)[];
  /** The same place as a JSON Pointer (RFC 6901). */
  readonly pointer: string;
  /** A sentence that says what was expected and what came, with a suggestion where a known name is near. */
  readonly message: string;
  /** The JSON Schema keyword that was not satisfied; `discriminator` for an unknown tag, `depth` for nesting without end. */
  readonly keyword: string;
  /** What would have been right, as text. */
  readonly expected?: string;
  /** What came instead, as text. */
  readonly received?: string;
}

export interface ParseOptions {
  /** How many issues are collected at the most, one at least: 100 where nothing is said. */
  readonly maxIssues?: number;
}

export type SafeParseResult<T> =
  { readonly success: true; readonly data: T } | { readonly success: false; readonly issues: readonly Issue[] };

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

  /** Known before the stack is written, which opens with it. */
  override get name(): string {
    return "ValidationError";
  }
}
