/** What a schema asks for, in words: what one phrase is made of and others are made from. */

export interface Said {
  /** What a value may be: `{ type: ["string", "null"] }` are two, and what nothing satisfies is none. */
  readonly phrases: readonly string[];
  /** The same without what its parts must be, but for plain types. */
  readonly brief: readonly string[];
  /** Whether that is all that is asked for. */
  readonly isAll: boolean;
  /** The kinds of value that it speaks of, where all others will do. */
  readonly about: readonly string[];
}
