/**
 * What the contract says of steps and the canonical schema in; what of it does not hold out. Without this a package would be
 * emitted that has no steps, or in which nobody could refer to one.
 */
import type { ContractSteps } from "../contract.js";
import { diagnostic, placeOfSchema, type Diagnostic } from "../diagnostics.js";
import { propertyOf, refName, type SchemaObject } from "../json/json-schema.js";
import type { Canonical } from "../schema/canonicalize.js";
import { inContract, type Context } from "../schema/context.js";
import { outputOf } from "../schema/reading/contract-steps.js";
import { reachedFrom } from "../schema/reading/references-in.js";
import { definitionOf } from "../schema/reading/definition-of.js";
import { didYouMean } from "../words/did-you-mean.js";
import type { StepsBothWays } from "./steps-both-ways.js";

/** Whether the entry that is said to have the steps leads to them, in one of its directions. */
export function reachesSteps({ $defs, typeAt }: Canonical, { inputs: { contract } }: Context): boolean {
  const { steps, entries } = contract;
  const entry = entries[steps?.of ?? ""];
  return (["request", "response"] as const).some((direction) => {
    const [from, to] = [entry?.at, steps?.at].map((at) => typeAt(at, direction));
    return from !== undefined && to !== undefined && reachedFrom([from], (name) => $defs[name]).has(to);
  });
}

export function stepProblems(
  steps: ContractSteps,
  { sent, answered }: StepsBothWays,
  canonical: Canonical,
  context: Context,
): readonly Diagnostic[] {
  const at = (member: string) => inContract(context, `/steps/${member}`);
  const { answered: pointer, tag, output, stepReferences } = steps;
  const made = outputOf(steps);
  return [
    ...restProblems(),
    ...(steps.input === undefined ? [] : inputProblems(steps.input)),
    ...(pointer === undefined ? [] : answeredProblems(pointer)),
    ...(stepReferences === true ? referenceProblems() : []),
    ...(output !== undefined && stepReferences !== true ? [diagnostic("SW129", at("output"), {})] : []),
  ];

  /** A handler `_` of `matchStep` takes every step that has none of its own, so it cannot be that of one type. */
  function restProblems(): readonly Diagnostic[] {
    const ref = sent.union?.mapping["_"] ?? answered.union?.mapping["_"];
    if (ref === undefined) return [];
    const step = definitionOf(canonical.$defs[refName(ref)], canonical.$defs);
    return [diagnostic("SW243", placeOfSchema(propertyOf(step, tag)) ?? placeOfSchema(step), {})];
  }

  function inputProblems(input: string): readonly Diagnostic[] {
    const known = namesIn(sent.schemas);
    if (sent.schemas.length === 0 || known.includes(input)) return [];
    return [diagnostic("SW118", at("input"), { input, hint: didYouMean(input, known) })];
  }

  function answeredProblems(pointer: string): readonly Diagnostic[] {
    if (canonical.typeAt(pointer, "response") === undefined) return [diagnostic("SW124", at("answered"), { pointer })];
    return answered.union?.propertyName === tag ? [] : [diagnostic("SW125", at("answered"), { pointer, tag })];
  }

  function referenceProblems(): readonly Diagnostic[] {
    if (sent.schemas.length === 0) return [];
    const isNamed = sent.schemas.some((step) => propertyOf(step, "name") !== undefined);
    const unnamed = isNamed ? [] : [diagnostic("SW126", at("stepReferences"), {})];
    const known = namesIn(answered.schemas);
    if (answered.schemas.length === 0 || known.includes(made)) return unnamed;
    const hint = didYouMean(made, known);
    if (output !== undefined) return [...unnamed, diagnostic("SW127", at("output"), { output, hint })];
    return [...unnamed, diagnostic("SW128", at("stepReferences"), { hint })];
  }

  /** What their properties are called, but for the tag. */
  function namesIn(types: readonly SchemaObject[]): readonly string[] {
    return [...new Set(types.flatMap(({ properties }) => Object.keys(properties ?? {})))].filter(
      (name) => name !== tag,
    );
  }
}
