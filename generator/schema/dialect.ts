/**
 * Rule **dialect**: what a document calls itself decides how it is read; everything becomes JSON Schema 2020-12.
 */
import { diagnostic, type Diagnostic } from "../diagnostics.js";
import type { Context } from "./context.js";
import { isObject, type Json } from "./json-schema.js";
import { metaSchemaProblems } from "./meta-schema.js";
import { componentProblems, isOpenApi, readComponents, versionProblems } from "./open-api.js";

const draft202012 = "https://json-schema.org/draft/2020-12/schema";

export function dialect(annotated: Json, { inputs, problems }: Context): Json {
  const { file } = inputs.schema;
  if (!isOpenApi(annotated)) {
    problems.push(...dialectProblems(annotated, file));
    return annotated;
  }
  const unread = versionProblems(annotated, file);
  problems.push(...(unread.length > 0 ? unread : componentProblems(annotated, file)));
  return problems.length > 0 ? annotated : readComponents(annotated);
}

/** Why a document is not JSON Schema 2020-12; nothing where it is. A referenced file is asked when it is entered. */
export function dialectProblems(document: Json, file: string): readonly Diagnostic[] {
  const declared = isObject(document) ? document["$schema"] : undefined;
  const isKnown = typeof declared === "string" && declared.replace(/#$/, "") === draft202012;
  if (declared === undefined || isKnown) return metaSchemaProblems([[document, { file, pointer: "" }]]);
  const hint = `declare ${draft202012}`;
  return [diagnostic("SW202", { file, pointer: "/$schema" }, { dialect: String(declared), hint })];
}
