/**
 * What differs between the folder and the package in; a short unified diff for a person out: which files first, then the
 * hunks, declarations before code, together no longer than a screen.
 */
import { structuredPatch, type StructuredPatchHunk } from "diff";
import type { Files } from "../format.js";
import { escapeControls } from "../words/escape-controls.js";
import { below, someOf } from "./emitted-path.js";
import { manifestName } from "./manifest.js";
import { inReadingOrder } from "./reading-order.js";
import type { Survey } from "./survey.js";

const lineLimit = 40;
const widthLimit = 160;
/** Beyond so many edits a diff takes long and tells nothing. */
const maxEditLength = 2_000;

export function differenceText({ missing, changed, surplus }: Survey, files: Files, out: string): string {
  const edited = inReadingOrder(changed.map(({ path }) => path)).filter((path) => path !== manifestName);
  const found = new Map(changed.map((each) => [each.path, each.found]));
  const diffOf = (path: string): readonly string[] =>
    fileDiff(below(out, path), String(found.get(path)), files.get(path) ?? "");
  const lines = [
    ...summary("missing", inReadingOrder(missing)),
    ...summary("changed", edited),
    ...summary("no longer emitted", inReadingOrder(surplus)),
    ...edited.flatMap(diffOf),
  ];
  const rest = lines.length - lineLimit;
  return [
    ...lines.slice(0, lineLimit).map((line) => shortened(escapeControls(line))),
    ...(rest > 0 ? [`… ${rest} more lines`] : []),
  ].join("\n");
}

const summary = (what: string, paths: readonly string[]): readonly string[] =>
  paths.length === 0 ? [] : [`${what}: ${someOf(paths)}`];

/** Removed lines are what is on the disk, added ones what `generate` would write. */
function fileDiff(path: string, found: string, emitted: string): readonly string[] {
  const patch = structuredPatch(path, path, found, emitted, undefined, undefined, { context: 2, maxEditLength });
  const hunks = patch?.hunks.flatMap(hunkLines) ?? ["(too much differs to show)"];
  return [`--- ${path}`, `+++ ${path} (as it would be written)`, ...hunks];
}

const hunkLines = ({ oldStart, oldLines, newStart, newLines, lines }: StructuredPatchHunk): readonly string[] => [
  `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
  ...lines,
];

const shortened = (line: string): string => (line.length > widthLimit ? `${line.slice(0, widthLimit - 1)}…` : line);
