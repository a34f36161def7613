/**
 * Rule **check-formats**: a format that nothing checks is told to the reader: a warning, or an error where the contract
 * says so. One diagnostic a format, at its first place.
 */
import { diagnostic, placeOfSchema } from "../diagnostics.js";
import type { Definitions } from "../json/json-schema.js";
import type { Context } from "./context.js";
import { formats } from "./reading/formats.js";
import { usesOf } from "./reading/uses.js";
import { objectsIn } from "./reading/walk.js";

/** What JSON Schema 2020-12 (validation 7.3) defines and nothing here checks: no misspelling, so worth no warning. */
const standardAnnotations = new Set(["idn-email", "idn-hostname", "iri", "iri-reference", "uri-template"]);

export function checkFormats({ $defs }: { readonly $defs: Definitions }, { inputs, problems }: Context): void {
  const isError = inputs.contract.unknownFormats === "error";
  // A definition of both directions, or one that others inherit from, is there more than once.
  const unchecked = Object.values($defs)
    .flatMap(objectsIn)
    .flatMap((schema) => {
      const { format } = schema;
      if (format === undefined || formats.has(format) || (!isError && standardAnnotations.has(format))) return [];
      return [[format, placeOfSchema(schema, "format")] as const];
    });
  for (const { used, first, times } of usesOf(unchecked))
    problems.push(diagnostic(isError ? "SW209" : "SW208", first, { format: JSON.stringify(used), times }));
}
