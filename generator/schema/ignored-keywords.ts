/**
 * Rule **ignored-keywords**: draft-07, those before it and OpenAPI 3.0 read nothing that stands beside a `$ref` but words, and no
 * draft reads what only a later one has. What would be checked elsewhere, and is not said by what is referred to anyhow, is
 * a warning at its place: its author may think that it is checked.
 */
import { diagnostic, placeOfKeyword, type Diagnostic } from "../diagnostics.js";
import { ignored, type Definitions, type IgnoredKeyword, type SchemaObject } from "../json/json-schema.js";
import type { Context } from "./context.js";
import { metaSchemaOf } from "./dialect/dialects.js";
import { beginningOf } from "./dialect/later-keywords.js";
import { isAssertion } from "./reading/fidelity.js";
import { isSame } from "./reading/same.js";
import { conjunctsOf } from "./reading/conjuncts.js";
import { objectsIn } from "./reading/walk.js";

export function ignoredKeywords({ $defs }: { readonly $defs: Definitions }, { problems }: Context): void {
  for (const schema of Object.values($defs).flatMap(objectsIn)) {
    for (const each of schema[ignored] ?? []) {
      const isSaid = conjunctsOf(schema, $defs).some((said) => isSame(said[each.keyword], each.value));
      if (isAsked(each) && !isSaid) problems.push(warning(schema, each));
    }
  }
}

/** Whether a keyword asks something of the value, wherever it is read. */
const isAsked = ({ keyword, value }: IgnoredKeyword): boolean =>
  keyword === "nullable" ? value === true : isAssertion(keyword);

function warning(schema: SchemaObject, { keyword, dialect }: IgnoredKeyword): Diagnostic {
  const place = placeOfKeyword(schema, keyword);
  const later = beginningOf(keyword);
  if (dialect === undefined || later === undefined) return diagnostic("SW257", place, { keyword });
  return diagnostic("SW259", place, { keyword, dialect, later, metaSchema: metaSchemaOf[later] });
}
