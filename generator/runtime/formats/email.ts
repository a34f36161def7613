/** The format `email`: a string comes in, whether it is a mailbox of RFC 5321 goes out. */

// Each part of a dot-string or of a domain is asked by itself: an engine may run out of stack in a text of many megabytes.
const atom = /^[\w!#$%&'*+/=?^`{|}~-]+$/;
const label = /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/i;
const quotedString = /^"[ !#-[\]-~]*"$/;

// The IPv6 of section 4.1.3: eight groups, or at most six beside one `::`; an IPv4 address at the end counts for two
// and may have leading zeros.
const addressLiteral =
  /^\[(?:IPv6:(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?!:*(?:\w+:+){6}\w)(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?::(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?)|(?:IPv6:(?:(?:[\da-f]{1,4}:){6}|(?!:*(?:\w+:+){5}\w+[:.]+\w)(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?::(?:[\da-f]{1,4}:)*))?(?:(?:25[0-5]|2[0-4]\d|[01]?\d?\d)(?:\.(?!\])|(?=\]))){4})\]$/i;

/**
 * RFC 5321 section 4.1.2 `Mailbox`, by its ABNF: no display name, no comments, no lengths. Of the address literals
 * IPv4 and `IPv6:`, the only tag that is registered (section 4.1.3).
 */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf("@");
  const local = text.slice(0, at);
  const host = text.slice(at + 1);
  return (
    at > 0 &&
    (local.split(".").every((part) => atom.test(part)) || quotedString.test(local.replace(/\\[ -~]/g, "~"))) &&
    (host.split(".").every((part) => label.test(part)) || addressLiteral.test(host))
  );
}
