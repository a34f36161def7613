/** A ts-morph source file to build an emitted module in: its name comes in, an empty file in memory goes out. */
import type { SourceFile } from "ts-morph";
import { IndentationText, NewLineKind, Project, QuoteKind } from "./ts-morph.js";

/** Nothing is read from disk and no program is checked. */
export function newSourceFile(name: string): SourceFile {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    compilerOptions: { allowJs: true },
    manipulationSettings: {
      indentationText: IndentationText.TwoSpaces,
      newLineKind: NewLineKind.LineFeed,
      quoteKind: QuoteKind.Double,
    },
  });
  return project.createSourceFile(name);
}
