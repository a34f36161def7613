/**
 * A definition is shaped once, whoever refers to it. In: a schema that refers to one; out: the same with the definition written
 * out where it demands a property that is dropped here, because of what other schemas say of the same value.
 */
import { refName, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { without } from "../walk.js";
import { askedBeside, sameValueOf, type SameValue } from "./same-value.js";

/** How many schemas are written out in the place of one reference, at most. */
const mostWritten = 100;

/** @param isDropped whether a demand for a property is, by what is said of the value. */
export function withDemands(
  schema: SchemaObject,
  whole: SameValue,
  isDropped: (key: string, value: SameValue) => boolean,
  $defs: Definitions,
): SchemaObject {
  const isAlone = whole.schema === schema && Object.keys(schema).length === 1;
  if (schema.$ref === undefined || isAlone) return schema;
  const target = $defs[refName(schema.$ref)] ?? true;
  const alone = sameValueOf(target, $defs);
  const differs = demandsOf(target, $defs).some((key) => isDropped(key, whole) && !isDropped(key, alone));
  if (!differs || typeof target === "boolean") return schema;
  const beside = without(schema, "$ref");
  if (Object.keys(beside).length === 0) return withDemands(target, whole, isDropped, $defs);
  return { ...beside, allOf: [target, ...(beside.allOf ?? [])] };
}

/** The properties that a schema demands; none where it is too much, or a tag decides. */
function demandsOf(schema: Schema, $defs: Definitions): readonly string[] {
  const found = new Set<string>();
  let left = mostWritten;
  collect(schema);
  return left < 0 ? [] : [...found];

  function collect(each: Schema): void {
    if (typeof each === "boolean" || each.discriminator !== undefined || --left < 0) return;
    const { required = [], dependentRequired = {} } = each;
    for (const key of [required, ...Object.values(dependentRequired)].flat()) found.add(key);
    for (const next of askedBeside(each, $defs)) collect(next);
  }
}
