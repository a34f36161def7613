/**
 * Plain text for a terminal of any width from 120 columns on: aligned columns, wrapped lists, names quoted where they are no words.
 */
import { escapeControls } from "../words/escape-controls.js";

const width = 116;

/** Rows with each column as wide as its widest cell; no blanks at the end of a line. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, (row[column] ?? "").length), 0),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

/** A line broken at single blanks; what follows the first part is indented by `hanging` more than the line. */
export function wrapped(line: string, hanging = 4): readonly string[] {
  const margin = line.search(/\S|$/);
  const lines: string[] = [];
  let current = line.slice(0, margin);
  for (const word of line.slice(margin).split(" ")) {
    const isFirst = current.trim() === "";
    if (!isFirst && current.length + 1 + word.length > width) {
      lines.push(current);
      current = " ".repeat(margin + hanging) + word;
    } else {
      current += isFirst ? word : ` ${word}`;
    }
  }
  return [...lines, current];
}

export const indented = (lines: readonly string[], by = 2): readonly string[] =>
  lines.map((line) => (line === "" ? "" : " ".repeat(by) + line));

/** A tag, or a name that a schema gives: in quotes where it would not be read as one word. */
export const shownName = (name: string): string =>
  /^[\p{L}\p{N}_$./:@+-]+$/u.test(name) ? name : JSON.stringify(name);

/** All lines as one text that moves no cursor but by its line ends. */
export const joined = (lines: readonly string[]): string => lines.map(escapeControls).join("\n");
