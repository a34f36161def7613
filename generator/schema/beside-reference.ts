/**
 * Rule **beside-reference**: draft-07 and OpenAPI 3.0 read nothing that stands beside a `$ref` but words. What would be checked
 * elsewhere, and is not said by what is referred to anyhow, is a warning at its place: its author may think that it is checked.
 */
import { diagnostic, placeOfKeyword } from "../diagnostics.js";
import { ignored, type Definitions } from "../json/json-schema.js";
import type { Context } from "./context.js";
import { isAssertion } from "./reading/fidelity.js";
import { isSame } from "./reading/same.js";
import { conjunctsOf } from "./reading/conjuncts.js";
import { objectsIn } from "./reading/walk.js";

export function besideReference({ $defs }: { readonly $defs: Definitions }, { problems }: Context): void {
  for (const schema of Object.values($defs).flatMap(objectsIn)) {
    for (const [keyword, value] of Object.entries(schema[ignored] ?? {})) {
      const isSaid = conjunctsOf(schema, $defs).some((each) => isSame(each[keyword], value));
      if (isAsked(keyword, value) && !isSaid)
        problems.push(diagnostic("SW257", placeOfKeyword(schema, keyword), { keyword }));
    }
  }
}

/** Whether a keyword asks something of the value, wherever it is read. */
const isAsked = (keyword: string, value: unknown): boolean =>
  keyword === "nullable" ? value === true : isAssertion(keyword);
