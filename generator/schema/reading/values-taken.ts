/**
 * A schema and the definitions in; out, the values that it or what it asserts lists, of several lists the nearest, as far as all of it
 * takes them. Checks of formats, and what would take long to ask, are taken to hold.
 */
import type { Definitions, Json, Schema } from "../../json/json-schema.js";
import { conjunctsOf } from "./conjuncts.js";
import { valuesOf } from "./listed-values.js";
import { takesIn } from "./takes.js";

export function valuesTaken(schema: Schema, $defs: Definitions): readonly Json[] {
  const takes = takesIn($defs);
  const listed = conjunctsOf(schema, $defs).map(valuesOf);
  return listed.find((values) => values !== undefined)?.filter((value) => takes(schema, value) !== false) ?? [];
}
