/**
 * Names that two modules of a package would both export, so that its index could export neither: the model and the names
 * of its types come in, each such name goes out with what it would stand for.
 */
import { publicNames } from "../emit/validators/names.js";
import { packageTypeNames } from "../schema/package-type-names.js";
import type { Steps, Workflow } from "./model.js";

export interface NameClash {
  readonly name: string;
  /** What it would be, in words: `the type Step`, `the factory of "step"`. */
  readonly uses: readonly string[];
}

/** @param types the names of types.d.ts */
export function nameClashes(model: Workflow, types: readonly string[]): readonly NameClash[] {
  const uses: readonly Use[] = [
    ...types.map((name): Use => [name, `the type ${name}`]),
    ...model.constants.map(({ name }): Use => [name, `the constant ${name}`]),
    ...(model.steps ? stepNames(model.steps) : []),
    ...model.entries.flatMap(({ name }) =>
      Object.values(publicNames(name)).map((each): Use => [each, `${each} of the entry ${name}`]),
    ),
    ...[...packageTypeNames, "formatIssues"].map(own),
  ];
  const byName = new Map<string, string[]>();
  for (const [name, use] of uses) byName.set(name, [...(byName.get(name) ?? []), use]);
  return [...byName].filter(([, each]) => each.length > 1).map(([name, each]) => ({ name, uses: each }));
}

type Use = readonly [name: string, use: string];

const own = (name: string): Use => [name, `${name}, which every package has`];

const stepNames = ({ variants, workflow, references }: Steps): Use[] => [
  ...variants.map(({ factory, tag }): Use => [factory, `the factory of ${JSON.stringify(tag)}`]),
  ...(workflow ? [own(workflow.name)] : []),
  ...["isStep", "matchStep", "UnhandledStepError"].map(own),
  ...(references ? ["stepRef", "UnnamedStepError"].map(own) : []),
];
