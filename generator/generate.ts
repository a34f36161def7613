/**
 * The way through the house, one line a stage: inputs in, files out. Pure: reading and writing happen outside.
 */
import { Failure, type Diagnostic } from "./diagnostics.js";
import { jobsOf } from "./emit/jobs.js";
import type { Inputs } from "./load/document.js";
import { makeHere, type Make } from "./make.js";
import type { Files } from "./model/model.js";
import { prepare } from "./prepare.js";

export interface Generated {
  /** Path below the output folder → text, in the order in which they are listed. */
  readonly files: Files;
  /** Warnings and notes; an error is thrown. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * @param make where the parts of the package are made.
 * @throws Failure with all that is wrong with the schema or the contract; then there are no files.
 */
export async function generate(inputs: Inputs, make: Make = makeHere): Promise<Generated> {
  const prepared = prepare(inputs);
  const files = await together(jobsOf(prepared).map(make));
  return { files, diagnostics: prepared.diagnostics };
}

/** The files of all parts, or one failure with all that is wrong in any of them. */
async function together(parts: readonly Promise<Files>[]): Promise<Files> {
  const made = await Promise.allSettled(parts);
  const errors: readonly unknown[] = made.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  for (const error of errors) if (!(error instanceof Failure)) throw error;
  if (errors.length > 0) throw new Failure((errors as readonly Failure[]).flatMap(({ diagnostics }) => diagnostics));
  return new Map(made.flatMap((each) => (each.status === "fulfilled" ? [...each.value] : [])));
}
