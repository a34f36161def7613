/**
 * Diagnostics as people read them: `schemas/x.schema.json:41:9 error SW204 the sentence`, and the hint under it.
 */
import type { Diagnostic, Place } from "../diagnostics.js";
import { locator, type Locate } from "./locate.js";

/** The text of a file that a diagnostic names, with LF line ends; undefined when there is none. */
export type TextOf = (file: string) => string | undefined;

/** Two lines: place, severity, code and sentence; then the hint, indented. No line and column where there is no text. */
export function formatDiagnostic(diagnostic: Diagnostic, textOf: TextOf): string {
  return formatDiagnostics([diagnostic], textOf);
}

/** All of them in their order. Each file is read and parsed once, however many diagnostics stand in it. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], textOf: TextOf): string {
  const shownPlace = placeFormatter(textOf);
  return diagnostics.map(format).join("\n");

  function format({ place, severity, code, message, hint }: Diagnostic): string {
    const where = place === undefined ? "" : `${escapeControls(shownPlace(place))} `;
    return `${where}${severity} ${code} ${escapeControls(message)}\n  ${escapeControls(hint)}`;
  }
}

/** Places as `file:line:column`, or as the file alone where there is no text. Each file is read and parsed once. */
export function placeFormatter(textOf: TextOf): (place: Place) => string {
  const locators = new Map<string, Locate>();
  return (place) => {
    const position = locatorOf(place.file)(place);
    return position === undefined ? place.file : `${place.file}:${position.line}:${position.column}`;
  };

  function locatorOf(file: string): Locate {
    const text = locators.has(file) ? undefined : textOf(file);
    const locate = locators.get(file) ?? (text === undefined ? () => undefined : locator(text, file));
    locators.set(file, locate);
    return locate;
  }
}

/** Messages quote what a schema says: it must not move the cursor, ring, or turn the writing direction. */
export function escapeControls(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
