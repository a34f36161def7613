/**
 * `stepRef` and its types, for an API whose inputs may refer to other steps' outputs: the step table comes in,
 * declarations of steps.js and steps.d.ts go out.
 */
import type { StepReferences, Steps } from "../../model/model.js";
import { literal, templateText } from "../text/literal.js";
import type { Refer } from "./type-imports.js";
import type { AliasStructure, ClassStructure, FunctionStructure } from "../text/ts-morph.js";

export function stepRefFunction(referenceTo: string): FunctionStructure {
  return {
    name: "stepRef",
    isExported: true,
    parameters: [{ name: "step" }, { name: "path" }],
    statements: `return ${referenceTo}(step, path);`,
  };
}

export function stepRefDeclaration({ type, made }: StepReferences, refer: Refer): FunctionStructure {
  const declared = { name: "stepRef", isExported: true, hasDeclareKeyword: true, returnType: refer(type) } as const;
  if (made === undefined) {
    return {
      leadingTrivia: `
/**
 * A reference to a value that another step will have made; it goes wherever a step's input has a value. The step that is
 * referred to must have a name; the path says where in that step the value stands.
 *
 * @throws UnnamedStepError where the step has no name
 */
`,
      ...declared,
      parameters: [
        { name: "step", type: "AnyStep | string" },
        { name: "path", type: "string" },
      ],
    };
  }
  return {
    leadingTrivia: `
/**
 * A reference to a value that another step will have made; it goes wherever a step's input has a value. The path is checked
 * against the output of that step, and an editor completes it as far as the first list. The step must have a name; where
 * \`step\` is only that name, any path will do.
 *
 * @throws UnnamedStepError where the step has no name
 */
`,
    ...declared,
    typeParameters: [{ name: "S", constraint: "AnyStep | string" }],
    parameters: [
      { name: "step", type: "S" },
      { name: "path", type: "S extends string ? string : OutputPath<S>" },
    ],
  };
}

/** The names that `stepRefTypes` declares. */
export const stepRefTypeNames = ["OutputPath", "PathBelow"] as const;

export function stepRefTypes({ tag, unions }: Steps, { made }: StepReferences, refer: Refer): AliasStructure[] {
  if (made === undefined) return [];
  const { answered, output } = made;
  const property = literal(output);
  const mayBeLeftOut = unions.some((union) => union.default !== undefined) ? "?" : "";
  return [
    {
      leadingTrivia: "\n/** The paths into what a step answers: `output.images[0].url`. */\n",
      name: "OutputPath",
      typeParameters: ["S"],
      type: `S extends { ${literal(tag)}${mayBeLeftOut}: infer T } ? Extract<${refer(answered)}, { ${literal(tag)}: T }> extends { ${property}?: infer Output } ? \`${templateText(output)}\${PathBelow<NonNullable<Output>>}\` : never : never`,
    },
    {
      leadingTrivia:
        "\n/** The rest of a path, below a value. A few levels are enough for an output, and keep recursive types finite. */\n",
      name: "PathBelow",
      typeParameters: ["T", { name: "Depth", constraint: "unknown[]", default: "[]" }],
      type: `"" | (Depth["length"] extends 6 ? never : T extends readonly (infer Item)[] ? \`[\${number}]\${PathBelow<NonNullable<Item>, [...Depth, 0]>}\` : T extends object ? { [K in keyof T & string]: \`.\${K}\${PathBelow<NonNullable<T[K]>, [...Depth, 0]>}\` }[keyof T & string] : never)`,
    },
  ];
}

export const unnamedStepError: ClassStructure = {
  leadingTrivia: "\n/** Thrown by `stepRef` for a step without a name. */\n",
  name: "UnnamedStepError",
  isExported: true,
  hasDeclareKeyword: true,
  extends: "Error",
  properties: [{ name: "name", isReadonly: true, type: '"UnnamedStepError"' }],
};
