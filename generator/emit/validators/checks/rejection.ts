/** What a value is asked → the one condition under which a guard refuses it. */
import { stepReference } from "../../../schema/step-references/step-references.js";
import type { Check } from "./check.js";
import { all, always, any, isAlways, isNever, never, not, whether, type Condition } from "./conditions.js";

/** When the checks refuse a value; undefined where that cannot be said in one expression. */
export function rejection(checks: readonly Check[]): Condition | undefined {
  const conditions = checks.map((check): Condition | undefined => {
    switch (check.kind) {
      case "report":
        return always;
      case "call":
        return whether(check.test);
      case "if": {
        const then = rejection(check.then);
        const otherwise = rejection(check.otherwise);
        // What is not checked as a reference is none that would be one: the value's own check is the cheaper one to begin with.
        if (then && otherwise && callsStepReference(check.then)) return all(otherwise, then);
        return then && otherwise && choice(whether(check.test), then, otherwise);
      }
      default:
        return undefined;
    }
  });
  return conditions.every((each) => each !== undefined) ? any(...conditions) : undefined;
}

const callsStepReference = ([check, ...more]: readonly Check[]): boolean =>
  check?.kind === "call" && check.target === stepReference && more.length === 0;

/** Whether they refuse every value. */
export const isRejection = (checks: readonly Check[]): boolean => isAlways(rejection(checks) ?? never);

function choice(test: Condition, then: Condition, otherwise: Condition): Condition {
  if (isAlways(then)) return any(test, otherwise);
  if (isAlways(otherwise)) return any(not(test), then);
  if (isNever(then)) return all(not(test), otherwise);
  return isNever(otherwise) ? all(test, then) : { kind: "choice", test, then, otherwise };
}
