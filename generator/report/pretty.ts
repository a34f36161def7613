/**
 * Diagnostics as people read them: `schemas/x.schema.json:41:9 error SW204 the sentence`, under it the line of the source
 * with a caret, and the hint.
 */
import type { Severity } from "../diagnostic-catalogue.js";
import type { Diagnostic } from "../diagnostics.js";
import { placeFormatter, sourceFinder, type TextOf } from "../locate/find-source.js";
import { escapeControls } from "../words/escape-controls.js";
import { mostImportant } from "./most-important.js";
import type { CommandOutcome } from "./outcome.js";
import type { Colour, Paint } from "./paint.js";
import type { Printed } from "./printed.js";
import { sourceFrame } from "./source-frame.js";

/** The result on stdout; on stderr what differs, then the problems that matter most. */
export function renderPretty(outcome: CommandOutcome, textOf: TextOf, paint: Paint): Printed {
  const { result, stack, difference, diagnostics } = outcome;
  const { shown, rest } = mostImportant(diagnostics);
  const problems = [
    ...(stack ? [stack] : []),
    ...(difference ? [paintedDifference(difference, paint)] : []),
    ...(shown.length > 0 ? [prettyDiagnostics(shown, textOf, paint)] : []),
    ...rest,
  ];
  return { stdout: result, stderr: problems.length > 0 ? problems.join("\n") : undefined };
}

/** All of them in their order, each with its line of the source and its hint. No line and column where there is no text. */
export function prettyDiagnostics(diagnostics: readonly Diagnostic[], textOf: TextOf, paint: Paint): string {
  const findSource = sourceFinder(textOf);
  const shownPlace = placeFormatter(findSource);
  return diagnostics.map(format).join("\n");

  function format({ place, severity, code, message, hint }: Diagnostic): string {
    const where = place === undefined ? "" : `${paint("bold", escapeControls(shownPlace(place)))} `;
    const source = place && findSource(place);
    return [
      `${where}${paint(colours[severity], severity)} ${code} ${escapeControls(message)}`,
      ...(source && source.text.trim() !== "" ? [sourceFrame(source, paint)] : []),
      `  ${escapeControls(hint)}`,
    ].join("\n");
  }
}

const colours = { error: "red", warning: "yellow", note: "cyan" } as const satisfies Record<Severity, Colour>;

function paintedDifference(difference: string, paint: Paint): string {
  const painted = (line: string): string => {
    if (line.startsWith("+")) return paint("green", line);
    return line.startsWith("-") ? paint("red", line) : line;
  };
  return difference.split("\n").map(painted).join("\n");
}
