/** The format `ipv6`: a string comes in, whether it is an IPv6 address goes out. */

// Eight groups, or at most seven with one `::`; an IPv4 address at the end counts for two. A negative lookahead
// refuses an eighth group beside `::`. Linear: groups and colons share no character, no loop takes an eighth.
const ipv6 =
  /^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:(?:[\da-f]{1,4}:){6}|(?!:*(?:\w+:+){6}\w+[:.]+\w)(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?::(?:[\da-f]{1,4}:)*)(?:(?:25[0-5]|(?:2[0-4]|1\d|[1-9]|)\d)(?:\.(?!$)|$)){4}|(?!:*(?:\w+:+){7}\w)(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?::(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?)$/i;

/** RFC 4291 section 2.2, as exact as the ABNF of RFC 3986 section 3.2.2; no zone (RFC 4007), no prefix length. */
export function isIpv6(text: string): boolean {
  return ipv6.test(text);
}
