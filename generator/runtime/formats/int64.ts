/** The format `int64`: a number comes in, whether it is a 64-bit signed integer goes out. */

/**
 * OpenAPI 3.1 section 4.4: an integer from -2^63 to 2^63. 2^63 itself is let through: 2^63 - 1 parses to the same
 * number.
 */
export function isInt64(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= 2 ** 63;
}
