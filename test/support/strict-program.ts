/**
 * Files in, what a strict TypeScript says about all of them as one program out.
 */
import path from "node:path";
import ts from "typescript-5.9";

/** The strictest consumer there is: no DOM, no Node, no library check skipped. */
const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  noEmit: true,
  types: [],
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};

/** One `file:line message` a problem. */
export function strictProblems(files: readonly string[]): readonly string[] {
  return ts.getPreEmitDiagnostics(ts.createProgram(files, options)).map(({ file, start, messageText }) => {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    const where = file ? `${path.relative(process.cwd(), file.fileName)}:${line} ` : "";
    return where + ts.flattenDiagnosticMessageText(messageText, " ");
  });
}
