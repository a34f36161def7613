/** The format `uri-reference`: a string comes in, whether it is a URI or a relative reference of RFC 3986 goes out. */
import { isUri } from "./uri.js";

/**
 * RFC 3986 section 4.1 `URI-reference`. A colon in the first segment can only end a scheme (section 4.2); without one,
 * any scheme will do.
 */
export function isUriReference(text: string): boolean {
  return isUri(/^[^/?#]*:/.test(text) ? text : `x:${text}`);
}
