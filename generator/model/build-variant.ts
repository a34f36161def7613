/** A tag and its type of step in; the factory with its parameters out. */
import type { ContractSteps } from "../contract.js";
import { propertyOf, referredName } from "../json/json-schema.js";
import type { Canonical } from "../schema/canonicalize.js";
import { inputOf } from "../schema/reading/contract-steps.js";
import { factoryOf } from "../schema/name/step-names.js";
import { definitionOf } from "../schema/reading/definition-of.js";
import { takesIn } from "../schema/reading/takes.js";
import type { Options, StepVariant } from "./model.js";

export function buildVariant(tag: string, type: string, canonical: Canonical, steps: ContractSteps): StepVariant {
  const { $defs, typeName } = canonical;
  const inputProperty = inputOf(steps);
  const schema = definitionOf($defs[type], $defs);
  const body = typeof schema === "object" ? schema : {};
  const input = propertyOf(body, inputProperty);
  const inputType = referredName(input);
  return {
    tag,
    factory: factoryOf(tag, steps),
    type: typeName(type),
    ...(input !== undefined && {
      input: {
        ...(inputType !== undefined && { type: typeName(inputType) }),
        required: body.required?.includes(inputProperty) ?? false,
      },
    }),
    ...optionsFor(type, canonical),
    ...(body.description !== undefined && { description: body.description }),
  };
}

/** What there is to choose of a request type; it has to be given where a value without any of it is not one. */
export function optionsFor(request: string, { $defs, optionsOf }: Canonical): { readonly options?: Options } {
  const type = optionsOf.get(request);
  if (type === undefined) return {};
  return { options: { type, required: !takesIn($defs)($defs[type] ?? true, {}) } };
}
