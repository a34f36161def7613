/**
 * steps.d.ts: the canonical schema and the model's step table come in, the declarations of what steps.js exports go out.
 */
import type { OptionalKind, ParameterDeclarationStructure } from "ts-morph";
import { propertyOf, type CanonicalSchema, type Definitions } from "../json/json-schema.js";
import type { Steps, StepVariant, WorkflowFactory } from "../model/model.js";
import { articleOf } from "./text/article.js";
import { acceptableInput, acceptableOptions, acceptableTypes } from "./steps/acceptable.js";
import { identifier } from "./text/identifier.js";
import { inputType } from "./steps/input-type.js";
import { jsDoc, prose } from "./text/jsdoc.js";
import { literal } from "./text/literal.js";
import {
  matchStepFunctions,
  matchStepTypeNames,
  matchStepTypes,
  tagTypeAlias,
  unhandledStepError,
} from "./steps/match-step-types.js";
import { moduleText } from "./text/source-file.js";
import { stepRefDeclaration, stepRefTypeNames, stepRefTypes, unnamedStepError } from "./steps/step-ref-types.js";
import { StructureKind, type FunctionStructure } from "./text/ts-morph.js";
import { typeImports, type Refer } from "./steps/type-imports.js";

interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

export function emitStepsDeclaration({ $defs }: CanonicalSchema, steps: Steps): string {
  const imports = typeImports(
    new Set([...matchStepTypeNames, ...stepRefTypeNames, ...acceptableTypes.map(({ name }) => name)]),
  );
  const factories = [
    ...steps.variants.map((variant) => factory(variant, steps, $defs, imports.refer)),
    ...(steps.workflow ? [workflowFactory(steps.workflow, $defs, imports.refer)] : []),
  ];
  const isTyped = Object.hasOwn($defs, steps.tagType);
  const tagType = isTyped ? imports.refer(steps.tagType) : identifier(steps.tagType);
  const { references } = steps;
  const functions = [
    ...factories,
    ...matchStepFunctions(steps, tagType),
    ...(references ? [stepRefDeclaration(references, imports.refer)] : []),
  ];
  const aliases = [
    ...matchStepTypes(steps, tagType, imports.refer),
    ...(references ? stepRefTypes(steps, references, imports.refer) : []),
    ...(isTyped ? [] : [tagTypeAlias(steps, imports.refer)]),
    ...acceptableTypes.filter(({ name }) => factories.some((each) => takes(each, name))),
  ];
  const classes = [unhandledStepError, ...(references ? [unnamedStepError] : [])];
  return moduleText("steps.d.ts", [
    { ...imports.declaration(), kind: StructureKind.ImportDeclaration },
    ...functions.map((each) => ({ ...each, kind: StructureKind.Function }) as const),
    ...classes.map((each) => ({ ...each, kind: StructureKind.Class }) as const),
    ...aliases.map((each) => ({ ...each, kind: StructureKind.TypeAlias }) as const),
    // With it, only what says `export` is public; without, every declaration of a .d.ts would be.
    { kind: StructureKind.ExportDeclaration, leadingTrivia: "\n" },
  ]);
}

function factory(variant: StepVariant, steps: Steps, $defs: Definitions, refer: Refer): FunctionStructure {
  const { tag, type, input, options, description } = variant;
  const isDefault = steps.unions.some((union) => union.default !== undefined && union.untagged === type);
  const step = $defs[type];
  const property = propertyOf(step, steps.inputProperty);
  const words = prose(description ?? `A step of type ${literal(tag)}.`);
  const isDeprecated = typeof step === "object" && step.deprecated === true;
  return {
    leadingTrivia: "\n" + jsDoc(isDeprecated ? [...words, "@deprecated"] : words),
    ...declared(variant.factory, [
      ...(input
        ? [
            {
              name: "input",
              required: input.required,
              type: acceptableInput(inputType(variant, steps, refer), property ?? true, $defs),
            },
          ]
        : []),
      ...optionsParameter(options, $defs, refer),
    ]),
    // What it makes has its tag, also where a step of its type may leave it out for the default.
    returnType: isDefault ? `${refer(type)} & { ${literal(steps.tag)}: ${literal(tag)} }` : refer(type),
  };
}

function workflowFactory(
  { name, type, stepType, options }: WorkflowFactory,
  $defs: Definitions,
  refer: Refer,
): FunctionStructure {
  const step = refer(stepType);
  // What a factory made is exactly a step: as a member of the union it is taken without a look inside.
  const union = [...new Set([step, acceptableInput(step, $defs[stepType] ?? true, $defs)])].join(" | ");
  return {
    leadingTrivia:
      "\n" +
      jsDoc([`${articleOf(type) === "a" ? "A" : "An"} \`${type}\` with these steps: plain data, ready to be sent.`]),
    ...declared(name, [
      { name: "steps", required: true, type: `readonly (${union})[]` },
      ...optionsParameter(options, $defs, refer),
    ]),
    returnType: refer(type),
  };
}

function optionsParameter(options: StepVariant["options"], $defs: Definitions, refer: Refer): Parameter[] {
  if (options === undefined) return [];
  const type = acceptableOptions(refer(options.type), $defs[options.type] ?? true, $defs);
  return [{ name: "options", required: options.required, type }];
}

/** A parameter can be left out where all behind it can; else its absence is said with `undefined`. */
function declared(name: string, parameters: readonly Parameter[]): FunctionStructure {
  const lastRequired = parameters.findLastIndex(({ required }) => required);
  return {
    name: identifier(name),
    isExported: true,
    hasDeclareKeyword: true,
    parameters: parameters.map(({ name: each, type, required }, index): OptionalKind<ParameterDeclarationStructure> => {
      return index > lastRequired
        ? { name: each, type, hasQuestionToken: true }
        : { name: each, type: required ? type : `${type} | undefined` };
    }),
  };
}

const takes = ({ parameters = [] }: FunctionStructure, type: string): boolean =>
  parameters.some(
    (parameter) => typeof parameter.type === "string" && new RegExp(`\\b${type}\\b`).test(parameter.type),
  );
