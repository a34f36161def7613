/**
 * Rule **check-formats**: a format that nothing checks is told to the reader: a warning, or an error where the contract
 * says so. One diagnostic a format, at its first place.
 */
import { diagnostic, placeOfSchema, type Place } from "../diagnostics.js";
import type { Definitions } from "../json/json-schema.js";
import type { Context } from "./context.js";
import { formats } from "./reading/formats.js";
import { objectsIn } from "./reading/walk.js";

/** What JSON Schema 2020-12 (validation 7.3) defines and nothing here checks: no misspelling, so worth no warning. */
const standardAnnotations = new Set(["idn-email", "idn-hostname", "iri", "iri-reference", "uri-template"]);

export function checkFormats({ $defs }: { readonly $defs: Definitions }, { inputs, problems }: Context): void {
  const isError = inputs.contract.unknownFormats === "error";
  // A definition of both directions, or one that others inherit from, is there more than once: its place counts once.
  const placesOf = new Map<string, Map<string, Place | undefined>>();
  for (const schema of Object.values($defs).flatMap(objectsIn)) {
    const { format } = schema;
    if (format === undefined || formats.has(format) || (!isError && standardAnnotations.has(format))) continue;
    const place = placeOfSchema(schema, "format");
    const places = placesOf.get(format) ?? new Map<string, Place | undefined>();
    placesOf.set(format, places.set(`${place?.file}#${place?.pointer}`, place));
  }
  for (const [format, places] of placesOf) {
    const [first] = places.values();
    const times = places.size === 1 ? "once" : `${places.size} times`;
    problems.push(diagnostic(isError ? "SW209" : "SW208", first, { format: JSON.stringify(format), times }));
  }
}
