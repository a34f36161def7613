/** A function of a program in, the functions that it calls out. */
import { stepReference } from "../../../schema/step-references/step-references.js";
import { partsIn } from "./parts.js";
import { unreferred, type ProjectedSchema, type ValidatorFunction } from "./program.js";
import { renameTargets } from "./rename-targets.js";

export function targetsOf(fn: ValidatorFunction): readonly string[] {
  const found = new Set(callsOf(fn));
  if (fn.kind === "schema" && mayBeReference(fn.schema)) found.add(stepReference);
  return [...found];
}

/** Each as often as it is called; that a value may be a step reference is left out. */
export function callsOf(fn: ValidatorFunction): readonly string[] {
  const targets: string[] = [];
  renameTargets(fn, (target) => {
    targets.push(target);
    return target;
  });
  return targets;
}

const mayBeReference = (schema: ProjectedSchema): boolean =>
  unreferred(schema) !== undefined || partsIn(schema).some(mayBeReference);
