/**
 * Checks with calls of functions that only ask whether a value is on a list → the same with that question in place: the
 * issue is added where the value stands, and nobody has to see whether there is one.
 */
import type { CallCheck, Check } from "./check.js";
import type { Program, ProjectedSchema } from "../program/program.js";

export function listsInPlace(checks: readonly Check[], program: Program): readonly Check[] {
  return checks.map(inPlace);

  function inPlace(check: Check): Check {
    switch (check.kind) {
      case "call":
        return asked(check);
      case "if":
        return { ...check, then: check.then.map(inPlace), otherwise: check.otherwise.map(inPlace) };
      case "property":
        return {
          ...check,
          body: check.body.map(inPlace),
          ...(check.missing && { missing: check.missing.map(inPlace) }),
        };
      case "loop":
        return { ...check, body: check.body.map(inPlace) };
      default:
        return check;
    }
  }

  function asked(call: CallCheck): Check {
    const schema = listIn(call.target);
    if (schema === undefined) return call;
    const report = { ...call.report, keyword: "enum", schema };
    return { kind: "if", test: call.test, then: [{ kind: "report", report }], otherwise: [] };
  }

  function listIn(target: string): ProjectedSchema | undefined {
    const fn = program.get(target);
    return fn?.kind === "schema" && Object.keys(fn.schema).join() === "enum" ? fn.schema : undefined;
  }
}
