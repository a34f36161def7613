/**
 * Rule **dialect**: what a document calls itself decides how it is read; everything becomes JSON Schema 2020-12.
 */
import { diagnostic } from "../diagnostics.js";
import type { Context } from "./context.js";
import { isObject, type Json } from "./json-schema.js";
import { metaSchemaProblems } from "./meta-schema.js";
import { isOpenApi, readComponents } from "./open-api.js";

const draft202012 = "https://json-schema.org/draft/2020-12/schema";

export function dialect(annotated: Json, context: Context): Json {
  const { schema, referenced } = context.inputs;
  if (isOpenApi(annotated)) return readComponents(annotated);
  for (const { file, value: document } of [{ ...schema, value: annotated }, ...referenced.values()]) {
    const declared = isObject(document) ? document["$schema"] : undefined;
    if (declared !== undefined && (typeof declared !== "string" || declared.replace(/#$/, "") !== draft202012)) {
      context.problems.push(diagnostic("SW202", { file, pointer: "/$schema" }, { dialect: String(declared) }));
    } else {
      context.problems.push(...metaSchemaProblems(document, file));
    }
  }
  return annotated;
}
