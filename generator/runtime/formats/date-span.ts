/** The format `date-span`: a string comes in, whether it is a .NET TimeSpan in its constant form goes out. */

// Linear: every part has a bounded width.
const dateSpan = /^(-?)(?:(\d{1,8})\.)?((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,7})?)$/;

/**
 * .NET's standard format "c", `[-][d.]hh:mm:ss[.fffffff]`, read as .NET reads it: one to seven digits of a second,
 * at most TimeSpan.MaxValue (10675199.02:48:05.4775807), at least TimeSpan.MinValue (one ten-millionth further).
 */
export function isDateSpan(text: string): boolean {
  const [, sign, days = "0", time] = dateSpan.exec(text) ?? [];
  if (time === undefined || +days > 10675199) return false;
  // Digits of equal places compare as text does, and a shorter fraction is the smaller text.
  return +days < 10675199 || time <= (sign ? "02:48:05.4775808" : "02:48:05.4775807");
}
