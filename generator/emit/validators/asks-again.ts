/**
 * A program in; out, the functions of its cycles that may ask about one value more than once. Each level of a value would
 * double the work of the one above it, unless they remember what they have said.
 */
import { mapPlaces } from "./places.js";
import type { Program, ProjectedSchema } from "./program.js";
import { renameTargets } from "./rename-targets.js";

/** @param within the functions that are part of a cycle */
export function askingAgain(program: Program, within: ReadonlySet<string>): ReadonlySet<string> {
  const found = [...program].filter(([name, fn]) => within.has(name) && fn.kind === "schema" && asksAgain(fn.schema));
  return new Set(found.map(([name]) => name));

  function asksAgain(schema: ProjectedSchema): boolean {
    let isFurtherDown = false;
    const ownCalls = callsIn(
      mapPlaces(schema, (part) => {
        isFurtherDown ||= typeof part === "object" && asksAgain(part);
        return true;
      }),
    );
    const calls = callsIn(schema);
    const mayOverlap = ownCalls > 0 || schema["patternProperties"] !== undefined;
    return isFurtherDown || (mayOverlap && calls > 1);
  }

  /** How often functions of a cycle are called. */
  function callsIn(schema: ProjectedSchema): number {
    let calls = 0;
    renameTargets({ kind: "schema", schema }, (target) => {
      if (within.has(target)) calls += 1;
      return target;
    });
    return calls;
  }
}
