/**
 * Rule **format-annotations**: where the contract takes formats for annotations (JSON Schema 2020-12, validation 7.2.1),
 * validators do not see them. Types keep them: there they are words to the reader anyway.
 */
import type { Definitions } from "../json/json-schema.js";
import type { Context } from "./context.js";
import { mapDefinitions, mapObjectsIn, without } from "./reading/walk.js";

export function formatAnnotations($defs: Definitions, { inputs }: Context): Definitions {
  if (inputs.contract.formats !== "annotations") return $defs;
  return mapDefinitions($defs, (schema) => mapObjectsIn(schema, (each) => without(each, "format")));
}
