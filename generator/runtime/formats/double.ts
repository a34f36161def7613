/** The format `double`: a number comes in, whether it is a finite one goes out. */

/** OpenAPI 3.1 section 4.4: what JSON writes beyond the double range (1e999) parses to infinity and is none. */
export function isDouble(value: number): boolean {
  return Number.isFinite(value);
}
