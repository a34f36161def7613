/**
 * Rule **patterns**: a pattern that no engine reads ends the run, because no validator could be emitted for it; one that some
 * text keeps busy for ever is a warning, one a pattern, at its first place.
 */
import { diagnostic, placeOfSchema, type Place } from "../../diagnostics.js";
import type { Definitions, SchemaObject } from "../../json/json-schema.js";
import { backtracksCatastrophically } from "./backtracking.js";
import { isRegex } from "../../runtime/formats/regex.js";
import type { Context } from "../context.js";
import { usesOf } from "../reading/uses.js";
import { objectsIn } from "../reading/walk.js";

/** A pattern is ECMA-262 with the `u` flag (JSON Schema 2020-12, core 6.4). */
export function patterns({ $defs }: { readonly $defs: Definitions }, { problems }: Context): void {
  const all = Object.values($defs).flatMap(objectsIn).flatMap(patternsOf);
  for (const [pattern, place] of all)
    if (!isRegex(pattern)) problems.push(diagnostic("SW207", place, { pattern: JSON.stringify(pattern) }));
  for (const { used, first, times } of usesOf(all))
    if (isRegex(used) && backtracksCatastrophically(used))
      problems.push(diagnostic("SW219", first, { pattern: JSON.stringify(used), times }));
}

const patternsOf = (schema: SchemaObject): readonly (readonly [pattern: string, place: Place | undefined])[] => [
  ...(schema.pattern === undefined ? [] : [[schema.pattern, placeOfSchema(schema, "pattern")] as const]),
  ...Object.keys(schema.patternProperties ?? {}).map(
    (key) => [key, placeOfSchema(schema, "patternProperties", key)] as const,
  ),
];
