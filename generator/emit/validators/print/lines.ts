/** Lines of emitted code and how they are put together. */

/** @param head `function isJob(data)` */
export const functionText = (head: string, lines: readonly string[]): string =>
  [`${head} {`, ...indented(lines), "}"].join("\n");

/** `head` before the lines, on one line where a single statement follows. */
export const wrapped = (head: string, lines: readonly string[]): readonly string[] =>
  lines.length === 1 && !/^(?:const|let|if|for)\b/.test(lines[0] ?? "")
    ? [`${head} ${lines[0]}`]
    : [`${head} {`, ...indented(lines), "}"];

/** @param first an `if` with its lines. */
export function joinElse(first: readonly string[], rest: readonly string[]): readonly string[] {
  return first.at(-1) === "}" ? [...first.slice(0, -1), `} ${rest[0] ?? ""}`, ...rest.slice(1)] : [...first, ...rest];
}

/** @param isIf whether the lines are one `if` and no more. */
export function elseLines(
  first: readonly string[],
  lines: readonly string[],
  { isIf = false } = {},
): readonly string[] {
  if (lines.length === 0) return first;
  return joinElse(first, isIf ? [`else ${lines[0] ?? ""}`, ...lines.slice(1)] : wrapped("else", lines));
}

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => ` ${line}`);
