/** What the contract says of steps in; their union and its types, as they are sent and as they are answered, out. */
import type { ContractSteps, Direction } from "../contract.js";
import { refName, type Discriminator, type SchemaObject } from "../json/json-schema.js";
import type { Canonical } from "../schema/canonicalize.js";
import { stepPointer } from "../schema/reading/contract-steps.js";
import { definitionOf } from "../schema/reading/definition-of.js";
import { discriminatorOf } from "../schema/reading/tagged-union.js";

export interface StepsOneWay {
  readonly direction: Direction;
  /** With the name of its definition; undefined where no steps go that way, or no tag tells them apart. */
  readonly union: (Discriminator & { readonly name: string }) | undefined;
  /** Tag → the definition of that step type. */
  readonly types: ReadonlyMap<string, string>;
  readonly schemas: readonly SchemaObject[];
}

export type StepsBothWays = Readonly<Record<"sent" | "answered", StepsOneWay>>;

export const stepsBothWays = (steps: ContractSteps, canonical: Canonical): StepsBothWays => ({
  sent: stepsOneWay(steps, "request", canonical),
  answered: stepsOneWay(steps, "response", canonical),
});

function stepsOneWay(steps: ContractSteps, direction: Direction, { $defs, typeAt }: Canonical): StepsOneWay {
  const name = typeAt(stepPointer(steps, direction), direction);
  const discriminator = discriminatorOf(definitionOf($defs[name ?? ""], $defs));
  const types = Object.entries(discriminator?.mapping ?? {}).map(([tag, ref]) => [tag, refName(ref)] as const);
  return {
    direction,
    union:
      name === undefined || discriminator === undefined || discriminator.tags !== undefined
        ? undefined
        : { name, ...discriminator },
    types: new Map(types),
    schemas: types.map(([, type]) => definitionOf($defs[type], $defs)).filter((step) => typeof step === "object"),
  };
}
