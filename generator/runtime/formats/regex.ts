/** The format `regex`: a string comes in, whether it is an ECMAScript regular expression goes out. */

/**
 * JSON Schema 2020-12 validation section 7.3.8: ECMA-262 with the `u` flag, so that a needless escape such as `\a` is
 * an error.
 */
export function isRegex(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}
