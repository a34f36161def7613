/** The format `float`: a number comes in, whether it is a finite one goes out. */

/**
 * OpenAPI 3.1 section 4.4. JSON writes decimals, which are rounded to single precision, so any finite number is one.
 */
export function isFloat(value: number): boolean {
  return Number.isFinite(value);
}
