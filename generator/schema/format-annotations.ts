/**
 * Rule **format-annotations**: where the contract takes formats for annotations (JSON Schema 2020-12, validation 7.2.1),
 * validators do not see them. Types keep them: there they are words to the reader anyway.
 */
import type { Definitions, Schema } from "../json/json-schema.js";
import type { Context } from "./context.js";
import { mapDefinitions, mapSubschemas, without } from "./reading/walk.js";

export function formatAnnotations($defs: Definitions, { inputs }: Context): Definitions {
  return inputs.contract.formats === "annotations" ? mapDefinitions($defs, withoutFormat) : $defs;
}

const withoutFormat = (schema: Schema): Schema =>
  typeof schema === "boolean" ? schema : mapSubschemas(without(schema, "format"), withoutFormat);
