/**
 * Rule **dialect**: what a document calls itself decides how it is read; everything becomes JSON Schema 2020-12.
 * Here a document is checked; an older draft is rewritten schema by schema when its references are followed (`older-drafts.ts`).
 */
import { diagnostic, type Diagnostic } from "../../diagnostics.js";
import { isObject, origin, type Json, type JsonObject, type Origin } from "../../json/json-schema.js";
import { isFragment, isOpenApi } from "../../load/document-kind.js";
import type { Document } from "../../load/document.js";
import { takeApart } from "./compound.js";
import type { Context } from "../context.js";
import { dialectOf, metaSchemaOf, type Dialect } from "./dialects.js";
import { metaSchemaProblems } from "./meta-schema.js";
import { fromOpenApi30 } from "./open-api-3.0.js";
import { isOpenApi30, versionProblems } from "./open-api-version.js";
import { componentProblems, readSchemas, upgradeOpenApi } from "./open-api.js";

export function dialect(annotated: Json, { inputs, problems }: Context): Json {
  const wrong = documentProblems(annotated, inputs.schema.file);
  for (const each of wrong) problems.push(each);
  return wrong.length === 0 && isOpenApi(annotated) ? readSchemas(upgradeOpenApi(annotated)) : annotated;
}

/** The same of a file that the schema refers to; one that is not what it says stays as it is. */
export const convertFile = ({ value, file }: Document): Json =>
  isOpenApi(value) && documentProblems(value, file).length === 0 ? readSchemas(upgradeOpenApi(value)) : value;

/** What is wrong with a file that the schema refers to. It is asked when it is entered: until then it may be data. */
export function fileProblems({ value, file }: Document, schema: Json): readonly Diagnostic[] {
  if (isOpenApi(schema) && isFragment(value)) {
    return documentProblems(isOpenApi30(schema) && isObject(value) ? (fromOpenApi30(value) as Json) : value, file);
  }
  return documentProblems(value, file, dialectOf(schema));
}

/** Why a document is not what it says that it is. */
function documentProblems(document: Json, file: string, otherwise?: Dialect): readonly Diagnostic[] {
  if (!isOpenApi(document)) return problemsAt(document, { file, pointer: "" }, otherwise);
  const unread = versionProblems(document, file);
  return unread.length > 0 ? unread : componentProblems(upgradeOpenApi(document), file);
}

/** Why what stands at a place is no schema. @param otherwise the dialect, where it declares none. */
export function problemsAt(document: Json, place: Origin, otherwise?: Dialect): readonly Diagnostic[] {
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
