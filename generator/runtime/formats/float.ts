/** The format `float`: a number comes in, whether single precision holds it goes out. */

/**
 * The registry of OpenAPI: a number of 32 bits. JSON writes decimals, and what is read of one is rounded to single precision, so
 * any number is one that is not rounded to infinity.
 */
export function isFloat(value: number): boolean {
  return Number.isFinite(Math.fround(value));
}
