/** index.js and index.d.ts: the package's modules come in, one re-export each goes out. */
import type { Workflow } from "../model/model.js";
import { modulesOf } from "./modules.js";
import { newSourceFile } from "./source-file.js";

export function emitIndex(model: Workflow): string {
  const file = newSourceFile("index.js");
  const modules = modulesOf(model).filter((name) => name !== "types");
  file.addExportDeclarations(modules.map((name) => ({ moduleSpecifier: `./${name}.js` })));
  return file.getFullText();
}

/** `export type *` is read by TypeScript 5.0 and later; without `type` there would have to be a types.js. */
export function emitIndexDeclaration(model: Workflow): string {
  const file = newSourceFile("index.d.ts");
  file.addExportDeclarations(
    modulesOf(model).map((name) => ({ isTypeOnly: name === "types", moduleSpecifier: `./${name}.js` })),
  );
  return file.getFullText();
}
