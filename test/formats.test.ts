import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isDateSpan } from "#generator/runtime/formats/date-span.js";
import { isDateTime } from "#generator/runtime/formats/date-time.js";
import { isDate } from "#generator/runtime/formats/date.js";
import { isDouble } from "#generator/runtime/formats/double.js";
import { isDuration } from "#generator/runtime/formats/duration.js";
import { isEmail } from "#generator/runtime/formats/email.js";
import { isFloat } from "#generator/runtime/formats/float.js";
import { isHostname } from "#generator/runtime/formats/hostname.js";
import { isInt32 } from "#generator/runtime/formats/int32.js";
import { isInt64 } from "#generator/runtime/formats/int64.js";
import { isIpv4 } from "#generator/runtime/formats/ipv4.js";
import { isIpv6 } from "#generator/runtime/formats/ipv6.js";
import { isJsonPointer } from "#generator/runtime/formats/json-pointer.js";
import { isRegex } from "#generator/runtime/formats/regex.js";
import { isRelativeJsonPointer } from "#generator/runtime/formats/relative-json-pointer.js";
import { isTime } from "#generator/runtime/formats/time.js";
import { isUriReference } from "#generator/runtime/formats/uri-reference.js";
import { isUri } from "#generator/runtime/formats/uri.js";
import { isUuid } from "#generator/runtime/formats/uuid.js";
import { networkCases } from "./fixtures/format-cases/network.js";
import { numberCases } from "./fixtures/format-cases/number.js";
import { timeCases } from "./fixtures/format-cases/time.js";
import { uriCases } from "./fixtures/format-cases/uri.js";

const stringFormats: Readonly<Record<string, (text: string) => boolean>> = {
  uri: isUri,
  "uri-reference": isUriReference,
  "date-time": isDateTime,
  date: isDate,
  time: isTime,
  duration: isDuration,
  email: isEmail,
  hostname: isHostname,
  ipv4: isIpv4,
  ipv6: isIpv6,
  uuid: isUuid,
  "json-pointer": isJsonPointer,
  "relative-json-pointer": isRelativeJsonPointer,
  regex: isRegex,
  "date-span": isDateSpan,
};
const numberFormats: Readonly<Record<string, (value: number) => boolean>> = {
  int32: isInt32,
  int64: isInt64,
  float: isFloat,
  double: isDouble,
};

const stringCases = { ...uriCases, ...timeCases, ...networkCases };

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 100) ?? String(value);
/** The values of a table that get the wrong verdict. */
const wrong = <T>(
  check: (value: T) => boolean,
  values: readonly T[] | undefined,
  verdict: boolean,
): readonly string[] => (values ?? []).filter((value) => check(value) !== verdict).map(shown);

describe("every format has its table of cases", () => {
  test("and no table is without a format", () => {
    expect(Object.keys(stringCases).sort()).toEqual(Object.keys(stringFormats).sort());
    expect(Object.keys(numberCases).sort()).toEqual(Object.keys(numberFormats).sort());
  });
  test.each(Object.entries(stringFormats))("%s", (name, check) => {
    expect(wrong(check, stringCases[name]?.valid, true)).toEqual([]);
    expect(wrong(check, stringCases[name]?.invalid, false)).toEqual([]);
  });
  test.each(Object.entries(numberFormats))("%s", (name, check) => {
    expect(wrong(check, numberCases[name]?.valid, true)).toEqual([]);
    expect(wrong(check, numberCases[name]?.invalid, false)).toEqual([]);
  });
});

// The regular expressions of an engine run out of stack where a group repeats some millions of times.
describe("text of many megabytes gets a verdict, never a RangeError", () => {
  const many = (unit: string): string => unit.repeat(4_000_000);
  const cases: readonly (readonly [check: (text: string) => boolean, text: string, valid: boolean])[] = [
    [isUri, `a:${many("%20")}`, true],
    [isUri, `a://${many("%20")}%`, false],
    [isUriReference, many("/a"), true],
    [isDateTime, `2025-01-01T00:00:00.${many("0")}z`, true],
    [isDuration, `P${many("0")}M`, true],
    [isEmail, `${many("a.")}a@${many("b.")}c`, true],
    [isEmail, `"${many('\\"')}@a`, false],
    [isHostname, many("a."), false],
    [isIpv4, many("1."), false],
    [isIpv6, many("1:"), false],
    [isJsonPointer, many("/~0"), true],
    [isRelativeJsonPointer, `0${many("/~0")}~`, false],
  ];
  test.each(cases.map(([check, text, valid]) => ({ name: check.name, start: text.slice(0, 12), check, text, valid })))(
    "$name of $start…",
    ({ check, text, valid }) => expect(check(text)).toBe(valid),
  );
});

interface SuiteGroup {
  readonly description: string;
  readonly schema: { readonly format?: string };
  readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[];
}

const suite = new URL("../../shared/suite/tests/draft2020-12/optional/format/", import.meta.url);
const groupsOf = (name: string): readonly SuiteGroup[] =>
  JSON.parse(readFileSync(new URL(`${name}.json`, suite), "utf8")) as readonly SuiteGroup[];
/** The cases of some groups that a format's check decides otherwise than the suite does. */
const disagreements = (groups: readonly SuiteGroup[], check: (text: string) => boolean): readonly unknown[] => {
  const cases = groups.flatMap((group) => group.tests).filter((each) => typeof each.data === "string");
  expect(cases.length).toBeGreaterThan(1);
  return cases.filter((each) => check(each.data as string) !== each.valid);
};

const isThere = existsSync(suite);
describe.skipIf(!isThere)(
  isThere ? "the official suite, draft2020-12/optional/format" : "skipped: no official suite",
  () => {
    // .NET's format is none of JSON Schema's.
    const { "date-span": _dotNet, ...standard } = stringFormats;
    test.each(Object.entries(standard))("%s", (name, check) => {
      expect(disagreements(groupsOf(name), check)).toEqual([]);
    });

    test("ecmascript-regex, where it speaks of the format", () => {
      const groups = groupsOf("ecmascript-regex").filter((group) => group.schema.format === "regex");
      expect(disagreements(groups, isRegex)).toEqual([]);
    });
  },
);
