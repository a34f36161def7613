/** A tag and its type of step in; the factory with its parameters out. */
import type { ContractSteps } from "../contract.js";
import { propertyOf, refName, type Definitions } from "../json/json-schema.js";
import type { Canonical } from "../schema/canonicalize.js";
import { inputOf } from "../schema/reading/step-input.js";
import { factoryOf } from "../schema/name/step-names.js";
import { definitionOf } from "../schema/reading/definition-of.js";
import { takesIn } from "../schema/reading/takes.js";
import type { StepVariant } from "./model.js";

export function buildVariant(tag: string, type: string, canonical: Canonical, steps: ContractSteps): StepVariant {
  const { $defs, optionsOf, typeOf } = canonical;
  const typeName = (name: string): string => typeOf.get(name) ?? name;
  const inputProperty = inputOf(steps);
  const schema = definitionOf($defs[type], $defs);
  const body = typeof schema === "object" ? schema : {};
  const input = propertyOf(body, inputProperty);
  const inputType = typeof input === "object" && input.$ref !== undefined ? typeName(refName(input.$ref)) : undefined;
  const options = optionsOf.get(type);
  return {
    tag,
    factory: factoryOf(tag, steps),
    type: typeName(type),
    ...(input !== undefined && {
      input: {
        ...(inputType !== undefined && { type: inputType }),
        required: body.required?.includes(inputProperty) ?? false,
      },
    }),
    ...(options !== undefined && { options: { type: options, required: mustBeGiven(options, $defs) } }),
    ...(body.description !== undefined && { description: body.description }),
  };
}

/** Whether options have to be given: a value without any is not one. */
export const mustBeGiven = (options: string, $defs: Definitions): boolean =>
  !takesIn($defs, new Map())($defs[options] ?? true, {});
