/**
 * Rule **check-formats**: a format that nothing checks is told to the reader: a warning, or an error where the contract
 * says so. One diagnostic a format, at its first place.
 */
import { diagnostic } from "../diagnostics.js";
import { origin, type Definitions, type Origin, type Schema } from "../json/json-schema.js";
import type { Context } from "./context.js";
import { formatFunctions } from "./formats.js";
import { subschemas } from "./reading/walk.js";

/** What JSON Schema 2020-12 (validation 7.3) defines and nothing here checks: no misspelling, so worth no warning. */
const standardAnnotations = new Set(["idn-email", "idn-hostname", "iri", "iri-reference", "uri-template"]);

export function checkFormats(last: { readonly $defs: Definitions }, { inputs, problems }: Context): void {
  const isError = inputs.contract.unknownFormats === "error";
  // A definition of both directions, or one that others inherit from, is there more than once: its place counts once.
  const placesOf = new Map<string, Map<string, Origin | undefined>>();
  for (const { format, from } of Object.values(last.$defs).flatMap(usesIn)) {
    if (formatFunctions.has(format) || (!isError && standardAnnotations.has(format))) continue;
    const places = placesOf.get(format) ?? new Map<string, Origin | undefined>();
    placesOf.set(format, places.set(`${from?.file}#${from?.pointer}`, from));
  }
  for (const [format, places] of placesOf) {
    const [first] = places.values();
    const place = first && { file: first.file, pointer: `${first.pointer}/format` };
    const times = places.size === 1 ? "once" : `${places.size} times`;
    problems.push(diagnostic(isError ? "SW209" : "SW208", place, { format: JSON.stringify(format), times }));
  }
}

interface Use {
  readonly format: string;
  readonly from: Origin | undefined;
}

function usesIn(schema: Schema): readonly Use[] {
  if (typeof schema === "boolean") return [];
  const own = schema.format === undefined ? [] : [{ format: schema.format, from: schema[origin] }];
  return [...own, ...subschemas(schema).flatMap(usesIn)];
}
