/**
 * The package in three parts, each made by other tools and from nothing that another part makes: texts and types, steps and
 * constants (ts-morph), validators (AJV). A part's job in, its files out, one emitter each.
 */
import type { Workflow } from "../model/model.js";
import type { Prepared } from "../prepare.js";
import type { CanonicalSchema, Json } from "../schema/json-schema.js";

/** All that a part is made of, as plain data that can be sent to a thread. */
export type Job = TextsJob | StepsJob | ValidatorsJob;

export interface TextsJob {
  readonly part: "texts";
  readonly types: CanonicalSchema;
  readonly model: Workflow;
  /** The schema after its overlay, which the package carries along. */
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
export function jobsOf({ canonical, model, annotated }: Prepared): readonly Job[] {
  const { schema, types } = canonical;
  return [
    { part: "validators", schema, typeOf: canonical.typeOf, model },
    { part: "steps", types, model },
    { part: "texts", types, model, annotated },
  ];
}

/** A part loads no other part's tools. */
const emitters = {
  texts: () => import("./texts-part.js"),
  steps: () => import("./steps-part.js"),
  validators: () => import("./validators-part.js"),
} as const satisfies Record<Part, unknown>;

/** Each file as soon as it is there: it can be formatted while the next one is made. */
export async function* emitPart(job: Job): AsyncGenerator<EmittedFile> {
  switch (job.part) {
    case "texts":
      yield* (await emitters.texts()).emitTexts(job);
      break;
    case "steps":
      yield* (await emitters.steps()).emitStepModules(job);
      break;
    case "validators":
      yield* (await emitters.validators()).emitValidatorModules(job);
  }
}

/** Loads the tools of a part before its job is there. */
export async function loadTools(part: Part): Promise<void> {
  await emitters[part]();
}
