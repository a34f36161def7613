import { domainToASCII } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDateTime } from "#generator/runtime/formats/date-time.js";
import { isDate } from "#generator/runtime/formats/date.js";
import { isDuration } from "#generator/runtime/formats/duration.js";
import { isHostname } from "#generator/runtime/formats/hostname.js";
import { isIpv6 } from "#generator/runtime/formats/ipv6.js";
import { isTime } from "#generator/runtime/formats/time.js";
import { isUriReference } from "#generator/runtime/formats/uri-reference.js";
import { isUri } from "#generator/runtime/formats/uri.js";
import {
  builtUri,
  clock,
  dateTimeText,
  digits,
  disturbedUri,
  forbidden,
  inserted,
  ipv6,
  joined,
  leapSecond,
  tail,
  textOf,
  uriText,
} from "./support/format-arbitraries.js";
import {
  durationGrammar,
  ipv6Grammar,
  isDateTimeByField,
  uriGrammar,
  uriReferenceGrammar,
} from "./support/format-grammar.js";

const settings = { seed: 1, numRuns: 3_000 };
/** The report of a counterexample, if there is one. */
const refuted = <T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>): string | null =>
  fc.defaultReportMessage(fc.check(property, settings)) ?? null;

describe("uri", () => {
  test("what is built from valid parts is accepted", () =>
    expect(refuted(fc.property(builtUri, (text) => isUri(text)))).toBeNull());
  test("one forbidden character anywhere and it is refused", () =>
    expect(
      refuted(
        fc.property(builtUri, fc.nat(), forbidden, (text, at, piece) => {
          // "%" in front of two hexadecimal digits would be no fault.
          fc.pre(piece !== "%" || !/^[\da-fA-F]{2}/.test(inserted(text, at, "%").slice((at % (text.length + 1)) + 1)));
          return !isUri(inserted(text, at, piece));
        }),
      ),
    ).toBeNull());
  test("the grammar of RFC 3986 says the same of any text", () =>
    expect(
      refuted(
        fc.property(fc.oneof(uriText, disturbedUri, fc.string()), (text) => isUri(text) === uriGrammar.test(text)),
      ),
    ).toBeNull());
  test("uri-reference: the grammar says the same", () =>
    expect(
      refuted(
        fc.property(
          fc.oneof(uriText, tail, disturbedUri),
          (text) => isUriReference(text) === uriReferenceGrammar.test(text),
        ),
      ),
    ).toBeNull());
  test("what the URL class writes is accepted", () =>
    expect(
      refuted(fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (text) => isUri(text))),
    ).toBeNull());
});

test("ipv6: the grammar of RFC 3986 says the same of any text", () => {
  const text = fc.oneof(
    ipv6,
    fc.ipV6().filter((each) => !each.includes("%")),
    textOf("1", "a", "F00d", ":", "::", "1:", "1:", "1.2.3.4", "256", ".", "g", "00000"),
  );
  expect(refuted(fc.property(text, (each) => isIpv6(each) === ipv6Grammar.test(each)))).toBeNull();
});

describe("date-time", () => {
  const instant = fc.integer({ min: Date.parse("0000-01-01T00:00:00Z"), max: Date.parse("9999-12-31T23:59:59Z") });
  test("every ISO string of a Date in the years 0 to 9999 is one", () =>
    expect(
      refuted(
        fc.property(instant, (ms) => {
          const text = new Date(ms).toISOString();
          return isDateTime(text) && isDate(text.slice(0, 10)) && isTime(text.slice(11));
        }),
      ),
    ).toBeNull());
  test("and stays one with any offset", () =>
    expect(
      refuted(
        fc.property(instant, fc.constantFrom("+", "-"), digits(0, 23), digits(0, 59), (ms, sign, hour, minute) => {
          const text = new Date(ms).toISOString().replace("Z", `${sign}${hour}:${minute}`);
          return isDateTime(text);
        }),
      ),
    ).toBeNull());
  test("a leap second is one at 23:59 UTC, whatever the offset, and not a minute off", () =>
    expect(
      refuted(
        fc.property(leapSecond, fc.integer({ min: 0, max: 1439 }), (time, minutes) => {
          const [hour, minute] = clock(minutes);
          const other = `${hour}:${minute}${time.slice(5)}`;
          return isTime(time) && isTime(other) === (other === time);
        }),
      ),
    ).toBeNull());
  test("taking the fields apart says the same of any text", () =>
    expect(
      refuted(
        fc.property(
          fc.oneof(
            dateTimeText,
            leapSecond.map((time) => `2016-12-31t${time}`),
          ),
          (text) => {
            const day = text.slice(0, 10);
            return (
              isDateTime(text) === isDateTimeByField(text) && isDate(day) === isDateTimeByField(`${day}T00:00:00Z`)
            );
          },
        ),
      ),
    ).toBeNull());
});

test("duration: the grammar of RFC 3339 says the same of any text", () => {
  const text = joined(fc.constantFrom("P", "p", ""), textOf("1Y", "2M", "3D", "T", "4H", "5m", "6S", "7W", "08", "Y"));
  expect(refuted(fc.property(text, (each) => isDuration(each) === durationGrammar.test(each)))).toBeNull();
});

test("hostname: what the URL machinery writes for words of the world's scripts is accepted", () => {
  const letters = "abcß éüñø абвгд αβγδ אבגד ابتث कखग กขค 你好世界 あいう 한국어 აბგ".split(" ");
  const word = fc
    .constantFrom(...letters)
    .chain((script) => fc.array(fc.constantFrom(...script), { minLength: 1, maxLength: 12 }))
    .map((each) => each.join(""));
  expect(refuted(fc.property(word, word, (a, b) => isHostname(domainToASCII(`${a}.${b}`))))).toBeNull();
});
