/**
 * An outcome in, one line of JSON for a program out, on stdout whatever happened. `schemas/report.schema.json` says the same.
 */
import type { Severity } from "../diagnostic-catalogue.js";
import { exitCodeOf, type Code, type Diagnostic, type ExitCode } from "../diagnostics.js";
import { sourceFinder, type FindSource, type TextOf } from "../locate/find-source.js";
import type { CommandOutcome } from "./outcome.js";
import type { Printed } from "./printed.js";

/** The outcome as it is, but for its diagnostics. */
interface JsonReport extends Omit<CommandOutcome, "diagnostics"> {
  /** Of this shape; it grows by members without a new number. */
  readonly version: 1;
  readonly exitCode: ExitCode;
  readonly diagnostics: readonly JsonDiagnostic[];
}

interface JsonDiagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
  readonly file?: string;
  /** JSON Pointer in that file. */
  readonly pointer?: string;
  /** Both from 1; columns count UTF-16 units. */
  readonly line?: number;
  readonly column?: number;
}

export function renderJson({ diagnostics, ...rest }: CommandOutcome, textOf: TextOf): Printed {
  const findSource = sourceFinder(textOf);
  const report: JsonReport = {
    version: 1,
    exitCode: exitCodeOf(diagnostics),
    ...rest,
    diagnostics: diagnostics.map((each) => asJson(each, findSource)),
  };
  return { stdout: JSON.stringify(report) };
}

function asJson({ code, severity, message, hint, place }: Diagnostic, findSource: FindSource): JsonDiagnostic {
  const found = place && findSource(place);
  return {
    ...{ code, severity, message, hint },
    ...(place && { file: place.file }),
    ...(place?.pointer !== undefined && { pointer: place.pointer }),
    ...(found && { line: found.line, column: found.column }),
  };
}
