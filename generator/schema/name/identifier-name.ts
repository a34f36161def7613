/** Which names JavaScript can read. Apart from `identifier`, so that who only asks does not load TypeScript. */

/** ECMAScript 2025, section 12.7: IdentifierName. Reserved words are names too: `step.delete` is fine. */
export const isIdentifierName = (name: string): boolean => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);

/** A name that can be declared in a module. */
export const isIdentifier = (name: string): boolean => isIdentifierName(name) && !reservedWords.has(name);

/** Words that a module, which is strict, cannot bind (ECMAScript 2025, sections 12.7.2 and 13.1.1). */
const reservedWords: ReadonlySet<string> = new Set(
  `await break case catch class const continue debugger default delete do else enum export extends false finally for
  function if import in instanceof new null return super switch this throw true try typeof var void while with yield
  let static implements interface package private protected public eval arguments`.split(/\s+/),
);
