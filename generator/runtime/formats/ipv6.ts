/** The format `ipv6`: a string comes in, whether it is an IPv6 address goes out. */

// Eight groups, or at most seven with one `::`: the lookahead refuses an eighth beside it. Linear: groups and colons
// share no character, and no loop takes a ninth.
const ipv6 =
  /^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?!:*(?:\w+:+){7}\w)(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?::(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?)$/i;

// The IPv4 address at the end, which stands for two groups.
const trailingIpv4 = /:(?:(?:25[0-5]|(?:2[0-4]|1\d|[1-9]|)\d)(?:\.(?!$)|$)){4}$/;

/** RFC 4291 section 2.2, as exact as the ABNF of RFC 3986 section 3.2.2; no zone (RFC 4007), no prefix length. */
export function isIpv6(text: string): boolean {
  return ipv6.test(text.replace(trailingIpv4, ":0:0"));
}
