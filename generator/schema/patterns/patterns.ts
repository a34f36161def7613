/**
 * Rule **patterns**: a pattern that no engine reads ends the run, because no validator could be emitted for it; one that some
 * text keeps busy for ever is a warning.
 */
import { diagnostic, placeOfSchema, type Diagnostic } from "../../diagnostics.js";
import type { Definitions, SchemaObject } from "../../json/json-schema.js";
import { backtracksCatastrophically } from "./backtracking.js";
import { isRegex } from "../../runtime/formats/regex.js";
import type { Context } from "../context.js";
import { objectsIn } from "../reading/walk.js";

/** A pattern is ECMA-262 with the `u` flag (JSON Schema 2020-12, core 6.4). */
export function patterns({ $defs }: { readonly $defs: Definitions }, { problems }: Context): void {
  for (const schema of Object.values($defs).flatMap(objectsIn))
    for (const each of problemsOf(schema)) problems.push(each);
}

const problemsOf = (schema: SchemaObject): readonly Diagnostic[] => [
  ...(schema.pattern === undefined ? [] : problemOf(schema.pattern, ["pattern"], schema)),
  ...Object.keys(schema.patternProperties ?? {}).flatMap((key) => problemOf(key, ["patternProperties", key], schema)),
];

function problemOf(pattern: string, path: readonly string[], schema: SchemaObject): readonly Diagnostic[] {
  const place = placeOfSchema(schema, ...path);
  if (!isRegex(pattern)) return [diagnostic("SW207", place, { pattern: JSON.stringify(pattern) })];
  return backtracksCatastrophically(pattern) ? [diagnostic("SW219", place, { pattern: JSON.stringify(pattern) })] : [];
}
