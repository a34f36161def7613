/** index.js and index.d.ts: the package's modules come in, one re-export each goes out. */
import type { Workflow } from "../model/model.js";
import { modulesOf } from "./modules.js";
import { moduleText } from "./text/source-file.js";
import { StructureKind } from "./text/ts-morph.js";

export function emitIndex(model: Workflow): string {
  const modules = modulesOf(model).filter((name) => name !== "types");
  return moduleText("index.js", modules.map(exportOf));
}

/** `export type *` is read by TypeScript 5.0 and later, and asks for nothing at run time. */
export function emitIndexDeclaration(model: Workflow): string {
  return moduleText(
    "index.d.ts",
    modulesOf(model).map((name) => ({ ...exportOf(name), isTypeOnly: name === "types" })),
  );
}

const exportOf = (name: string) =>
  ({ kind: StructureKind.ExportDeclaration, moduleSpecifier: `./${name}.js` }) as const;
