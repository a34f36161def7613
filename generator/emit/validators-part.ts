/** The validators and their declarations: the canonical schema and the model in, files out; none where there is no entry. */
import { withHeader } from "./header.js";
import { modulesOf } from "./modules.js";
import type { EmittedFile, ValidatorsJob } from "./parts.js";
import { emitValidatorsDeclaration } from "./validators-declaration.js";
import { emitValidators } from "./validators.js";

export function* emitValidatorModules({ schema, model }: ValidatorsJob): Generator<EmittedFile> {
  if (!modulesOf(model).includes("validators")) return;
  for (const [path, text] of emitValidatorsDeclaration(model)) yield [`${path}.d.ts`, withHeader(model, text)];
  for (const [path, text] of emitValidators(schema, model)) yield [`${path}.js`, withHeader(model, text)];
}
