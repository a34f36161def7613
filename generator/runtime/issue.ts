/** What the package says about an invalid value: the public types. */

/** One thing that is wrong with a value. */
export interface Issue {
  /** Property names and array indexes from the root to the place; a missing or unknown property is part of it. */
  readonly path: (string | number)[];
  /** The same place as a JSON Pointer (RFC 6901). */
  readonly pointer: string;
  /** A sentence that says what was expected and what came, with a suggestion where a known name is near. */
  readonly message: string;
  /**
   * The JSON Schema keyword that was not satisfied; `discriminator` for an unknown tag, `not` for an `if` that may not hold,
   * `false schema` for what may not be there, `depth` for nesting without end.
   */
  readonly keyword: string;
  /** What would have been right, as text. */
  readonly expected?: string;
  /** What came instead, as text. */
  readonly received?: string;
}

export interface ParseOptions {
  /**
   * The most issues that are told, the first ones; 100 by default. A fraction is rounded down, and 0, a negative number and NaN count
   * as 1.
   */
  readonly maxIssues?: number | undefined;
}

/** The value, typed, or what is wrong with it; each can be asked for before it is known which of them is there. */
export type SafeParseResult<T> =
  | {
      /** Whether the value is valid. */
      readonly success: true;
      /** The value itself, not a copy. */
      readonly data: T;
      readonly issues?: undefined;
    }
  | {
      /** Whether the value is valid. */
      readonly success: false;
      /** What is wrong with it, the first thing first: one issue at least. */
      readonly issues: readonly Issue[];
      readonly data?: undefined;
    };
