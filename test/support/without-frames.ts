/**
 * Diagnostics as they are printed, without colours and without the lines of the source: what stands there is the input's, and a test
 * has that already.
 */
import type { Diagnostic } from "#generator/diagnostics.js";
import type { TextOf } from "#generator/locate/find-source.js";
import { unpainted } from "#generator/report/paint.js";
import { prettyDiagnostics } from "#generator/report/pretty.js";

const frame = /^ +\d* \| /;

export const withoutFrames = (diagnostics: readonly Diagnostic[], textOf: TextOf): string =>
  prettyDiagnostics(diagnostics, textOf, unpainted)
    .split("\n")
    .filter((line) => !frame.test(line))
    .join("\n");
