/** What stands in an emitted module in, as ts-morph's structures and as text; the module's text out. */
import type { StatementStructures } from "ts-morph";
import { IndentationText, NewLineKind, Project, QuoteKind } from "./ts-morph.js";

/**
 * Nothing is read from disk and no program is checked.
 * @param statements all at once, as ts-morph parses a file anew after each that is added.
 */
export function moduleText(name: string, statements: readonly (StatementStructures | string)[]): string {
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
  return project.createSourceFile(name, { statements: [...statements] }).getFullText();
}
