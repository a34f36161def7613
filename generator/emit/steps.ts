/**
 * steps.js: the model's step table comes in, one factory a variant, `workflow()`, `isStep()` and `matchStep()` go out.
 * What they share is copied from the runtime, so that the module imports nothing.
 */
import type { Steps, StepVariant, WorkflowFactory } from "../model/model.js";
import { identifier } from "./text/identifier.js";
import { literal, propertyKey } from "./text/literal.js";
import { runtimePool } from "./runtime/runtime-pool.js";
import { moduleText } from "./text/source-file.js";
import { stepRefFunction } from "./steps/step-ref-types.js";
import { StructureKind, type FunctionStructure } from "./text/ts-morph.js";

export function emitSteps(steps: Steps): string {
  const names = [...steps.variants.map(({ factory }) => factory), ...(steps.workflow ? [steps.workflow.name] : [])];
  const shared = runtimePool().take(
    ["UnhandledStepError", "taggedStep", "dispatch", ...(steps.references ? ["referenceTo"] : [])],
    new Set(names),
  );
  const functions = [
    ...steps.variants.map((variant) => factory(variant, steps, shared.nameOf("taggedStep"))),
    ...(steps.workflow ? [workflowFactory(steps.workflow, shared.nameOf("compact"))] : []),
    ...narrowing(steps, shared.nameOf),
    ...(steps.references ? [stepRefFunction(shared.nameOf("referenceTo"))] : []),
  ];
  // The compiler begins each declaration of the runtime in the first column; its classes are errors that users catch.
  const copied = shared.text.replace(/^\/\*\*/gm, "\n$&").replace(/^class /gm, "export $&");
  return moduleText("steps.js", [
    ...functions.map((each) => ({ ...each, kind: StructureKind.Function }) as const),
    copied,
  ]);
}

function factory(
  { tag, factory: name, input, options }: StepVariant,
  steps: Steps,
  taggedStep: string,
): FunctionStructure {
  const properties = [...(options ? ["...options"] : []), ...(input ? [member(steps.inputProperty, "input")] : [])];
  return {
    name: identifier(name),
    isExported: true,
    parameters: [...(input ? [{ name: "input" }] : []), ...(options ? [{ name: "options" }] : [])],
    statements: `return ${taggedStep}(${literal(steps.tag)}, ${literal(tag)}, { ${properties.join(", ")} });`,
  };
}

function workflowFactory({ name, stepsProperty, options }: WorkflowFactory, compact: string): FunctionStructure {
  const properties = [...(options ? ["...options"] : []), member(stepsProperty, "steps")];
  return {
    name: identifier(name),
    isExported: true,
    parameters: [{ name: "steps" }, ...(options ? [{ name: "options" }] : [])],
    statements: `return ${compact}({ ${properties.join(", ")} });`,
  };
}

function narrowing({ tag }: Steps, nameOf: (name: string) => string): FunctionStructure[] {
  return [
    {
      name: "isStep",
      isExported: true,
      parameters: [{ name: "step" }, { name: "type" }],
      statements: `return ${nameOf("tagOf")}(${literal(tag)}, step) === type;`,
    },
    {
      name: "matchStep",
      isExported: true,
      parameters: [{ name: "step" }, { name: "handlers" }],
      statements: `return ${nameOf("dispatch")}(${literal(tag)}, step, handlers);`,
    },
  ];
}

/** `input`, or `"in-put": input` where the schema's name differs from the parameter's. */
const member = (property: string, parameter: string): string =>
  property === parameter ? parameter : `${propertyKey(property)}: ${parameter}`;
