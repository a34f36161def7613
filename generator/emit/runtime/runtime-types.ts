/** A compiled declaration file of the runtime in; the types that it declares out, to stand in an emitted module. */

/**
 * A module's declarations, without its imports and its opening comment, which the compiler may have dropped with them: all
 * stand in one module now.
 */
export const declarationsIn = (text: string): string =>
  text.replace(/^import .*;\n/gm, "").replace(/^\/\*\*(?:(?!\*\/)[^])*\*\/\s*(?=\/\*\*)/, "");
