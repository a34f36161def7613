/** The format `ipv4`: a string comes in, whether it is a dotted-quad IPv4 address goes out. */

// Linear: at most four parts of three digits.
const ipv4 = /^(?:(?:25[0-5]|(?:2[0-4]|1\d|[1-9]|)\d)(?:\.(?!$)|$)){4}$/;

/**
 * RFC 2673 section 3.2: four numbers from 0 to 255, without leading zeros (they read as octal in places; RFC 3986
 * `dec-octet`).
 */
export function isIpv4(text: string): boolean {
  return ipv4.test(text);
}
