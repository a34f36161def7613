/**
 * Groups of the official suite in; out, every value that an emitted validator takes and the emitted type beside it refuses.
 */
import { Failure } from "#generator/diagnostics.js";
import { askAssignable, type TypeAndValues } from "../support/assignable.js";
import { neededBy, remotesOf, type Draft, type Group } from "../suite/official-suite.js";
import { emittedFor, typesFor } from "../suite/pipeline.js";
import { settings } from "../suite/verdicts.js";

export interface Soundness {
  /** How many values were assigned. */
  readonly asked: number;
  /** `items.json: a schema given for items: {"foo":"bar"}: TS2322: …`, and whatever is wrong with a type itself. */
  readonly disagreements: readonly string[];
}

export async function soundnessOf(groups: readonly Group[], draft: Draft): Promise<Soundness> {
  const remotes = remotesOf(draft);
  const pairs = [];
  for (const group of groups) {
    const pair = await acceptedBy(group, draft, neededBy(group.schema, remotes));
    if (pair !== undefined) pairs.push({ ...pair, name: group.name });
  }
  const answers = await askAssignable(pairs);
  const disagreements = pairs.flatMap(({ name, values }, index) => {
    const { problems = [], refused = new Map<number, string>() } = answers[index] ?? {};
    const refusals = [...refused].map(([at, text]) => `${JSON.stringify(values[at])}: ${text}`);
    return [...problems, ...refusals].map((text) => `${name}: ${text}`);
  });
  return { asked: pairs.reduce((sum, { values }) => sum + values.length, 0), disagreements };
}

/** The type, and the values that the guard takes; undefined where the generator refuses the schema. */
async function acceptedBy(
  { name, schema, tests }: Group,
  draft: Draft,
  remotes: ReturnType<typeof neededBy>,
): Promise<TypeAndValues | undefined> {
  try {
    const { guard } = await emittedFor(schema, remotes, settings(name, draft));
    const values = tests.map(({ data }) => data).filter((value) => guard(value));
    return { declarations: await typesFor(schema, remotes, settings(name, draft)), type: "SuiteEntry", values };
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
