/**
 * A line of a source and a column in it; two lines for a person out: the line with its number, a caret under the place.
 */
import type { Source } from "../locate/find-source.js";
import { escapeControls } from "../words/escape-controls.js";
import type { Paint } from "./paint.js";

/** Of a longer line (a minified schema is one line) so many characters around the place are shown. */
const widthLimit = 100;
const shownBefore = 60;

export function sourceFrame({ line, column, text }: Source, paint: Paint): string {
  const at = column - 1;
  const start = at + 1 <= widthLimit ? 0 : at - shownBefore;
  const end = start + widthLimit;
  const marked = text.slice(at, Math.min(end, at + wordLength(text.slice(at, end))));
  const before = shown(`${start > 0 ? "…" : ""}${text.slice(start, at)}`);
  const rest = shown(text.slice(at + marked.length, end)) + (text.length > end ? "…" : "");
  const number = `${line} | `;
  const caret = "^".repeat(Math.max(1, blank(shown(marked)).length));
  return [
    `  ${paint("dim", number)}${before}${shown(marked)}${rest}`,
    `  ${paint("dim", number.replace(/\d/g, " "))}${blank(before)}${paint("red", caret)}`,
  ].join("\n");
}

/** How much of the text is the value that begins there: a string or a plain word, else its first character. */
const wordLength = (text: string): number => /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w$.+-]+)/.exec(text)?.[0].length ?? 1;

const shown = (text: string): string => escapeControls(text.replaceAll("\t", " "));

/** As wide as the text on a terminal, and empty: two columns for a wide letter, none for a mark on another letter. */
const blank = (text: string): string =>
  text
    .replaceAll(/\p{Mark}/gu, "")
    .replaceAll(
      /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/gu,
      "\u3000",
    )
    .replaceAll(/[^\u3000]/gu, " ");
