/** The format `date-time`: a string comes in, whether it is an RFC 3339 date and time goes out. */

// Accepts nearly every date and time: capital letters, days to the 28th, no leap second. An engine reads four written digits
// at once, and counts to `{4}`.
const ordinaryDateTime =
  /^\d\d\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

// Linear: every part has a fixed width but the fraction, and nothing after the fraction can be a digit of it.
// Days are real ones: 01-28 of any month, 29 and 30 outside February, 31 in the long months, 29 February in leap years.
const dateTime =
  /^(?:\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:\d\d(?!00)(?:[02468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/**
 * RFC 3339 section 5.6 `date-time`, with the days of appendix C and the leap seconds of section 5.7: second 60 is
 * valid only where the instant, after its offset, is in the minute 23:59 UTC.
 */
export function isDateTime(text: string): boolean {
  return ordinaryDateTime.test(text) || (dateTime.test(text) && (text[17] !== "6" || isLastMinuteOfUtcDay(text)));
}

/** Whether a day ends one second after second 59 of that minute. ECMAScript knows no second 60, and no small letters. */
function isLastMinuteOfUtcDay(text: string): boolean {
  return (Date.parse(text.toUpperCase().replace(/:60(?:\.\d+)?/, ":59")) + 1000) % 86_400_000 === 0;
}
