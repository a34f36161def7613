/**
 * Everything that can be wrong, in one typed catalogue: an unknown code does not compile. The hundreds digit gives
 * the exit code: SW1xx usage, contract, overlay or path (2), SW2xx schema (3), SW3xx stale output (1),
 * SW4xx a bug (4), SW5xx reading or writing (5).
 */
import { origin, type Origin } from "./schema/json-schema.js";

export type Severity = "error" | "warning" | "note";

interface CatalogueEntry {
  readonly severity: Severity;
  /** `{name}` is replaced by the parameter of that name. */
  readonly message: string;
  readonly hint: string;
}

const catalogue = {
  SW101: { severity: "error", message: "{problem}", hint: "run `stepwright --help` for the commands and their flags" },
} as const satisfies Record<string, CatalogueEntry>;

export type Code = keyof typeof catalogue;

export interface Place {
  readonly file: string;
  /** JSON Pointer, resolved to line and column when the diagnostic is printed. */
  readonly pointer?: string;
  /** Character offset in the file's text, where there is no pointer (a syntax error). */
  readonly offset?: number;
}

export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
  readonly place?: Place;
}

type ParametersOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | ParametersOf<Rest> : never;
type Parameters<C extends Code> = Record<ParametersOf<(typeof catalogue)[C]["message"] | (typeof catalogue)[C]["hint"]>, string>;

/** A diagnostic of the catalogue at a place: a schema node (its origin), a place, or nowhere. */
export function diagnostic<C extends Code>(
  code: C,
  at: { readonly [origin]?: Origin } | Place | undefined,
  parameters: Parameters<C>,
): Diagnostic {
  const { severity, message, hint } = catalogue[code];
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => (parameters as Record<string, string>)[name] ?? "");
  const place = placeOf(at);
  return { code, severity, message: fill(message), hint: fill(hint), ...(place && { place }) };
}

function placeOf(at: { readonly [origin]?: Origin } | Place | undefined): Place | undefined {
  if (at === undefined) return undefined;
  if ("file" in at) return at as Place;
  const from = (at as { readonly [origin]?: Origin })[origin];
  return from && { file: from.file, pointer: from.pointer };
}

/** Thrown to end the run at a stage's end; carries everything that was found. Never leaves `generate`. */
export class Failure extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((each) => each.message).join("\n"));
    this.name = "Failure";
  }
}
