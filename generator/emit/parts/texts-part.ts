/** The types and all that is no module: the canonical schema, as validators and as types see it, and the model in, files out. */
import { formatChecks } from "../../schema/reading/format-checks.js";
import { emitLicense } from "../license.js";
import { emitPackageJson } from "../package-json.js";
import type { EmittedFile, TextsJob } from "./jobs.js";
import { emitReadme } from "../readme.js";
import { emitSchemaJson } from "../schema-json.js";
import { emitTypes } from "../types.js";

export async function* emitTexts({ schema, types, model, annotated }: TextsJob): AsyncGenerator<EmittedFile> {
  yield ["package.json", emitPackageJson(model)];
  yield ["README.md", emitReadme(types, model, schema.$defs, await formatChecks(schema.$defs))];
  yield ["LICENSE", emitLicense(model.package)];
  yield ["schema.json", emitSchemaJson(annotated)];
  yield ["types.d.ts", await emitTypes(types, model)];
  // `import { type Workflow } from` leaves an import when a compiler has taken the types out: it has to find a module.
  yield ["types.js", "export {};\n"];
}
