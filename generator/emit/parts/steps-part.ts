/** The modules that are built with ts-morph, and the index of all: the canonical schema and the model in, files out. */
import { emitConstants, emitConstantsDeclaration } from "../constants.js";
import { emitIndex, emitIndexDeclaration } from "../index-module.js";
import { identifier } from "../text/identifier.js";
import { modulesOf } from "../modules.js";
import type { EmittedFile, StepsJob } from "./jobs.js";
import { emitStepsDeclaration } from "../steps-declaration.js";
import { emitSteps } from "../steps.js";

export function* emitStepModules({ types, model }: StepsJob): Generator<EmittedFile> {
  for (const name of Object.keys(types.$defs)) identifier(name);
  yield ["index.js", emitIndex(model)];
  yield ["index.d.ts", emitIndexDeclaration(model)];
  if (modulesOf(model).includes("constants")) {
    yield ["constants.js", emitConstants(model)];
    yield ["constants.d.ts", emitConstantsDeclaration(model)];
  }
  if (model.steps) {
    yield ["steps.js", emitSteps(model.steps)];
    yield ["steps.d.ts", emitStepsDeclaration(types, model.steps)];
  }
}
