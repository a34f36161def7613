/**
 * Checks of one value that each report something about it → the same one behind the other: a value that is wrong in two ways gets the
 * first issue, not two.
 */
import type { Check, IfCheck } from "./check.js";

/** Of these each has places or issues of its own: those of a property, or those of a branch. */
const others: ReadonlySet<string> = new Set([
  ...["required", "dependentRequired", "additionalProperties", "propertyNames", "anyOf", "oneOf", "call", "lastly"],
]);

/** @param checks those of one block. */
export function oneIssue(checks: readonly Check[]): readonly Check[] {
  const chained: Check[] = [];
  for (const check of checks.toReversed()) {
    const next = chained.at(-1);
    if (next?.kind === "if" && isAbout(valueOf(next), check))
      chained[chained.length - 1] = { ...(check as IfCheck), otherwise: [next] };
    else chained.push(check);
  }
  return chained.toReversed();
}

/** Whether a check reports that value wherever its test holds: one that asks more inside may find nothing wrong. */
const isAbout = (value: string | undefined, check: Check): boolean =>
  value !== undefined &&
  check.kind === "if" &&
  check.otherwise.length === 0 &&
  check.then.every(({ kind }) => kind === "report") &&
  valueOf(check) === value;

/** AJV's name for the value that an `if` reports as wrong, and does nothing else; AJV asks what kind of value it is once more. */
function valueOf({ then, otherwise }: IfCheck): string | undefined {
  const values = new Set([...then, ...otherwise].map(reported));
  return values.size === 1 ? [...values][0] : undefined;
}

function reported(check: Check): string | undefined {
  if (check.kind === "if") return valueOf(check);
  if (check.kind !== "report" || others.has(check.report.keyword)) return undefined;
  const { data } = check.report;
  return data.type === "Identifier" ? data.name : undefined;
}
