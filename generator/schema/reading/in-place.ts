/** A schema in; out, the schemas that are asked of the same value. */
import { referredName, refName, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { eachSubschema, inPlaceApplicators, objectsInPlace } from "./walk.js";

/**
 * Those that it asks itself, its reference's target among them. What it excludes is not asked.
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

/** The definitions to which a schema hands the same value on, itself or in anything inside it. */
export const referredInPlace = (schema: Schema): readonly string[] =>
  objectsInPlace(schema).flatMap((each) => referredName(each) ?? []);
