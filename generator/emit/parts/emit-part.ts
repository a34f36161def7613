/**
 * The package in three parts, each made by other tools and from nothing that another part makes: texts and types, steps and
 * constants (ts-morph), validators (AJV). A part's job in, its files out, one emitter each.
 */
import { withHeader } from "./header.js";
import type { EmittedFile, Job, Part } from "./jobs.js";

/** A part loads no other part's tools. */
const emitters = {
  texts: () => import("./texts-part.js"),
  steps: () => import("./steps-part.js"),
  validators: () => import("./validators-part.js"),
} as const satisfies Record<Part, unknown>;

/** Each file as soon as it is there: it can be formatted while the next one is made. Every module says what made it. */
export async function* emitPart(job: Job): AsyncGenerator<EmittedFile> {
  for await (const [path, text] of filesOf(job)) yield [path, isModule(path) ? withHeader(job.model, text) : text];
}

const isModule = (path: string): boolean => /\.(?:js|d\.ts)$/.test(path);

async function* filesOf(job: Job): AsyncGenerator<EmittedFile> {
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
