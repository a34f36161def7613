/**
 * Places in a text as people count them: a JSON Pointer or an offset in, line and column out.
 */
import { parseTree, type Node } from "jsonc-parser";
import type { Place } from "../diagnostics.js";
import { parsePointer } from "../json/pointer.js";
import { isYaml } from "../load/file-kind.js";
import { structureProblems } from "../load/structure.js";
import { yamlOffsets } from "./locate-yaml.js";
import { memberIndex } from "./member-index.js";

/** Both count from 1; columns count UTF-16 units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export type Locate = (place: Place) => Position | undefined;

/**
 * Finds positions in one text, which is parsed at most once. A pointer is where the value it names begins, or its key, or, where
 * it names nothing (a missing member), the innermost value around that place. Undefined for a place without either.
 * @param file its name, which tells YAML from JSON.
 */
export function locator(text: string, file: string): Locate {
  let offsetAt: OffsetAt | undefined;
  let lineStarts: readonly number[] | undefined;
  return ({ pointer, offset, isKey }) => {
    if (pointer === undefined && offset === undefined) return undefined;
    lineStarts ??= startsOfLines(text);
    if (offset !== undefined) return positionOf(offset, lineStarts);
    offsetAt ??= isYaml(file) ? yamlOffsets(text) : jsonOffsets(text);
    const found = offsetAt(parsePointer(pointer ?? ""), isKey === true);
    return found === undefined ? undefined : positionOf(found, lineStarts);
  };
}

type OffsetAt = (segments: readonly string[], isKey: boolean) => number | undefined;

function jsonOffsets(text: string): OffsetAt {
  const tree = isFollowed(text) ? parseTree(text) : undefined;
  const memberOf = memberIndex(membersOf);
  return (segments, isKey) => {
    let node = tree;
    for (const segment of segments) {
      const next = node?.type === "array" ? node.children?.[Number(segment)] : node && memberOf(node, segment);
      if (next === undefined) return node?.offset;
      node = next;
    }
    return isKey && node?.parent?.type === "property" ? node.parent.offset : node?.offset;
  };
}

/** Whether a text is JSON that a library can follow to its end; the text of a program need not be the one that was read. */
function isFollowed(text: string): boolean {
  try {
    JSON.parse(text);
    return structureProblems(text).every(({ kind }) => kind === "repeated");
  } catch {
    return false;
  }
}

const membersOf = ({ children = [] }: Node): readonly (readonly [string, Node])[] =>
  children.flatMap(({ children: [key, value] = [] }) => (key && value ? [[String(key.value), value] as const] : []));

function startsOfLines(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The last line that begins at or before the offset, by halving. */
function positionOf(offset: number, lineStarts: readonly number[]): Position {
  let [first, last] = [0, lineStarts.length - 1];
  while (first < last) {
    const middle = Math.ceil((first + last) / 2);
    if ((lineStarts[middle] ?? 0) <= offset) first = middle;
    else last = middle - 1;
  }
  return { line: first + 1, column: offset - (lineStarts[first] ?? 0) + 1 };
}
