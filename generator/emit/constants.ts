/** constants.js and constants.d.ts: the model's named enums come in, one frozen tuple each goes out. */

import type { Constant, Workflow } from "../model/model.js";
import { identifier } from "./identifier.js";
import { jsDoc } from "./jsdoc.js";
import { literal } from "./literal.js";
import { newSourceFile } from "./source-file.js";
import { VariableDeclarationKind } from "./ts-morph.js";

/** Marked pure, so that a bundler drops a tuple that nobody reads. */
export function emitConstants({ constants }: Workflow): string {
  const file = newSourceFile("constants.js");
  for (const constant of constants) {
    file.addVariableStatement({
      isExported: true,
      declarationKind: VariableDeclarationKind.Const,
      declarations: [
        { name: identifier(constant.name), initializer: `/* @__PURE__ */ Object.freeze(${tuple(constant)})` },
      ],
    });
  }
  return file.getFullText();
}

export function emitConstantsDeclaration({ constants }: Workflow): string {
  const file = newSourceFile("constants.d.ts");
  for (const constant of constants) {
    file.addVariableStatement({
      leadingTrivia: "\n" + jsDoc([`Every \`${constant.type}\`, in the schema's order.`]),
      isExported: true,
      hasDeclareKeyword: true,
      declarationKind: VariableDeclarationKind.Const,
      declarations: [{ name: identifier(constant.name), type: `readonly ${tuple(constant)}` }],
    });
  }
  return file.getFullText();
}

const tuple = ({ values }: Constant): string => literal(values);
