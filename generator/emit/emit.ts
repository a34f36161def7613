/**
 * The canonical schema and the model → every file of the package, one emitter each; none reads another's output.
 */
import type { Files, Workflow } from "../model/model.js";
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
import { emitValidatorsDeclaration } from "./validators-declaration.js";
import { emitValidators } from "./validators.js";

/** @param annotated the schema after its overlay, which the package carries along. */
export async function emit(canonical: Canonical, model: Workflow, annotated: Json): Promise<Files> {
  const modules = await emitModules(canonical, model);
  return new Map([
    ["package.json", emitPackageJson(model)],
    ["README.md", emitReadme(canonical.types, model)],
    ["LICENSE", emitLicense(model.package)],
    ...modules.map(([path, text]) => [path, withHeader(model, text)] as const),
    ["schema.json", emitSchemaJson(annotated)],
  ]);
}

async function emitModules(
  { schema, types }: Canonical,
  model: Workflow,
): Promise<readonly [path: string, text: string][]> {
  const { steps } = model;
  const modules: [string, string][] = [
    ["index.js", emitIndex(model)],
    ["index.d.ts", emitIndexDeclaration(model)],
    ["types.d.ts", await emitTypes(types, model)],
    ["constants.js", emitConstants(model)],
    ["constants.d.ts", emitConstantsDeclaration(model)],
    ["steps.js", steps ? emitSteps(steps, runtimeModules(".js")) : ""],
    ["steps.d.ts", steps ? emitStepsDeclaration(types, steps) : ""],
    ...[...emitValidators(schema, model)].map(([path, text]): [string, string] => [`${path}.js`, text]),
    ...[...emitValidatorsDeclaration(model)].map(([path, text]): [string, string] => [`${path}.d.ts`, text]),
  ];
  const wanted = new Set(["index", ...modulesOf(model)]);
  return modules.filter(([path]) => wanted.has(path.slice(0, path.search(/[./]/))));
}
