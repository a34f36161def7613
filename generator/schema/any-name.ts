/**
 * Rule **any name**: `propertyNames` that every name satisfies goes, as a tool writes it beside each of its records: nobody has to ask
 * for it, and OpenAPI 3.0 has no word for it.
 */
import type { Bundle } from "./bundle/bundle.js";
import type { Schema, SchemaObject } from "../json/json-schema.js";
import { fidelityOf } from "./reading/fidelity.js";
import { isSchema, mapDefinitions, mapObjectsIn, without } from "./reading/walk.js";

export const anyName = ({ $defs }: Bundle): Bundle => ({
  $defs: mapDefinitions($defs, (schema) => mapObjectsIn(schema, lowered)),
});

function lowered(schema: SchemaObject): SchemaObject {
  const { propertyNames } = schema;
  return isSchema(propertyNames) && takesAnyText(propertyNames) ? without(schema, "propertyNames") : schema;
}

const takesAnyText = (names: Schema): boolean =>
  typeof names === "object"
    ? Object.entries(names).every(
        ([keyword, value]) =>
          (keyword === "type" && [value].flat().includes("string")) || fidelityOf(keyword).by === "annotation",
      )
    : names;
