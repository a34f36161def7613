/** The validators, their JSON Schemas and declarations: the canonical schema and the model in, files out; none without an entry. */
import { emitJsonSchema, emitJsonSchemaDeclaration } from "../json-schema.js";
import { modulesOf } from "../modules.js";
import type { EmittedFile, ValidatorsJob } from "./jobs.js";
import { emitValidatorsDeclaration } from "../validators-declaration.js";
import { emitValidators } from "../validators.js";

export function* emitValidatorModules({ schema, typeOf, model }: ValidatorsJob): Generator<EmittedFile> {
  if (!modulesOf(model).includes("validators")) return;
  for (const [path, text] of emitValidatorsDeclaration(model)) yield [`${path}.d.ts`, text];
  for (const [path, text] of emitValidators(schema, model, typeOf)) yield [`${path}.js`, text];
  yield ["json-schema.d.ts", emitJsonSchemaDeclaration(model)];
  yield ["json-schema.js", emitJsonSchema(schema, model)];
}
