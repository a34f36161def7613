/** The format `hostname`: a string comes in, whether it is an Internet host name goes out. */
import { isALabel } from "../a-label.js";

// Linear: a label starts after a dot and nowhere else, and is at most 63 characters.
const hostname = /^(?=.{1,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.(?!$)|$))+$/i;

/**
 * RFC 1123 section 2.1, at most 253 characters (RFC 1035 section 2.3.4); a label with `xn--` must be an A-label (RFC
 * 5890 section 2.3.2.1).
 */
export function isHostname(text: string): boolean {
  return hostname.test(text) && text.split(".").every((label) => !/^xn--/i.test(label) || isALabel(label));
}
