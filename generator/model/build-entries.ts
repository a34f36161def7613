/**
 * The entry types of the model: those the contract names, and, where it asks for a module a step, each step type in both
 * directions with its input.
 */
import type { Contract, Direction } from "../contract.js";
import { propertyOf, refName } from "../json/json-schema.js";
import type { Canonical } from "../schema/canonicalize.js";
import type { Context } from "../schema/context.js";
import { definitionOf } from "../schema/reading/definition-of.js";
import { discriminatorOf } from "../schema/reading/tagged-union.js";
import type { Entry, Steps } from "./model.js";
import { onceEach } from "./once-each.js";

export function buildEntries(canonical: Canonical, context: Context, steps: Steps | undefined): readonly Entry[] {
  const { contract } = context.inputs;
  const named = Object.values(contract.entries).flatMap(({ at, direction }): Entry[] => {
    const directions: readonly Direction[] = direction === "both" ? ["response", "request"] : [direction];
    return directions.flatMap((each) => entry(canonical.typeAt(at, each), each) ?? []);
  });
  const all = contract.steps?.modules === true && steps ? [...named, ...stepEntries(steps)] : named;
  return onceEach(all);

  function entry(name: string | undefined, direction: Direction, module?: string): Entry | undefined {
    if (name === undefined) return undefined;
    return { name, type: canonical.typeOf.get(name) ?? name, direction, ...(module !== undefined && { module }) };
  }

  function stepEntries({ variants, inputProperty }: Steps): readonly Entry[] {
    const { at = "", answered = at } = contract.steps ?? {};
    const sent = variantsIn(at, "request");
    const received = variantsIn(answered, "response");
    return variants.flatMap(({ tag, factory }) => {
      const request = sent.get(tag);
      const step = request === undefined ? undefined : definitionOf(canonical.$defs[request], canonical.$defs);
      const input = propertyOf(step, inputProperty);
      const inputName = typeof input === "object" && input.$ref !== undefined ? refName(input.$ref) : undefined;
      return [
        entry(inputName, "request", factory),
        entry(request, "request", factory),
        entry(received.get(tag), "response", factory),
      ].filter((each) => each !== undefined);
    });
  }

  /** Tag → the definition of that step type in one direction. */
  function variantsIn(at: string, direction: Direction): ReadonlyMap<string, string> {
    const union = canonical.typeAt(at, direction);
    const mapping = union === undefined ? {} : (discriminatorOf(canonical.$defs[union])?.mapping ?? {});
    return new Map(Object.entries(mapping).map(([tag, ref]) => [tag, refName(ref)]));
  }
}

/** The entry that the contract calls the callback's. */
export function callbackAmong(entries: readonly Entry[], { typeAt }: Canonical, contract: Contract): Entry | undefined {
  const name = typeAt(contract.entries[contract.callback ?? ""]?.at, "response");
  return entries.find((entry) => entry.name === name);
}
