/**
 * What is wrong, as data: a code of the catalogue (an unknown one does not compile), its parameters and its place.
 */
import { catalogue, type Severity } from "./diagnostic-catalogue.js";
import { origin, type Origin } from "./json/json-schema.js";
import { formatPointer } from "./json/pointer.js";

export type Code = keyof typeof catalogue;

export interface Place {
  /** Its path from the working directory, absolute where the contract's was given so; for `generateFiles` the name that was given. */
  readonly file: string;
  /** JSON Pointer without `#`, resolved to line and column when the diagnostic is printed. */
  readonly pointer?: string;
  /** Whether the place is the key of what the pointer names, not the value. */
  readonly isKey?: true;
  /** Offset in the file's text, in UTF-16 units, where there is no pointer (a syntax error). */
  readonly offset?: number;
}

export interface Diagnostic {
  /** Such as SW201: its first digit tells what it is about (docs/diagnostics.md). */
  readonly code: Code;
  /** Only an error ends a run without a package. */
  readonly severity: Severity;
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** Absent where no file is to blame, as for a folder that cannot be written. */
  readonly place?: Place;
}

type ParametersOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParametersOf<Rest>
  : never;
type Parameters<C extends Code> = Record<
  ParametersOf<(typeof catalogue)[C]["message"] | (typeof catalogue)[C]["hint"]>,
  string
>;

/** A diagnostic of the catalogue at a place, or nowhere. */
export function diagnostic<C extends Code>(code: C, place: Place | undefined, parameters: Parameters<C>): Diagnostic {
  const { severity, message, hint } = catalogue[code];
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => (parameters as Record<string, string>)[name] ?? "");
  return { code, severity, message: fill(message), hint: fill(hint), ...(place && { place }) };
}

type Stamped = { readonly [origin]?: Origin } | boolean | undefined;

/**
 * Where a schema stands; undefined for one that stands nowhere. A schema is no place itself, though its text may have a `file`.
 * @param below the segments from the schema to a value in it, where that is meant.
 */
export function placeOfSchema(schema: Stamped, ...below: readonly string[]): Place | undefined {
  const from = typeof schema === "object" ? schema[origin] : undefined;
  return from && { file: from.file, pointer: from.pointer + formatPointer(below) };
}

/** Where a keyword of a schema is written: the keyword itself, not its value. */
export function placeOfKeyword(schema: Stamped, keyword: string): Place | undefined {
  const place = placeOfSchema(schema, keyword);
  return place && { ...place, isKey: true };
}

/** 0 fine, 1 stale, 2 usage, contract, overlay or path, 3 schema, 4 a bug, 5 reading or writing. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5;

const exitCodes = { "1": 2, "2": 3, "3": 1, "4": 4, "5": 5 } as const satisfies Record<string, ExitCode>;

/**
 * The exit code of a run that found these; warnings and notes do not count. Where they differ, the one to look at first
 * wins: a bug, then the contract (a wrong one makes everything after it doubtful), the schema, the disk, stale output.
 */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const found = new Set<ExitCode>(errors.map(({ code }) => exitCodes[code.charAt(2) as keyof typeof exitCodes]));
  return ([4, 2, 3, 5, 1] as const).find((code) => found.has(code)) ?? 0;
}

/** Thrown to end the run at a stage's end; carries everything that was found. Never leaves `generate`. */
export class Failure extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((each) => each.message).join("\n"));
    this.name = "Failure";
  }
}
