/**
 * The canonical schema and the model → every file of the package, one emitter each; none reads another's output.
 */
import type { Workflow } from "../model/model.js";
import type { Canonical } from "../schema/canonicalize.js";
import type { Json } from "../schema/json-schema.js";
import { emitConstants, emitConstantsDeclaration } from "./constants.js";
import { withHeader } from "./header.js";
import { emitIndex, emitIndexDeclaration } from "./index-module.js";
import { emitLicense } from "./license.js";
import { modulesOf } from "./modules.js";
import { emitPackageJson } from "./package-json.js";
import { emitReadme } from "./readme.js";
import { runtimeModules } from "./runtime-modules.js";
import { emitSchemaJson } from "./schema-json.js";
import { emitStepsDeclaration } from "./steps-declaration.js";
import { emitSteps } from "./steps.js";
import { emitTypes } from "./types.js";
import { emitValidatorsAside } from "./validators-aside.js";
import { emitValidatorsDeclaration } from "./validators-declaration.js";

/**
 * Path below the output folder and text, each as soon as it is there: what comes next can be formatted meanwhile.
 * @param annotated the schema after its overlay, which the package carries along.
 */
export async function* emit(canonical: Canonical, model: Workflow, annotated: Json): AsyncGenerator<EmittedFile> {
  const { schema, types } = canonical;
  const { steps } = model;
  const wanted = new Set(modulesOf(model));
  const validators = wanted.has("validators")
    ? emitValidatorsAside(schema, model)
    : Promise.resolve(new Map<string, string>());
  validators.catch(() => undefined); // reported where it is awaited; another emitter may fail before that
  const module = (path: string, text: string): EmittedFile => [path, withHeader(model, text)];

  yield ["package.json", emitPackageJson(model)];
  yield ["README.md", emitReadme(types, model)];
  yield ["LICENSE", emitLicense(model.package)];
  yield ["schema.json", emitSchemaJson(annotated)];
  yield module("index.js", emitIndex(model));
  yield module("index.d.ts", emitIndexDeclaration(model));
  yield module("types.d.ts", await emitTypes(types, model));
  if (wanted.has("constants")) {
    yield module("constants.js", emitConstants(model));
    yield module("constants.d.ts", emitConstantsDeclaration(model));
  }
  if (steps) {
    yield module("steps.js", emitSteps(steps, runtimeModules(".js")));
    yield module("steps.d.ts", emitStepsDeclaration(types, steps));
  }
  if (wanted.has("validators")) {
    for (const [path, text] of emitValidatorsDeclaration(model)) yield module(`${path}.d.ts`, text);
  }
  for (const [path, text] of await validators) yield module(`${path}.js`, text);
}

export type EmittedFile = readonly [path: string, text: string];
