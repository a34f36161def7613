/**
 * The formats that are checked (JSON Schema 2020-12, validation 7.3, and OpenAPI's numeric ones): all that there is to say of each, but
 * for the check itself, which is `runtime/formats/<format>.ts`. All others are annotations.
 */
export interface KnownFormat {
  /** The function of the runtime that checks it. */
  readonly check: string;
  /** Of which values it says something. */
  readonly type: "string" | "number";
  /** What a value must be, for messages. */
  readonly phrase: string;
  /** A value for examples; of a number's any does that the other keywords allow. */
  readonly sample?: string;
}

const text = (check: string, phrase: string, sample: string): KnownFormat => ({
  check,
  type: "string",
  phrase,
  sample,
});
const number = (check: string, phrase: string): KnownFormat => ({ check, type: "number", phrase });

export const formats: ReadonlyMap<string, KnownFormat> = new Map([
  ["date", text("isDate", "a date (RFC 3339)", "2026-01-31")],
  ["date-span", text("isDateSpan", "a time span ([-][d.]hh:mm:ss[.fffffff])", "00:01:30")],
  ["date-time", text("isDateTime", "a date-time with offset (RFC 3339)", "2026-01-31T12:00:00Z")],
  ["double", number("isDouble", "a 64-bit number")],
  ["duration", text("isDuration", "a duration (ISO 8601)", "PT90S")],
  ["email", text("isEmail", "an email address", "somebody@example.com")],
  ["float", number("isFloat", "a 32-bit number")],
  ["hostname", text("isHostname", "a host name", "example.com")],
  ["int32", number("isInt32", "a 32-bit integer")],
  ["int64", number("isInt64", "a 64-bit integer")],
  ["ipv4", text("isIpv4", "an IPv4 address", "192.0.2.1")],
  ["ipv6", text("isIpv6", "an IPv6 address", "2001:db8::1")],
  ["json-pointer", text("isJsonPointer", "a JSON Pointer (RFC 6901)", "/steps/0")],
  ["regex", text("isRegex", "a regular expression", "^[a-z]+$")],
  ["relative-json-pointer", text("isRelativeJsonPointer", "a relative JSON Pointer", "1/name")],
  ["time", text("isTime", "a time with offset (RFC 3339)", "12:00:00Z")],
  ["uri", text("isUri", "a URI (RFC 3986)", "https://example.com/")],
  ["uri-reference", text("isUriReference", "a URI reference (RFC 3986)", "/images/1")],
  ["uuid", text("isUuid", "a UUID", "123e4567-e89b-42d3-a456-426614174000")],
]);
