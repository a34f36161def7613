/** The format `int32`: a number comes in, whether it is a 32-bit signed integer goes out. */

/** OpenAPI 3.1 section 4.4: an integer from -2^31 to 2^31 - 1. */
export function isInt32(value: number): boolean {
  return value === (value | 0);
}
