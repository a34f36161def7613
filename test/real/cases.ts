/**
 * A value with the validators of its type and the places in it, ready to be changed; and what comes of a change, in words.
 */
import type { Json } from "./bodies.js";
import type { OpenApiDocument } from "./document.js";
import type { Mutant, Subject } from "./mutant.js";
import { entryOf, type Entry, type Exports, type Issue } from "./package.js";
import { placesOf, pointerOf, type Path } from "./places.js";

export interface Case {
  readonly name: string;
  readonly entry: Entry;
  readonly subject: Subject;
}

/** @param name a file, or what is told before the tags of a made-up value. */
export function caseOf(exports: Exports, document: OpenApiDocument, name: string, type: string, value: Json): Case {
  const places = placesOf(document, type, value);
  const tags = places.values.flatMap(({ tag, value: now }) => (tag === undefined ? [] : [String(now)]));
  return {
    name: name.includes(".") ? name : [name, type, ...tags].join(" "),
    entry: entryOf(exports, type),
    subject: { value, ...partsOf(type, value), places, document },
  };
}

/** Nothing where a mutant leads to what is due, else what it leads to. */
export function surprise({ name, entry, value, due }: Pick<Case, "name" | "entry"> & Mutant): readonly string[] {
  const issues = entry.issuesOf(value);
  const wanted = due.map(pointerOf).sort().join();
  const found = issues
    .map(({ pointer }) => pointer)
    .sort()
    .join();
  return found === wanted
    ? []
    : [`${name}, due at ${wanted || "no place"}: ${issues.map(inWords).join(" | ") || "accepted"}`];
}

const inWords = ({ pointer, message }: Issue): string => `${pointer}: ${message}`;

/** Where in a request its steps and inputs are. */
function partsOf(type: string, value: Json): Pick<Subject, "steps" | "inputs"> {
  const list = type === "WorkflowTemplate" ? (value as { readonly steps: readonly Json[] }).steps : [];
  const steps: Path[] = type === "WorkflowTemplate" ? list.map((_, index) => ["steps", index]) : [[]];
  return type.endsWith("Template")
    ? { steps, inputs: steps.map((step) => [...step, "input"]) }
    : { steps: [], inputs: [[]] };
}
