/**
 * Files in, what a strict TypeScript says about all of them as one program out.
 */
import fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import ts from "typescript-5.9";
import type { Files } from "#generator/model/model.js";

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

/** What it says about the declarations of many packages, by the packages' numbers. */
export async function strictProblemsOfPackages(packages: readonly Files[]): Promise<readonly string[]> {
  const folder = await fs.mkdtemp(path.join(tmpdir(), "stepwright-packages-"));
  try {
    const declarations = packages.flatMap((files, index) =>
      [...files].filter(([file]) => file.endsWith(".d.ts")).map(([file, text]) => [`${index}/${file}`, text] as const),
    );
    const written = declarations.map(async ([file, text]) => {
      const target = path.join(folder, file);
      await fs.mkdir(path.dirname(target), { recursive: true });
      await fs.writeFile(target, text);
      return target;
    });
    return strictProblems(await Promise.all(written));
  } finally {
    await fs.rm(folder, { recursive: true });
  }
}
