/** The format `uri`: a string comes in, whether it is a URI of RFC 3986 goes out. */
import { isIpv6 } from "./ipv6.js";

// Accepts what nearly every URI is, in less than half the time: most of a document's check is this one test. What may follow a
// path's first slash, and a query's question mark, is one and the same set, written four times, as an engine then looks at four
// characters in one step.
const webAddress =
  /^https?:\/\/[\w.-]+(?:[/?](?:[!$&-;=?-Z_a-z~][!$&-;=?-Z_a-z~][!$&-;=?-Z_a-z~][!$&-;=?-Z_a-z~])*[!$&-;=?-Z_a-z~]{0,3})?$/;

// Decides all but an IP literal, a percent sign in the authority and very long text; path and query are one run. Linear:
// neighbouring runs share no character with what ends them (the user's name and the host are one run, a password and the
// port are read twice).
const ordinary =
  /^[a-z][a-z\d+.-]*:(?:\/\/[!$&-.\w;=~]*(?:(?::[!$&-.\w:;=~]*)?@[!$&-.\w;=~]*)?(?::\d*)?(?![^/?#])|(?!\/\/))[!$&-;=?-Z_a-z~]*(?:%[\da-f]{2}[!$&-;=?-Z_a-z~]*)*(?:#[!$&-;=?-Z_a-z~]*(?:%[\da-f]{2}[!$&-;=?-Z_a-z~]*)*)?$/i;

// An IP literal (section 3.2.2) where a host begins and ends, behind the scheme and the user.
const ipLiteral = /^([^:/?#]+:\/\/)([^/?#[@]*@)?\[(?:v[\da-f]+\.[!$&-.\w:;=~]+|([\da-f:.]+))\](?![^:/?#])/i;

/** RFC 3986 section 3 `URI`: with a scheme, percent-encoding complete, IPv6 addresses and ports real. */
export function isUri(text: string): boolean {
  if (webAddress.test(text)) return true;
  // An engine keeps a place to return to for each percent sign, and gives up with a RangeError after some millions.
  return (text.length < 1e6 && ordinary.test(text)) || ordinary.test(simplified(text));
}

/**
 * The same verdict, but ordinary: an empty host, kept apart from its port by an empty user, stands for an IP literal,
 * and `~` for a percent-encoded octet, as it may stand where one may and nowhere else.
 */
function simplified(text: string): string {
  return text
    .replace(ipLiteral, (all, scheme: string, user = "@", ipv6?: string) =>
      ipv6 === undefined || isIpv6(ipv6) ? scheme + user : all,
    )
    .replace(/%[\da-f]{2}/gi, "~");
}
