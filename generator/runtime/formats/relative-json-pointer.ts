/** The format `relative-json-pointer`: a string comes in, whether it is a Relative JSON Pointer goes out. */
import { isJsonPointer } from "./json-pointer.js";

const start = /^(?:0|[1-9]\d*)(?:[+-](?:0|[1-9]\d*))?/;

/**
 * draft-bhutton-relative-json-pointer-00 section 3: how many levels up, how many places along an array, then `#` or
 * a JSON Pointer. Its ABNF forgets the places before `#`, its example `0-1#` does not.
 */
export function isRelativeJsonPointer(text: string): boolean {
  const rest = text.replace(start, "");
  return rest !== text && (rest === "#" || isJsonPointer(rest));
}
