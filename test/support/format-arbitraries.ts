/** Text that is right, or wrong in one place: what the properties of the formats are tried on. */
import fc from "fast-check";
import { words } from "../fixtures/format-cases/words.js";

/** Text made of pieces that matter to a grammar: right often enough, and wrong in every way. */
export const textOf = (...pieces: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(""));
export const joined = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((each) => each.join(""));
const sometimes = (part: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.oneof(fc.constant(""), part);
export const inserted = (text: string, at: number, piece: string): string => {
  const place = at % (text.length + 1);
  return text.slice(0, place) + piece + text.slice(place);
};

const unreserved = words("a Z 0 9 - . _ ~");
const subDelims = words("! $ & ' ( ) * + , ; =");
const encoded = ["%00", "%aF", "%2f"];
const hex = fc.stringMatching(/^[\da-fA-F]{1,4}$/);
export const ipv6 = fc.oneof(
  fc.array(hex, { minLength: 8, maxLength: 8 }).map((groups) => groups.join(":")),
  fc
    .tuple(fc.array(hex, { maxLength: 3 }), fc.array(hex, { maxLength: 4 }))
    .map(([a, b]) => `${a.join(":")}::${b.join(":")}`),
  joined(fc.constant("::"), sometimes(hex.map((group) => `${group}:`)), fc.ipV4()),
);
const regName = textOf(...unreserved, ...subDelims, ...encoded);
const pathPiece = textOf(...unreserved, ...subDelims, ...encoded, ":", "@");
const authority = joined(
  sometimes(textOf(...unreserved, ...subDelims, ...encoded, ":").map((user) => `${user}@`)),
  fc.oneof(
    regName,
    ipv6.map((address) => `[${address}]`),
    fc.constant("[v1f.a:b]"),
  ),
  sometimes(fc.stringMatching(/^:\d{0,5}$/)),
);
const scheme = fc.stringMatching(/^[a-zA-Z][a-zA-Z\d+.-]{0,6}$/);
export const tail = joined(
  fc
    .array(
      pathPiece.map((segment) => `/${segment}`),
      { maxLength: 4 },
    )
    .map((path) => path.join("")),
  sometimes(pathPiece.map((query) => `?${query}/?`)),
  sometimes(pathPiece.map((fragment) => `#${fragment}/?`)),
);
export const builtUri = joined(scheme, fc.constant("://"), authority, tail);
export const forbidden = fc.constantFrom(...' "<>\\^`{|}\n\0\x7f', "é", "💩", "%", "%g0", "\ud800", "٣");
export const uriText = fc.oneof(
  textOf(" ", ...words("a B 1 + - . _ : / // ? # @ [ ] % %41 %g v1. ::1 [::1] é 80 ://")),
  joined(
    fc.constantFrom("", "a:", "a://", "//"),
    textOf("a", ":", "/", "?", "#", "@", "[::1]", "[v1.a]", "%41", "8", "~"),
  ),
);

/** Valid ones with a delimiter where it may be out of place. */
export const disturbedUri = fc
  .tuple(builtUri, fc.nat(), fc.constantFrom(":", "/", "?", "#", "@", "[", "]", "[::1]", ":@", "%4", "//"))
  .map(([text, at, piece]) => inserted(text, at, piece));

export const digits = (from: number, to: number): fc.Arbitrary<string> =>
  fc.integer({ min: from, max: to }).map((value) => String(value).padStart(2, "0"));
export const dateTimeText = fc
  .tuple(
    fc.oneof(fc.integer({ min: 0, max: 9999 }), fc.constantFrom(0, 4, 100, 400, 1900, 2000, 2024)),
    digits(0, 13),
    fc.oneof(digits(0, 32), digits(27, 32)),
    fc.oneof(digits(0, 24), fc.constant("23")),
    fc.oneof(digits(0, 60), fc.constant("59")),
    fc.oneof(digits(0, 61), fc.constant("60")),
    fc.constantFrom("", ".0", ".1234567", "."),
    fc.oneof(
      fc.constantFrom("Z", "z", ""),
      joined(fc.constantFrom("+", "-"), digits(0, 24), fc.constant(":"), digits(0, 60)),
    ),
  )
  .map(
    ([year, month, day, hour, minute, second, rest, offset]) =>
      `${String(year).padStart(4, "0")}-${month}-${day}T${hour}:${minute}:${second}${rest}${offset}`,
  );
/** A leap second somewhere on earth: 23:59:60 UTC, written with any offset. */
export const leapSecond = fc.integer({ min: -1439, max: 1439 }).map((offset) => {
  const [hour, minute] = clock((1439 + offset + 1440) % 1440);
  const [offsetHour, offsetMinute] = clock(Math.abs(offset));
  return `${hour}:${minute}:60${offset < 0 ? "-" : "+"}${offsetHour}:${offsetMinute}`;
});
export const clock = (minutes: number): readonly [string, string] => [
  String(Math.floor(minutes / 60)).padStart(2, "0"),
  String(minutes % 60).padStart(2, "0"),
];
