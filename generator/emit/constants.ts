/** constants.js and constants.d.ts: the model's named enums come in, one frozen tuple each goes out. */

import type { Constant, Workflow } from "../model/model.js";
import { everyValue } from "./text/every-value.js";
import { identifier } from "./text/identifier.js";
import { jsDoc } from "./text/jsdoc.js";
import { literal } from "./text/literal.js";
import { moduleText } from "./text/source-file.js";
import { StructureKind, VariableDeclarationKind } from "./text/ts-morph.js";

/** Marked pure, so that a bundler drops a tuple that nobody reads. */
export function emitConstants({ constants }: Workflow): string {
  const statements = constants.map((constant) => ({
    ...exportedConst,
    declarations: [
      { name: identifier(constant.name), initializer: `/* @__PURE__ */ Object.freeze(${tuple(constant)})` },
    ],
  }));
  return moduleText("constants.js", statements);
}

export function emitConstantsDeclaration({ constants }: Workflow): string {
  const statements = constants.map((constant) => ({
    ...exportedConst,
    leadingTrivia: "\n" + jsDoc([`${everyValue(constant)}, in the schema's order.`]),
    hasDeclareKeyword: true,
    declarations: [{ name: identifier(constant.name), type: `readonly ${tuple(constant)}` }],
  }));
  return moduleText("constants.d.ts", statements);
}

const exportedConst = {
  kind: StructureKind.VariableStatement,
  isExported: true,
  declarationKind: VariableDeclarationKind.Const,
} as const;

const tuple = ({ values }: Constant): string => literal(values);
