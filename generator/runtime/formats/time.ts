/** The format `time`: a string comes in, whether it is an RFC 3339 time of day with its offset goes out. */
import { isDateTime } from "./date-time.js";

/**
 * RFC 3339 section 5.6 `full-time`, second 60 as section 5.7 has it. The date before it has a fixed width, so nothing
 * else passes.
 */
export function isTime(text: string): boolean {
  return isDateTime(`1972-06-30T${text}`);
}
