/** The format `date`: a string comes in, whether it is an RFC 3339 calendar day goes out. */
import { isDateTime } from "./date-time.js";

/**
 * RFC 3339 section 5.6 `full-date`, real days only (appendix C). The date of a `date-time` has a fixed width, so
 * nothing else passes.
 */
export function isDate(text: string): boolean {
  return isDateTime(`${text}T00:00:00Z`);
}
