/** The length that `minLength` and `maxLength` speak of. */

/**
 * The number of Unicode code points in `text` (JSON Schema 2020-12 validation section 6.3); a lone surrogate counts
 * one.
 */
export function codePoints(text: string): number {
  let count = text.length;
  for (let at = 1; at < text.length; at++) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800) count--;
  }
  return count;
}
