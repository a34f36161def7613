/**
 * The one way identifiers enter emitted code: a name comes in, the same name goes out, or an error is thrown. Names are
 * decided in the model; one that cannot stand here is a mistake of the generator, not of the schema.
 */

import { ts } from "ts-morph";
import { diagnostic, Failure } from "../diagnostics.js";

/** ECMAScript 2025, section 12.7: IdentifierName. Reserved words are names too: `step.delete` is fine. */
export const isIdentifierName = (name: string): boolean => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);

/** A name that can be declared in a module. */
export const isIdentifier = (name: string): boolean => isIdentifierName(name) && !reservedWords.has(name);

/**
 * Returns `name`.
 * @throws TypeError where a module cannot declare it; Failure where it has letters that are newer than TypeScript's tables.
 */
export function identifier(name: string): string {
  if (!isIdentifier(name)) throw new TypeError(`${JSON.stringify(name)} is not an identifier`);
  if (!isReadByTypeScript(name)) throw new Failure([diagnostic("SW241", undefined, { name })]);
  return name;
}

const isReadByTypeScript = (name: string): boolean =>
  Array.from(name, (letter) => letter.codePointAt(0) ?? 0).every((letter) =>
    ts.isIdentifierPart(letter, ts.ScriptTarget.ES2022),
  );

/** Words that a module, which is strict, cannot bind (ECMAScript 2025, sections 12.7.2 and 13.1.1). */
const reservedWords: ReadonlySet<string> = new Set([
  ...[
    "await",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "debugger",
    "default",
    "delete",
    "do",
    "else",
    "enum",
  ],
  ...[
    "export",
    "extends",
    "false",
    "finally",
    "for",
    "function",
    "if",
    "import",
    "in",
    "instanceof",
    "new",
    "null",
    "return",
  ],
  ...["super", "switch", "this", "throw", "true", "try", "typeof", "var", "void", "while", "with", "yield"],
  ...["let", "static", "implements", "interface", "package", "private", "protected", "public", "eval", "arguments"],
]);
