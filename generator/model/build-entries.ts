/**
 * The entry types of the model: those the contract names, and, where it asks for a module a step, each step type in both
 * directions with its input.
 */
import type { Contract, ContractSteps, Direction } from "../contract.js";
import { propertyOf, referredName } from "../json/json-schema.js";
import type { Canonical } from "../schema/canonicalize.js";
import type { Context } from "../schema/context.js";
import { definitionOf } from "../schema/reading/definition-of.js";
import type { Entry, Steps } from "./model.js";
import { onceEach } from "./once-each.js";
import { stepsBothWays } from "./steps-both-ways.js";

export function buildEntries(canonical: Canonical, context: Context, steps: Steps | undefined): readonly Entry[] {
  const { contract } = context.inputs;
  const named = Object.values(contract.entries).flatMap(({ at, direction }): Entry[] => {
    const directions: readonly Direction[] = direction === "both" ? ["response", "request"] : [direction];
    return directions.flatMap((each) => entry(canonical.typeAt(at, each), each) ?? []);
  });
  const all = contract.steps?.modules === true && steps ? [...named, ...stepEntries(steps, contract.steps)] : named;
  return onceEach(all);

  function entry(name: string | undefined, direction: Direction, module?: string): Entry | undefined {
    if (name === undefined) return undefined;
    return { name, type: canonical.typeName(name), direction, ...(module !== undefined && { module }) };
  }

  function stepEntries({ variants, inputProperty }: Steps, said: ContractSteps): readonly Entry[] {
    const { sent, answered } = stepsBothWays(said, canonical);
    return variants.flatMap(({ tag, factory }) => {
      const request = sent.types.get(tag);
      const step = definitionOf(canonical.$defs[request ?? ""], canonical.$defs);
      return [
        entry(referredName(propertyOf(step, inputProperty)), "request", factory),
        entry(request, "request", factory),
        entry(answered.types.get(tag), "response", factory),
      ].filter((each) => each !== undefined);
    });
  }
}

/** The entry that the contract calls the callback's. */
export function callbackAmong(entries: readonly Entry[], { typeAt }: Canonical, contract: Contract): Entry | undefined {
  const name = typeAt(contract.entries[contract.callback ?? ""]?.at, "response");
  return entries.find((entry) => entry.name === name);
}
