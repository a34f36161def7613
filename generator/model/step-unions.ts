/** Where the contract says that steps stand, and which way they go, in; the union that is there, and its step types, out. */
import type { Direction } from "../contract.js";
import { refName, type Discriminator, type SchemaObject } from "../json/json-schema.js";
import type { Canonical } from "../schema/canonicalize.js";
import { definitionOf } from "../schema/reading/definition-of.js";
import { discriminatorOf } from "../schema/reading/tagged-union.js";

interface UnionOfSteps extends Discriminator {
  /** Its definition. */
  readonly name: string;
}

export function unionAt(pointer: string, direction: Direction, { $defs, typeAt }: Canonical): UnionOfSteps | undefined {
  const name = typeAt(pointer, direction);
  const discriminator = discriminatorOf(definitionOf($defs[name ?? ""], $defs));
  return name === undefined || discriminator === undefined ? undefined : { name, ...discriminator };
}

/** Tag → the definition of that step type. */
export const stepTypesAt = (pointer: string, direction: Direction, canonical: Canonical): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(unionAt(pointer, direction, canonical)?.mapping ?? {}).map(([tag, ref]) => [tag, refName(ref)]),
  );

/** The step types themselves. */
export const stepsAt = (pointer: string, direction: Direction, canonical: Canonical): readonly SchemaObject[] =>
  [...stepTypesAt(pointer, direction, canonical).values()]
    .map((name) => definitionOf(canonical.$defs[name], canonical.$defs))
    .filter((step) => typeof step === "object");
