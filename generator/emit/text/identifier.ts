/**
 * The one way identifiers enter emitted code: a name comes in, the same name goes out, or an error is thrown. Names are
 * decided in the model; one that cannot stand here is a mistake of the generator, not of the schema.
 */

import { isIdentifier } from "../../schema/name/identifier-name.js";
import { ts } from "./ts-morph.js";
import { diagnostic, Failure } from "../../diagnostics.js";

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
