/** A schema in; the schemas that it asks of the same value itself, its reference's target among them, out. */
import { refName, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { eachSubschema, inPlaceApplicators } from "./walk.js";

/**
 * What a schema excludes is not asked.
 * @param holds whether one is asked that is not asked always.
 */
export function inPlaceSubschemas(
  schema: SchemaObject,
  $defs: Definitions,
  holds: (child: Schema, keyword: string) => boolean = () => true,
): readonly Schema[] {
  const found = schema.$ref === undefined ? [] : [$defs[refName(schema.$ref)] ?? true];
  eachSubschema(schema, (child, [keyword]) => {
    if (inPlaceApplicators.has(keyword) && keyword !== "not" && (keyword === "allOf" || holds(child, keyword)))
      found.push(child);
  });
  return found;
}

/** The same, and what the schema excludes: that speaks of the same value, too. */
export const inPlaceOrExcluded = (schema: SchemaObject, $defs: Definitions): readonly Schema[] => [
  ...inPlaceSubschemas(schema, $defs),
  ...(schema.not === undefined ? [] : [schema.not]),
];
