/**
 * The lines that pick a variant by its tag, for guards and collectors alike.
 */
import { literal } from "../../text/literal.js";
import type { DispatchFunction } from "../program/program.js";

/** What happens then; each is a statement that ends the function. `tag` is the value of the tag. */
interface Outcomes {
  readonly notObject: string;
  readonly missing: string;
  readonly unknown: string;
  go(to: string): string;
  /** For a value without the tag, where that is another thing than going there: a block's lines. */
  readonly absent?: readonly string[];
}

export function dispatchLines(
  { tag, cases, absent, nullIsAbsent, unknown }: DispatchFunction,
  outcomes: Outcomes,
): readonly string[] {
  const absentLabels = ["undefined", ...(nullIsAbsent ? ["null"] : [])];
  const isShared = outcomes.absent === undefined && cases.some(({ to }) => to === absent);
  const isLikeUnknown = absent === undefined && unknown === undefined && outcomes.missing === outcomes.unknown;
  const key = literal(tag);
  return [
    `if (typeof data !== "object" || data === null || Array.isArray(data)) ${outcomes.notObject}`,
    `const tag = Object.hasOwn(data, ${key}) ? data[${key}] : undefined;`,
    "switch (tag) {",
    ...cases.flatMap(({ tags, to }) =>
      branch([...tags.map(literal), ...(isShared && to === absent ? absentLabels : [])], outcomes.go(to)),
    ),
    ...(isShared || isLikeUnknown ? [] : absentBranch()),
    " default:",
    ...(unknown === undefined ? [] : [`  if (typeof tag === "string") ${outcomes.go(unknown)}`]),
    `  ${outcomes.unknown}`,
    "}",
  ];

  function absentBranch(): readonly string[] {
    if (outcomes.absent === undefined)
      return branch(absentLabels, absent === undefined ? outcomes.missing : outcomes.go(absent));
    const labels = absentLabels.map((label) => ` case ${label}:`);
    return [...labels.slice(0, -1), `${labels.at(-1) ?? ""} {`, ...outcomes.absent.map((line) => `  ${line}`), " }"];
  }
}

const branch = (labels: readonly string[], statement: string): readonly string[] => [
  ...labels.map((label) => ` case ${label}:`),
  `  ${statement}`,
];
