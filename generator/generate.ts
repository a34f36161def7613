/**
 * The way through the house, one line a stage: inputs in, files out. Pure: reading and writing happen outside.
 */
import type { Diagnostic } from "./diagnostics.js";
import { emit } from "./emit/emit.js";
import { format } from "./format.js";
import type { Inputs } from "./load/document.js";
import { buildModel } from "./model/build-model.js";
import type { Files } from "./model/model.js";
import { annotate } from "./schema/annotate.js";
import { canonicalize } from "./schema/canonicalize.js";
import { settle } from "./schema/context.js";

export interface Generated {
  /** Path below the output folder → text, in the order in which they are listed. */
  readonly files: Files;
  /** Warnings and notes; an error is thrown. */
  readonly diagnostics: readonly Diagnostic[];
}

/** @throws Failure with all that is wrong with the schema or the contract; then there are no files. */
export async function generate(inputs: Inputs): Promise<Generated> {
  const context = { inputs, problems: [] as Diagnostic[] };
  const annotated = annotate(inputs.schema.value, inputs.overlay?.value, inputs.overlay?.file ?? "");
  const canonical = canonicalize(annotated, context);
  const model = settle(context, buildModel(canonical, context));
  const emitted = await emit(canonical, model, annotated);
  const files = await format(emitted);
  return { files, diagnostics: context.problems };
}
