/**
 * What a case emits and what is expected of it in; what differs, for a person to read, out.
 */
import { createTwoFilesPatch } from "diff";
import { readTree, replaceTree, type FileTree } from "./file-tree.js";
import type { GoldenCase } from "./golden-cases.js";

const lineLimit = 60;

/** Empty where they agree. The lists of files are compared first, both ways, then the texts. */
export function goldenDifference(golden: GoldenCase, emitted: FileTree): string {
  const expected = readTree(golden.expected, golden.besides);
  if (expected.size === 0) return told(golden, [`there is nothing in ${golden.expected}/`]);
  const missing = [...expected.keys()].filter((file) => !emitted.has(file));
  const surplus = [...emitted.keys()].filter((file) => !expected.has(file));
  const changed = [...expected].filter(([file, text]) => emitted.has(file) && emitted.get(file) !== text);
  const lines = [
    ...missing.map((file) => `no longer emitted: ${file}`),
    ...surplus.map((file) => `not expected: ${file}`),
    ...changed.flatMap(([file, text]) => patch(file, text, emitted.get(file) ?? "")),
  ];
  return lines.length === 0 ? "" : told(golden, lines);
}

/** Makes the emitted files the expected ones. */
export const updateGolden = ({ expected }: GoldenCase, emitted: FileTree): void => replaceTree(expected, emitted);

const patch = (file: string, expected: string, emitted: string): readonly string[] =>
  createTwoFilesPatch(file, file, expected, emitted, "expected", "emitted", { context: 2 }).split("\n").slice(1);

function told({ name, updateCommand }: GoldenCase, lines: readonly string[]): string {
  const rest = lines.length - lineLimit;
  const shown = [...lines.slice(0, lineLimit), ...(rest > 0 ? [`… ${rest} more lines`] : [])];
  return [`golden case "${name}":`, ...shown, `If that is right, run \`${updateCommand}\` and review it.`].join("\n");
}
