/** The functions that a function of a program calls. */
import { stepReference } from "../../schema/step-references/step-references.js";
import { mapPlaces } from "./places.js";
import { unreferred, type ProjectedSchema, type ValidatorFunction } from "./program.js";
import { renameTargets } from "./rename-targets.js";

export function targetsOf(fn: ValidatorFunction): readonly string[] {
  const found = new Set<string>();
  renameTargets(fn, (target) => {
    found.add(target);
    return target;
  });
  if (fn.kind === "schema" && mayBeReference(fn.schema)) found.add(stepReference);
  return [...found];
}

function mayBeReference(schema: ProjectedSchema): boolean {
  let found = unreferred(schema) !== undefined;
  mapPlaces(schema, (part) => {
    found ||= typeof part === "object" && mayBeReference(part);
    return part;
  });
  return found;
}
