/**
 * The place of a diagnostic in; its line and column, and the text of that line, out. Each file is read and parsed once,
 * however many diagnostics stand in it.
 */
import type { Place } from "../diagnostics.js";
import { locator, type Locate, type Position } from "./locate.js";

/** The text of a file that a diagnostic names, with LF line ends; undefined when there is none. */
export type TextOf = (file: string) => string | undefined;

export interface Source extends Position {
  /** The whole line, without its end. */
  readonly text: string;
}

export type FindSource = (place: Place) => Source | undefined;

/** Finds nothing where there is no text, or where a place is a file as a whole. */
export function sourceFinder(textOf: TextOf): FindSource {
  const files = new Map<string, { readonly lines: readonly string[]; readonly locate: Locate } | undefined>();
  return (place) => {
    const { file } = place;
    if (!files.has(file)) {
      const text = textOf(file);
      files.set(file, text === undefined ? undefined : { lines: text.split("\n"), locate: locator(text, file) });
    }
    const found = files.get(file);
    const position = found?.locate(place);
    return position && { ...position, text: found?.lines[position.line - 1] ?? "" };
  };
}

/** Places as `file:line:column`, or as the file alone where there is no text. */
export function placeFormatter(findSource: FindSource): (place: Place) => string {
  return (place) => {
    const source = findSource(place);
    return source === undefined ? place.file : `${place.file}:${source.line}:${source.column}`;
  };
}
