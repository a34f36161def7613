/**
 * What a value is asked → the lines of a guard. Whether a property is the object's own is asked last: most values are right,
 * and then it does not matter.
 */
import type { Check, PropertyCheck } from "../checks/check.js";
import {
  all,
  any,
  conditionText,
  holdsOfUndefined,
  isAlways,
  isNever,
  not,
  whether,
  type Condition,
} from "../checks/conditions.js";
import { blockLines, loopLines, type Question } from "./blocks.js";
import { elseLines, joinElse, wrapped } from "./lines.js";
import { nothingTaken, inner, using, type Taken } from "./locals.js";
import type { Printer } from "./printer.js";
import { isList, isMissing, isOwn, isPresent } from "./property-tests.js";
import { isRejection, rejection } from "../checks/rejection.js";

export const rejected = "return false;";

export function guardLines(checks: readonly Check[], printer: Printer): readonly string[] {
  const { locals, text } = printer;
  const whole = rejection(checks);
  if (whole !== undefined && isNever(whole)) return ["return true;"];
  if (whole !== undefined) return [isAlways(whole) ? rejected : `return ${conditionText(not(whole), text)};`];
  return [...block(checks, nothingTaken(), []), "return true;"];

  /** @param owned the tests for own properties that any rejection here still needs. */
  function block(checks: readonly Check[], place: Taken, owned: readonly Condition[]): readonly string[] {
    return blockLines(checks, place, printer, (check, here) => linesOf(check, here, owned));
  }

  function linesOf(check: Question, place: Taken, owned: readonly Condition[]): readonly string[] {
    const wrong = rejection([check]);
    if (wrong !== undefined) return rejectIf(all(wrong, ...owned));
    switch (check.kind) {
      case "loop":
        return loopLines(check, place, printer, (body, within) => block(body, within, owned));
      case "property":
        return property(check, place, owned);
      case "if":
        return fork(whether(check.test), check.then, check.otherwise, place, owned);
      default:
        throw new Error(`a ${check.kind} is a condition`);
    }
  }

  function fork(
    test: Condition,
    then: readonly Check[],
    otherwise: readonly Check[],
    place: Taken,
    owned: readonly Condition[],
  ): readonly string[] {
    if (owned.length === 0 && isRejection(otherwise)) return [...rejectIf(not(test)), ...block(then, place, owned)];
    if (owned.length === 0 && isRejection(then)) return [...rejectIf(test), ...block(otherwise, place, owned)];
    if (then.length === 0)
      return wrapped(`if (${conditionText(not(test), text)})`, block(otherwise, inner(place), owned));
    const first = wrapped(`if (${conditionText(test, text)})`, block(then, inner(place), owned));
    const wrong = rejection(otherwise);
    if (wrong === undefined) return elseLines(first, block(otherwise, inner(place), owned));
    return isNever(wrong) ? first : joinElse(first, [`else ${rejectIf(all(wrong, ...owned)).join("")}`]);
  }

  function property(
    { owner, key, variable, value, body, missing }: PropertyCheck,
    place: Taken,
    owned: readonly Condition[],
  ): readonly string[] {
    const ownerText = text(owner);
    const valueText = text(value);
    const { word, name } = locals.property(variable, place);
    const own = isOwn(ownerText, key);
    const within = using(place, name);
    const assignment = `${word}${name} = ${valueText};`;
    const wrong = rejection(body);
    if (missing !== undefined) {
      const absent = any(isMissing(name), not(own));
      if (wrong !== undefined) {
        const missed = holdsOfUndefined(wrong, variable) ? not(own) : absent;
        return [assignment, ...rejectIf(all(any(missed, wrong), ...owned))];
      }
      return [assignment, ...fork(not(absent), body, missing, within, owned)];
    }
    if (wrong !== undefined) return [assignment, ...rejectIf(all(isPresent(name), wrong, own, ...owned))];
    const [only, ...others] = body;
    if (only?.kind === "if" && others.length === 0 && isList(only.test) && isRejection(only.otherwise)) {
      const then = block(only.then, inner(within), [...owned, own]);
      const otherwise = rejectIf(all(isPresent(name), own, ...owned)).join("");
      return [assignment, ...joinElse(wrapped(`if (${text(only.test)})`, then), [`else ${otherwise}`])];
    }
    return [
      assignment,
      ...wrapped(`if (${conditionText(isPresent(name), text)})`, block(body, inner(within), [...owned, own])),
    ];
  }

  function rejectIf(wrong: Condition): readonly string[] {
    if (isNever(wrong)) return [];
    return [isAlways(wrong) ? rejected : `if (${conditionText(wrong, text)}) ${rejected}`];
  }
}
