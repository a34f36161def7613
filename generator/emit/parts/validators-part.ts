/** The validators, their JSON Schemas and declarations: the canonical schema and the model in, files out; none without an entry. */
import { withHeader } from "./header.js";
import { emitJsonSchema, emitJsonSchemaDeclaration } from "../json-schema.js";
import { modulesOf } from "../modules.js";
import type { EmittedFile, ValidatorsJob } from "./jobs.js";
import { emitValidatorsDeclaration } from "../validators-declaration.js";
import { emitValidators } from "../validators.js";

export function* emitValidatorModules({ schema, typeOf, model }: ValidatorsJob): Generator<EmittedFile> {
  if (!modulesOf(model).includes("validators")) return;
  const module = (path: string, text: string): EmittedFile => [path, withHeader(model, text)];
  for (const [path, text] of emitValidatorsDeclaration(model)) yield module(`${path}.d.ts`, text);
  for (const [path, text] of emitValidators(schema, model, typeOf)) yield module(`${path}.js`, text);
  yield module("json-schema.d.ts", emitJsonSchemaDeclaration(model));
  yield module("json-schema.js", emitJsonSchema(schema, model));
}
