/** The format `duration`: a string comes in, whether it is a duration of RFC 3339 goes out. */

// Linear: no loop stands in another one, and a number is read again only by the next units.
const duration =
  /^P(?:\d+W|(?=\d|T)(?:\d+Y(?!\d+D))?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H(?!\d+S))?(?:\d+M)?(?:\d+S)?)?)$/i;

/**
 * RFC 3339 appendix A `duration`: weeks alone, or years to seconds without a gap between two units (`P1Y2D` has one).
 * Letters in either case, as strings of that ABNF are (RFC 5234 section 2.3).
 */
export function isDuration(text: string): boolean {
  return duration.test(text);
}
