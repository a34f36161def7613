/**
 * The way through the house, one line a stage: what `load/` has read in; the files that `write/` will write out. Pure.
 */
import { Failure, type Diagnostic } from "./diagnostics.js";
import { jobsOf, type Understood } from "./emit/parts/jobs.js";
import type { Inputs } from "./load/document.js";
import { buildModel } from "./model/build-model.js";
import type { Files } from "./format.js";
import { annotate } from "./schema/annotate/annotate.js";
import { relocatedToOverlay } from "./schema/annotate/overlaid.js";
import { canonicalize } from "./schema/canonicalize.js";
import { stopOnErrors, type Context } from "./schema/context.js";
import { problemsAt } from "./schema/dialect/dialect.js";
import { isSchema } from "./schema/reading/walk.js";
import type { Make } from "./threads/make.js";

export interface Generated {
  /** Path below the output folder → text, in the order in which they are listed. */
  readonly files: Files;
  /** Warnings and notes; an error is thrown. */
  readonly diagnostics: readonly Diagnostic[];
}

export type Prepared = Understood & Pick<Generated, "diagnostics">;

/**
 * The whole way.
 * @param make emits and formats a part of the package, here or in a thread.
 * @throws Failure with all that is wrong with the schema or the contract; then there are no files.
 */
export async function generate(inputs: Inputs, make: Make): Promise<Generated> {
  const { diagnostics, ...understood } = prepare(inputs);
  const files = await together(jobsOf(understood).map(make));
  return { files, diagnostics };
}

/**
 * Its first half, which every command goes.
 * @throws Failure with all that is wrong with the schema or the contract.
 */
export function prepare(inputs: Inputs): Prepared {
  const context: Context = { inputs, problems: [] };
  const { file, value } = inputs.schema;
  // In a list the overlay would find nothing, and that would be told of each of its actions.
  if (!isSchema(value)) throw new Failure(problemsAt(value, { file, pointer: "" }));
  const annotated = annotate(value, inputs.overlay?.value, inputs.overlay?.file ?? "");
  try {
    const canonical = canonicalize(annotated, context);
    const model = buildModel(canonical, context);
    stopOnErrors(context);
    return { annotated, canonical, model, diagnostics: told(context.problems) };
  } catch (error) {
    if (error instanceof Failure) throw new Failure(told(error.diagnostics));
    throw error;
  }

  /** Once each: what stands in two entries, or goes both ways, is there twice for every rule. */
  function told(problems: readonly Diagnostic[]): readonly Diagnostic[] {
    const once = new Map(problems.map((each) => [JSON.stringify(each), each]));
    return relocatedToOverlay([...once.values()], annotated);
  }
}

/** The files of all parts, or one failure with all that is wrong in any of them. */
async function together(parts: readonly Promise<Files>[]): Promise<Files> {
  const made = await Promise.allSettled(parts);
  const errors: readonly unknown[] = made.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  for (const error of errors) if (!(error instanceof Failure)) throw error;
  if (errors.length > 0) throw new Failure((errors as readonly Failure[]).flatMap(({ diagnostics }) => diagnostics));
  return new Map(made.flatMap((each) => (each.status === "fulfilled" ? [...each.value] : [])));
}
