/**
 * What a value is asked → the lines of a collector. Whether a property is the object's own is asked by the runtime, and only
 * where there is something to report.
 */
import type { CallCheck, Check, PropertyCheck } from "../checks/check.js";
import { all, any, conditionText, not, whether, type Condition } from "../checks/conditions.js";
import { blockLines, loopLines, type Question } from "./blocks.js";
import { elseLines, joinElse, wrapped } from "./lines.js";
import { freeName } from "../../../words/free-name.js";
import { nothingTaken, inner, using, type Taken } from "./locals.js";
import type { Printer } from "./printer.js";
import { oneIssue } from "../checks/one-issue.js";
import { isList, isMissing, isOwn, isPresent } from "./property-tests.js";
import type { Report } from "../checks/report.js";

export interface CollectorStyle {
  /** The line for an error. */
  report(report: Report): string;
  /** The lines for a call; `inner` is a free name. */
  call(call: CallCheck, inner: string): readonly string[];
  /** The lines for a call that has nothing to say where anything was found. */
  lastly(call: CallCheck): readonly string[];
}

const isLast = (check: Check): boolean => check.kind === "call" && check.report.keyword === "lastly";

/** The checks of one block in the order in which they tell. */
const inOrder = (checks: readonly Check[]): readonly Check[] => [
  ...checks.filter((check) => !isLast(check)),
  ...checks.filter(isLast),
];

export function collectorLines(checks: readonly Check[], style: CollectorStyle, printer: Printer): readonly string[] {
  const { locals, text } = printer;
  return block(checks, nothingTaken());

  function block(checks: readonly Check[], place: Taken): readonly string[] {
    return blockLines(inOrder(oneIssue(checks)), place, printer, linesOf);
  }

  function linesOf(check: Question, place: Taken): readonly string[] {
    switch (check.kind) {
      case "report":
        return [style.report(check.report)];
      case "call": {
        if (isLast(check)) return style.lastly(check);
        const found = freeName("inner", (name) => place.declared.has(name));
        place.declared.add(found);
        return style.call(check, found);
      }
      case "loop":
        return loopLines(check, place, printer, block);
      case "property":
        return property(check, place);
      case "if":
        return fork(whether(check.test), check.then, check.otherwise, place);
    }
  }

  function fork(test: Condition, then: readonly Check[], otherwise: readonly Check[], place: Taken): readonly string[] {
    if (then.length === 0) return wrapped(`if (${conditionText(not(test), text)})`, block(otherwise, inner(place)));
    const first = wrapped(`if (${conditionText(test, text)})`, block(then, inner(place)));
    const isIf = otherwise.length === 1 && otherwise[0]?.kind === "if";
    return elseLines(first, block(otherwise, inner(place)), { isIf });
  }

  function property(check: PropertyCheck, place: Taken): readonly string[] {
    const { owner, key, variable, value, body, missing } = check;
    const ownerText = text(owner);
    const valueText = text(value);
    const { word, name } = locals.property(variable, place);
    return [`${word}${name} = ${valueText};`, ...checked(using(place, name))];

    function checked(within: Taken): readonly string[] {
      if (missing !== undefined) return fork(any(isMissing(name), not(isOwn(ownerText, key))), missing, body, within);
      const [only, ...others] = body;
      if (only?.kind === "if" && others.length === 0 && only.then.length > 0) {
        if (only.otherwise.length === 0) return fork(all(isPresent(name), whether(only.test)), only.then, [], within);
        if (isList(only.test)) {
          const first = wrapped(`if (${text(only.test)})`, block(only.then, inner(within)));
          const rest = fork(isPresent(name), only.otherwise, [], within);
          return joinElse(first, [`else ${rest[0] ?? ""}`, ...rest.slice(1)]);
        }
      }
      return fork(isPresent(name), body, [], within);
    }
  }
}
