/**
 * Text that a schema controls, put into Markdown: any text comes in, Markdown goes out that shows it and nothing else
 * (CommonMark 0.31; tables as in GitHub Flavored Markdown, section 4.10).
 */

/** What anybody reads in one go; the library that formats the README takes seconds for a text of a megabyte. */
const longest = 2_000;

/** Words on one line, as many as anybody reads, with every character that could mean something to Markdown or HTML made harmless. */
export const inline = (text: string): string =>
  shortened(oneLine(text))
    .replace(/[\\`*_[\]|~#!]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/^([-+=]|\d+[.)])(?=\s|$)/, "&#8203;$1");

/** Code on one line. Its fence is longer than any run of backticks inside. */
export function code(text: string): string {
  const content = oneLine(text);
  const fence = "`".repeat(longestRun(content, /`+/g) + 1);
  const space = content.startsWith("`") || content.endsWith("`") || content === "" ? " " : "";
  return `${fence}${space}${content}${space}${fence}`;
}

export function codeBlock(language: string, lines: readonly string[]): string {
  const content = lines.join("\n");
  const fence = "`".repeat(Math.max(3, longestRun(content, /^ *`+/gm) + 1));
  return `${fence}${language}\n${content}\n${fence}`;
}

/** Cells are Markdown already; in a table a pipe is escaped in code spans too. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(escapePipes).join(" | ")} |`;
  return [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
}

const escapePipes = (cell: string): string => cell.replace(/\\?\|/g, "\\|");

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ").trim();

const shortened = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, "")}…` : text;

const longestRun = (text: string, runs: RegExp): number =>
  (text.match(runs) ?? []).reduce((longest, run) => Math.max(longest, run.trim().length), 0);
