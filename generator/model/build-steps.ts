/**
 * The step table of the model: unions, variants with their factories, `workflow()`.
 */
import type { Direction } from "../contract.js";
import { diagnostic, type Diagnostic } from "../diagnostics.js";
import { propertyOf, refName, type SchemaObject } from "../json/json-schema.js";
import type { Canonical } from "../schema/canonicalize.js";
import { inContract, type Context } from "../schema/context.js";
import { listOf } from "../schema/options/options.js";
import { inputOf } from "../schema/reading/step-input.js";
import { stepReference } from "../schema/step-references/step-references.js";
import { definitionOf } from "../schema/reading/definition-of.js";
import { freeName } from "../words/free-name.js";
import { buildVariant, mustBeGiven } from "./build-variant.js";
import { factoryProblems } from "./check-factories.js";
import { reachesSteps, defaultOutput, stepProblems, variantsAt } from "./check-steps.js";
import { discriminatorOf } from "../schema/reading/tagged-union.js";
import { onceEach } from "./once-each.js";
import type { StepUnion, StepReferences, Steps, WorkflowFactory } from "./model.js";

export function buildSteps(canonical: Canonical, context: Context): Steps | undefined {
  const { steps } = context.inputs.contract;
  if (steps === undefined) return undefined;
  if (!reachesSteps(canonical, context)) {
    context.problems.push(noStepList(steps.of, context));
    return undefined;
  }
  for (const each of stepProblems(canonical, context)) context.problems.push(each);
  const { $defs, typeAt, typeOf } = canonical;
  const typeName = (name: string): string => typeOf.get(name) ?? name;
  const answered = steps.answered ?? steps.at;
  const unions = (["response", "request"] as const).flatMap((direction) => unionIn(direction));
  const request = typeAt(steps.at, "request");
  const sent = request === undefined ? undefined : discriminatorOf($defs[request]);
  const variants = Object.entries(sent?.mapping ?? {}).map(([tag, ref]) =>
    buildVariant(tag, refName(ref), canonical, steps),
  );
  for (const each of factoryProblems(variants, tagSchema, context)) context.problems.push(each);
  const workflow = workflowFactory(canonical, context, request);
  return {
    tag: steps.tag,
    inputProperty: inputOf(steps),
    tagType: tagTypeOf(canonical, context),
    unions: onceEach(unions),
    variants,
    ...(workflow && { workflow }),
    // Where no input has a value to put one in place of, there is no such type.
    ...(Object.hasOwn($defs, stepReference) && { references: references() }),
  };

  function references(): StepReferences {
    const output = steps?.output ?? defaultOutput;
    const name = typeAt(answered, "response");
    const makers = variantsAt(answered, "response", canonical);
    const isSaid = makers.some((step) => propertyOf(step, output) !== undefined);
    return {
      type: stepReference,
      ...(name !== undefined && isSaid && { made: { answered: typeName(name), output } }),
    };
  }

  function unionIn(direction: Direction): StepUnion[] {
    const name = typeAt(direction === "request" ? steps?.at : answered, direction);
    const discriminator = name === undefined ? undefined : discriminatorOf($defs[name]);
    if (name === undefined || discriminator === undefined) return [];
    const { absent: untagged, unknown: unlisted } = discriminator;
    return [
      {
        name: typeName(name),
        direction,
        ...(untagged !== undefined && { untagged: typeName(refName(untagged)) }),
        ...(unlisted !== undefined && { mayBeUnlisted: true }),
      },
    ];
  }

  /** Where the schema says that a tag is one. */
  function tagSchema(tag: string): SchemaObject | undefined {
    const step = definitionOf($defs[refName(sent?.mapping[tag] ?? "")], $defs);
    const property = typeof step === "object" ? propertyOf(step, steps?.tag ?? "") : undefined;
    return typeof property === "object" ? property : typeof step === "object" ? step : undefined;
  }
}

const noStepList = (entry: string, context: Context): Diagnostic =>
  diagnostic("SW114", inContract(context, "/steps/of"), { entry });

function tagTypeOf({ $defs, nameAt, nameIn }: Canonical, { inputs: { contract } }: Context): string {
  const tag = nameAt.get(`${contract.steps?.at ?? ""}/properties/${contract.steps?.tag ?? ""}`) ?? "";
  // A name that nothing refers to any more, since each variant has its own constant, is still the name for the tags.
  const own = nameIn(tag, "response") ?? nameIn(tag, "request") ?? tag;
  return own === "" ? freeName("StepType", (name) => Object.hasOwn($defs, name)) : own;
}

function workflowFactory(
  canonical: Canonical,
  context: Context,
  stepType: string | undefined,
): WorkflowFactory | undefined {
  const { entries, steps } = context.inputs.contract;
  const type = canonical.typeAt(entries[steps?.of ?? ""]?.at, "request");
  if (type === undefined || stepType === undefined) return undefined;
  const stepsProperty = listOf(canonical, type, stepType);
  if (stepsProperty === undefined) {
    context.problems.push(noStepList(steps?.of ?? "", context));
    return undefined;
  }
  const options = canonical.optionsOf.get(type);
  return {
    name: "workflow",
    type: canonical.typeOf.get(type) ?? type,
    stepsProperty,
    stepType: canonical.typeOf.get(stepType) ?? stepType,
    ...(options !== undefined && { options: { type: options, required: mustBeGiven(options, canonical.$defs) } }),
  };
}
