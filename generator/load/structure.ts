/**
 * What JSON.parse does not tell: keys that stand twice in one object, and nesting that recursive code cannot follow.
 * A text in, its problems with their offsets out. One pass, no recursion, safe for a text that is not JSON.
 */
import { mostContainers, mostLevels, mostMistakes } from "./limits.js";

export type StructureProblem =
  | { readonly kind: "repeated"; readonly key: string; readonly offset: number }
  | { readonly kind: "deep" | "many"; readonly offset: number };

/**
 * In the order of the text, and one more than are told at most. A "deep" or "many" one is the last: nothing is read beyond it.
 */
export function structureProblems(text: string): readonly StructureProblem[] {
  const problems: StructureProblem[] = [];
  const open: Set<string>[] = [];
  let opened = 0;
  const structural = /["{}[\]]/g;
  for (let found = structural.exec(text); found !== null; found = structural.exec(text)) {
    const { 0: character, index: at } = found;
    if (character === "{" || character === "[") {
      if (open.length === mostLevels) return [...problems, { kind: "deep", offset: at }];
      if ((opened += 1) > mostContainers) return [...problems, { kind: "many", offset: at }];
      open.push(new Set());
    } else if (character === "}" || character === "]") {
      open.pop();
    } else {
      const end = stringEnd(text, at);
      const keys = open.at(-1);
      if (keys && isFollowedByColon(text, end)) {
        const key = unquote(text.slice(at, end));
        if (keys.has(key) && problems.length <= mostMistakes) problems.push({ kind: "repeated", key, offset: at });
        keys.add(key);
      }
      structural.lastIndex = end;
    }
  }
  return problems;
}

/** The offset behind the string that begins at `start`. */
function stringEnd(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1);
  while (quote !== -1 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
  return quote === -1 ? text.length : quote + 1;
}

function isEscaped(text: string, offset: number): boolean {
  let first = offset;
  while (text[first - 1] === "\\") first -= 1;
  return (offset - first) % 2 === 1;
}

function isFollowedByColon(text: string, offset: number): boolean {
  let next = offset;
  while (text[next] === " " || text[next] === "\n" || text[next] === "\t" || text[next] === "\r") next += 1;
  return text[next] === ":";
}

/** Two spellings of one key (`"a"`, `"\u0061"`) are one key. */
function unquote(literal: string): string {
  if (!literal.includes("\\")) return literal.slice(1, -1);
  try {
    return JSON.parse(literal) as string;
  } catch {
    return literal;
  }
}
