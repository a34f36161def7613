/**
 * Rule **any name**: `propertyNames` that every name satisfies goes, as a tool writes it beside each of its records: nobody has to ask
 * for it, and OpenAPI 3.0 has no word for it.
 */
import type { Bundle } from "./bundle/bundle.js";
import type { Schema } from "../json/json-schema.js";
import { fidelityOf } from "./reading/fidelity.js";
import { isSchema, mapDefinitions, mapSubschemas, without } from "./reading/walk.js";

export function anyName(bundle: Bundle): Bundle {
  return { ...bundle, $defs: mapDefinitions(bundle.$defs, lowered) };

  function lowered(schema: Schema): Schema {
    if (typeof schema === "boolean") return schema;
    const inner = mapSubschemas(schema, lowered);
    const { propertyNames } = inner;
    return isSchema(propertyNames) && takesAnyText(propertyNames) ? without(inner, "propertyNames") : inner;
  }
}

const takesAnyText = (names: Schema): boolean =>
  typeof names === "object"
    ? Object.entries(names).every(
        ([keyword, value]) =>
          (keyword === "type" && [value].flat().includes("string")) || fidelityOf(keyword).by === "annotation",
      )
    : names;
