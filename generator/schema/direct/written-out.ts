/**
 * A definition is shaped once, whoever refers to it. In: a schema that refers to one; out: the same with the definition written
 * out where it names or demands a property that is dropped here, or is not, because of what other schemas say of the same value.
 */
import { refName, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { inPlaceSubschemas } from "../reading/in-place.js";
import { without } from "../reading/walk.js";
import type { Dropped } from "./dropped.js";
import { sameValueOf, type SameValue } from "./same-value.js";

/** How many schemas are written out in the place of one reference, at most. */
const mostWritten = 100;

export function writtenOut(schema: SchemaObject, whole: SameValue, dropped: Dropped, $defs: Definitions): SchemaObject {
  const isAlone = whole.schema === schema && Object.keys(schema).length === 1;
  if (schema.$ref === undefined || isAlone) return schema;
  const target = $defs[refName(schema.$ref)] ?? true;
  const alone = sameValueOf(target, $defs);
  const { properties, demands } = namesIn(target, $defs);
  const differs =
    properties.some((key) => dropped.property(key, whole) !== dropped.property(key, alone)) ||
    demands.some((key) => dropped.demand(key, whole) !== dropped.demand(key, alone));
  if (!differs || typeof target === "boolean") return schema;
  const beside = without(schema, "$ref");
  if (Object.keys(beside).length === 0) return writtenOut(target, whole, dropped, $defs);
  return { ...beside, allOf: [target, ...(beside.allOf ?? [])] };
}

interface Names {
  readonly properties: readonly string[];
  readonly demands: readonly string[];
}

/** What a schema names and what it demands; nothing where it is too much, or a tag decides. */
function namesIn(schema: Schema, $defs: Definitions): Names {
  const properties = new Set<string>();
  const demands = new Set<string>();
  let left = mostWritten;
  collect(schema);
  return left < 0 ? { properties: [], demands: [] } : { properties: [...properties], demands: [...demands] };

  function collect(each: Schema): void {
    if (typeof each === "boolean" || each.discriminator !== undefined || --left < 0) return;
    const { required = [], dependentRequired = {} } = each;
    for (const key of Object.keys(each.properties ?? {})) properties.add(key);
    for (const key of [required, ...Object.values(dependentRequired)].flat()) demands.add(key);
    for (const next of inPlaceSubschemas(each, $defs)) collect(next);
  }
}
