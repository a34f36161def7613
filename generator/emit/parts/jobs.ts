/** What each part of a package is made of: what was understood in, a job for each of the parts out. */
import type { CanonicalSchema, Json } from "../../json/json-schema.js";
import type { Workflow } from "../../model/model.js";
import type { Canonical } from "../../schema/canonicalize.js";

/** What the inputs come to: all that a package is made of. */
export interface Understood {
  /** The schema after its overlay, which the package carries along. */
  readonly annotated: Json;
  readonly canonical: Canonical;
  readonly model: Workflow;
}

/** All that a part is made of, as plain data that can be sent to a thread. */
export type Job = TextsJob | StepsJob | ValidatorsJob;

export interface TextsJob {
  readonly part: "texts";
  readonly schema: CanonicalSchema;
  readonly types: CanonicalSchema;
  readonly model: Workflow;
  readonly annotated: Json;
}
export interface StepsJob {
  readonly part: "steps";
  readonly types: CanonicalSchema;
  readonly model: Workflow;
}
export interface ValidatorsJob {
  readonly part: "validators";
  readonly schema: CanonicalSchema;
  /** Definition → the type that stands for it, where that is another's. */
  readonly typeOf: ReadonlyMap<string, string>;
  readonly model: Workflow;
}

/** Path below the output folder and text. */
export type EmittedFile = readonly [path: string, text: string];

export type Part = Job["part"];

/** The jobs of a package; none waits for another. */
export function jobsOf({ canonical, model, annotated }: Understood): readonly Job[] {
  const { schema, types } = canonical;
  return [
    { part: "validators", schema, typeOf: canonical.typeOf, model },
    { part: "steps", types, model },
    { part: "texts", schema, types, model, annotated },
  ];
}
