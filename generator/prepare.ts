/**
 * The first half of the way, which every command goes: what was read in; the canonical schema and the model made of it out.
 * Pure.
 */
import { Failure, type Diagnostic } from "./diagnostics.js";
import type { Inputs } from "./load/document.js";
import { buildModel } from "./model/build-model.js";
import type { Workflow } from "./model/model.js";
import { annotate } from "./schema/annotate/annotate.js";
import { canonicalize, type Canonical } from "./schema/canonicalize.js";
import { settle } from "./schema/context.js";
import { problemsAt } from "./schema/dialect/dialect.js";
import type { Json } from "./schema/json-schema.js";
import { blamed } from "./schema/annotate/overlaid.js";
import { isSchema } from "./schema/walk.js";

export interface Prepared {
  /** The schema after its overlay. */
  readonly annotated: Json;
  readonly canonical: Canonical;
  readonly model: Workflow;
  /** Warnings and notes; an error is thrown. */
  readonly diagnostics: readonly Diagnostic[];
}

/** @throws Failure with all that is wrong with the schema or the contract. */
export function prepare(inputs: Inputs): Prepared {
  const context = { inputs, problems: [] as Diagnostic[] };
  const { file, value } = inputs.schema;
  // In a list the overlay would find nothing, and that would be told of each of its actions.
  if (!isSchema(value)) throw new Failure(problemsAt(value, { file, pointer: "" }));
  const annotated = annotate(value, inputs.overlay?.value, inputs.overlay?.file ?? "");
  try {
    const canonical = canonicalize(annotated, context);
    const model = settle(context, buildModel(canonical, context));
    return { annotated, canonical, model, diagnostics: told(context.problems) };
  } catch (error) {
    if (error instanceof Failure) throw new Failure(told(error.diagnostics));
    throw error;
  }

  /** Once each: what stands in two entries, or goes both ways, is there twice for every rule. */
  function told(problems: readonly Diagnostic[]): readonly Diagnostic[] {
    const once = new Map(problems.map((each) => [JSON.stringify(each), each]));
    return blamed([...once.values()], annotated);
  }
}
