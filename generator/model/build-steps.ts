/**
 * The step table of the model: unions, variants with their factories, `workflow()`.
 */
import type { ContractSteps } from "../contract.js";
import { diagnostic, type Diagnostic } from "../diagnostics.js";
import { propertyOf, refName, type SchemaObject } from "../json/json-schema.js";
import { formatPointer } from "../json/pointer.js";
import type { Canonical } from "../schema/canonicalize.js";
import { inContract, type Context } from "../schema/context.js";
import { tagTypeName } from "../schema/name/step-names.js";
import { listOf } from "../schema/options/options.js";
import { inputOf, outputOf } from "../schema/reading/contract-steps.js";
import { stepReference } from "../schema/step-references/step-references.js";
import { definitionOf } from "../schema/reading/definition-of.js";
import { freeName } from "../words/free-name.js";
import { buildVariant, optionsFor } from "./build-variant.js";
import { factoryProblems } from "./check-factories.js";
import { reachesSteps, stepProblems } from "./check-steps.js";
import { onceEach } from "./once-each.js";
import type { StepUnion, StepReferences, Steps, WorkflowFactory } from "./model.js";
import { stepsBothWays, type StepsOneWay } from "./steps-both-ways.js";

export function buildSteps(canonical: Canonical, context: Context): Steps | undefined {
  const { steps } = context.inputs.contract;
  if (steps === undefined) return undefined;
  if (reachesSteps(canonical, context)) return stepTable(steps, canonical, context);
  context.problems.push(noStepList(steps.of, context));
  return undefined;
}

function stepTable(steps: ContractSteps, canonical: Canonical, context: Context): Steps {
  const { $defs, typeAt, typeName } = canonical;
  const { at, tag } = steps;
  const ways = stepsBothWays(steps, canonical);
  const { sent, answered } = ways;
  for (const each of stepProblems(steps, ways, canonical, context)) context.problems.push(each);
  const variants = [...sent.types].map(([value, type]) => buildVariant(value, type, canonical, steps));
  for (const each of factoryProblems(variants, tagSchema, context)) context.problems.push(each);
  const workflow = workflowFactory(canonical, context, typeAt(at, "request"));
  return {
    tag,
    inputProperty: inputOf(steps),
    tagType: tagTypeOf(canonical, steps),
    unions: onceEach([answered, sent].flatMap(unionsOf)),
    variants,
    ...(workflow && { workflow }),
    // Where no input has a value to put one in place of, there is no such type.
    ...(Object.hasOwn($defs, stepReference) && { references: references() }),
  };

  function references(): StepReferences {
    const output = outputOf(steps);
    const { union, schemas } = answered;
    const isSaid = schemas.some((step) => propertyOf(step, output) !== undefined);
    return {
      type: stepReference,
      ...(union && isSaid && { made: { answered: typeName(union.name), output } }),
    };
  }

  /** None where no steps go that way. */
  function unionsOf({ union, direction }: StepsOneWay): StepUnion[] {
    if (union === undefined) return [];
    const { name, mapping, absent, unknown, nullIsAbsent = false } = union;
    const hasDefault = absent !== undefined && Object.values(mapping).includes(absent);
    return [
      {
        name: typeName(name),
        direction,
        ...(absent !== undefined && { untagged: typeName(refName(absent)) }),
        ...(hasDefault && { default: { isNullable: nullIsAbsent } }),
        ...(unknown !== undefined && { mayBeUnlisted: true }),
      },
    ];
  }

  /** Where the schema says that a tag is one. */
  function tagSchema(value: string): SchemaObject | undefined {
    const step = definitionOf($defs[sent.types.get(value) ?? ""], $defs);
    return [propertyOf(step, tag), step].find((each) => typeof each === "object");
  }
}

const noStepList = (entry: string, context: Context): Diagnostic =>
  diagnostic("SW114", inContract(context, "/steps/of"), { entry });

function tagTypeOf({ $defs, nameAt, nameIn }: Canonical, { at, tag }: ContractSteps): string {
  const name = nameAt.get(at + formatPointer(["properties", tag])) ?? "";
  // A name that nothing refers to any more, since each variant has its own constant, is still the name for the tags.
  const own = nameIn(name, "response") ?? nameIn(name, "request") ?? name;
  return own === "" ? freeName(tagTypeName, (name) => Object.hasOwn($defs, name)) : own;
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
  return {
    name: "workflow",
    type: canonical.typeName(type),
    stepsProperty,
    stepType: canonical.typeName(stepType),
    ...optionsFor(type, canonical),
  };
}
