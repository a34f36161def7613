/**
 * The canonical schema and the model → every file of the package, one emitter each; none reads another's output.
 */
import type { Files, Workflow } from "../model/model.js";
import type { CanonicalSchema, Json } from "../schema/json-schema.js";
import { emitConstants, emitConstantsDeclaration } from "./constants.js";
import { emitIndex, emitIndexDeclaration } from "./index-module.js";
import { emitLicense } from "./license.js";
import { modulesOf } from "./modules.js";
import { emitPackageJson } from "./package-json.js";
import { emitReadme } from "./readme.js";
import { emitSchemaJson } from "./schema-json.js";
import { emitSteps, emitStepsDeclaration } from "./steps.js";
import { emitTypes } from "./types.js";
import { emitValidators, emitValidatorsDeclaration } from "./validators.js";

/** @param annotated the schema after its overlay, which the package carries along. */
export async function emit(schema: CanonicalSchema, model: Workflow, annotated: Json): Promise<Files> {
  const has = new Set(modulesOf(model));
  return new Map([
    ["package.json", emitPackageJson(model)],
    ["README.md", emitReadme(schema, model)],
    ["LICENSE", emitLicense(model.package)],
    ["index.js", emitIndex(model)],
    ["index.d.ts", emitIndexDeclaration(model)],
    ["types.d.ts", await emitTypes(schema, model)],
    ...(has.has("constants") ? [["constants.js", emitConstants(model)], ["constants.d.ts", emitConstantsDeclaration(model)]] as const : []),
    ...(has.has("steps") ? [["steps.js", emitSteps(model)], ["steps.d.ts", emitStepsDeclaration(schema, model)]] as const : []),
    ...(has.has("validators") ? [["validators.js", emitValidators(schema, model)], ["validators.d.ts", emitValidatorsDeclaration(model)]] as const : []),
    ["schema.json", emitSchemaJson(annotated)],
  ]);
}
