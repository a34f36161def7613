/** Patterns that no engine reads, and patterns that some text keeps busy for years. */
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "#generator/diagnostics.js";
import type { Definitions, Json } from "#generator/json/json-schema.js";
import { stampOrigins } from "#generator/load/stamp.js";
import { backtracksCatastrophically } from "#generator/schema/patterns/backtracking.js";
import type { Context } from "#generator/schema/context.js";
import { patterns } from "#generator/schema/patterns/patterns.js";
import { told } from "../support/rules.js";

function problemsOf($defs: Json): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  const schema = stampOrigins({ $defs }, "x.json") as unknown as { readonly $defs: Definitions };
  patterns(schema, { problems } as unknown as Context);
  return problems;
}

const found = ($defs: Json): readonly string[] =>
  problemsOf($defs).map(({ code, severity, place }) => `${severity} ${code} ${place?.pointer}`);

test("each has its place: the pattern, or the key of the property", () => {
  expect(
    found({
      A: { properties: { a: { pattern: "^(a+)+$" }, b: { pattern: "(" }, c: { pattern: "^a+$" } } },
      B: { patternProperties: { "^x-": {}, "^(/|~|/~)*$": { items: { pattern: "(?i)a" } }, "[": {} } },
      C: { const: { pattern: "^(a+)+$" }, default: { pattern: "(" } },
    }),
  ).toEqual([
    "error SW207 /$defs/A/properties/b/pattern",
    "error SW207 /$defs/B/patternProperties/[",
    "error SW207 /$defs/B/patternProperties/^(~1|~0|~1~0)*$/items/pattern",
    "warning SW219 /$defs/A/properties/a/pattern",
    "warning SW219 /$defs/B/patternProperties/^(~1|~0|~1~0)*$",
  ]);
});

test("one that backtracks is told once, at its first place, with how often it is used", () => {
  const pattern = "^(a+)+$";
  const problems = problemsOf({
    A: { properties: { a: { pattern }, b: { items: { pattern } }, c: { pattern: "^(b+)+$" } } },
    B: { patternProperties: { [pattern]: {} } },
  });
  expect(told(problems)).toEqual([
    'SW219 x.json#/$defs/A/properties/a/pattern some text keeps the pattern "^(a+)+$", which is used 3 times, busy for years: it can be matched in very many ways',
    'SW219 x.json#/$defs/A/properties/c/pattern some text keeps the pattern "^(b+)+$", which is used once, busy for years: it can be matched in very many ways',
  ]);
});

describe("a pattern that backtracks", () => {
  const catastrophic = [
    "^(a+)+$",
    "^(?:a*)*$",
    "^(a|a)*$",
    "^(a|aa)+$",
    "^(a|b|ab)*c",
    "^(?:ab|aba|ba)*$",
    "^(?:\\w|\\d)*!$",
    "^([a-z]+-?)*$",
    "^(([a-z])+.)+[A-Z]([a-z])+$",
    "^(?:\\p{L}+|\\p{Lu})+$",
    "^(.*a){20}$",
    "^(?:(?:a|b|ab)x?)*$",
  ];
  test.each(catastrophic)("%s does so catastrophically", (pattern) => {
    expect(backtracksCatastrophically(pattern)).toBe(true);
  });

  const harmless = [
    "^[a-z]+$",
    "^(a|b)*$",
    "^(?:ab|cd)+$",
    "^(?:a?|b?)*$",
    '^(?:[^"\\\\]|\\\\.)*$',
    "^(?:[a-z]+-)*[a-z]+$",
    "^[a-z0-9-]+(\\.[a-z0-9-]+)*$",
    "^(?:(?!foo)\\w|foo)*$",
    "^(?:\\b\\w+\\b ?)*$",
    "^.*:.*:.*$",
    "^(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}$",
    "^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-((?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\\.(?:0|[1-9]\\d*))*))?$",
  ];
  test.each(harmless)("%s does not", (pattern) => expect(backtracksCatastrophically(pattern)).toBe(false));

  test.each([
    ["groups within groups", `^${"(?:a?".repeat(1_000)}${")*".repeat(1_000)}$`],
    ["every state leads to every other", `^${"(?:a?".repeat(40)}${")*".repeat(40)}$`],
    ["a list of words", `^(?:${Array.from({ length: 400 }, (_, index) => `w${index}`).join("|")})+$`],
    ["many repetitions", "^(?:[a-z]{1,1000}){1,1000}$"],
  ])("gets an answer in time: %s", (_, pattern) => {
    expect(backtracksCatastrophically(pattern)).toBeTypeOf("boolean");
  });
});
