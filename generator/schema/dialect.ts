/**
 * Rule **dialect**: what a document calls itself decides how it is read; everything becomes JSON Schema 2020-12.
 * Here a document is checked; an older draft is rewritten schema by schema when its references are followed (`older-drafts.ts`).
 */
import { diagnostic, type Diagnostic } from "../diagnostics.js";
import { takeApart } from "./compound.js";
import type { Context } from "./context.js";
import { dialectOf, metaSchemaOf, type Dialect } from "./dialects.js";
import { origin, type Json, type JsonObject, type Origin } from "./json-schema.js";
import { metaSchemaProblems } from "./meta-schema.js";
import { isOpenApi, versionProblems } from "./open-api-version.js";
import { componentProblems, readSchemas, upgradeOpenApi } from "./open-api.js";

export function dialect(annotated: Json, { inputs, problems }: Context): Json {
  const { file } = inputs.schema;
  if (!isOpenApi(annotated)) {
    problems.push(...dialectProblems(annotated, file));
    return annotated;
  }
  const unread = versionProblems(annotated, file);
  const upgraded = upgradeOpenApi(annotated);
  problems.push(...(unread.length > 0 ? unread : componentProblems(upgraded, file)));
  return problems.length > 0 ? annotated : readSchemas(upgraded);
}

/** Why a document is no schema of the dialect that it declares. A referenced file is asked when it is entered. */
export const dialectProblems = (document: Json, file: string, otherwise?: Dialect): readonly Diagnostic[] =>
  problemsAt(document, { file, pointer: "" }, otherwise);

function problemsAt(document: Json, place: Origin, otherwise?: Dialect): readonly Diagnostic[] {
  const known = dialectOf(document, otherwise);
  if (known === undefined) {
    const dialect = String((document as JsonObject)["$schema"]);
    const hint = `declare ${Object.values(metaSchemaOf).join(", ")} or nothing`;
    return [diagnostic("SW202", { file: place.file, pointer: `${place.pointer}/$schema` }, { dialect, hint })];
  }
  const { whole, embedded } = takeApart(document, known);
  return [
    ...metaSchemaProblems([[whole, place]], known),
    ...embedded.flatMap((schema) => problemsAt(schema as Json, schema[origin] ?? place, known)),
  ];
}
