/** The format `json-pointer`: a string comes in, whether it is a JSON Pointer goes out. */

// Looks for what is wrong, so that there is nothing to return to: no leading slash, or a tilde that escapes nothing.
const fault = /^[^/]|~(?![01])/;

/** RFC 6901 section 3: empty, or tokens that each begin with `/`, with `~` only as `~0` and `~1`. Not the `#` form. */
export function isJsonPointer(text: string): boolean {
  return !fault.test(text);
}
