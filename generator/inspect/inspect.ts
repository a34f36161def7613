/**
 * `stepwright inspect`, from what was read to the text: entry types, step table, fidelity report. Pure.
 */
import type { Diagnostic } from "../diagnostics.js";
import { prepare } from "../generate.js";
import type { Inputs } from "../load/document.js";
import { placeFormatter, sourceFinder } from "../locate/find-source.js";
import { entryLines } from "./entries.js";
import { fidelityLines } from "./fidelity-report.js";
import { findingsIn } from "./findings.js";
import { joined } from "./layout.js";
import { stepLines } from "./steps.js";
import { counted } from "../words/counted.js";

interface Inspected {
  readonly text: string;
  /** Warnings and notes; an error is thrown. */
  readonly diagnostics: readonly Diagnostic[];
}

/** @throws Failure with all that is wrong with the schema or the contract. */
export function inspect(inputs: Inputs): Inspected {
  const { canonical, model, diagnostics } = prepare(inputs);
  const shownPlace = placeFormatter(sourceFinder((file) => textOf(file, inputs)));
  const findings = findingsIn(
    canonical,
    model.entries.map(({ name }) => name),
  );
  const text = joined([
    `${model.title}: ${counted(Object.keys(canonical.types.$defs).length, "type")}`,
    "",
    ...entryLines(model, canonical.$defs, shownPlace),
    "",
    ...(model.steps === undefined ? ["no steps"] : stepLines(model.steps, canonical.types)),
    "",
    ...fidelityLines(findings),
  ]);
  return { text, diagnostics };
}

const textOf = (file: string, { schema, referenced }: Inputs): string | undefined =>
  [schema, ...referenced.values()].find((document) => document.file === file)?.text;
