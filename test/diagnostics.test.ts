import { describe, expect, test } from "vitest";
import { diagnostic, exitCodeOf, Failure, placeOfSchema, type Diagnostic } from "#generator/diagnostics.js";
import type { SchemaObject } from "#generator/json/json-schema.js";
import { showValue } from "#generator/json/show-value.js";
import { stampOrigins } from "#generator/load/stamp.js";
import { didYouMean } from "#generator/words/did-you-mean.js";
import { withoutFrames } from "./support/without-frames.js";

describe("a diagnostic", () => {
  test("fills its sentence and takes its place from the schema, whatever the schema's text is", () => {
    const text = { file: "/etc/passwd", pointer: "/a", offset: 7 };
    expect(placeOfSchema(text as SchemaObject)).toBeUndefined();
    const place = placeOfSchema(stampOrigins(text, "x.json") as SchemaObject);
    expect(diagnostic("SW205", place, { key: "{key} $& x" })).toEqual({
      code: "SW205",
      severity: "error",
      message: `the key "{key} $& x" stands twice in one object`,
      hint: expect.any(String),
      place: { file: "x.json", pointer: "" },
    });
  });

  test("a failure says all of them", () => {
    const failure = new Failure([
      diagnostic("SW101", undefined, { problem: "one" }),
      diagnostic("SW101", undefined, { problem: "two" }),
    ]);
    expect(failure.message).toBe("one\ntwo");
  });
});

describe("the exit code", () => {
  const usage = diagnostic("SW101", undefined, { problem: "" });
  const schema = diagnostic("SW203", undefined, { problem: "" });
  const reading = diagnostic("SW501", undefined, { file: "", problem: "" });
  const cases: readonly { name: string; in: readonly Diagnostic[]; out: number }[] = [
    { name: "nothing found", in: [], out: 0 },
    {
      name: "notes and warnings only",
      in: [
        { ...schema, severity: "warning" },
        { ...usage, severity: "note" },
      ],
      out: 0,
    },
    { name: "usage", in: [usage], out: 2 },
    { name: "schema", in: [schema], out: 3 },
    { name: "reading", in: [reading], out: 5 },
    { name: "schema before reading", in: [reading, schema], out: 3 },
    { name: "usage before all", in: [reading, schema, usage], out: 2 },
  ];
  test.each(cases)("$name", (each) => expect(exitCodeOf(each.in)).toBe(each.out));
});

describe("printed for people", () => {
  const text = `{\n  "a": { "b": [10,\n    "ü", { "c~/": 1 }] },\n  "__proto__": 2\n}\n`;
  const at = (place: Diagnostic["place"]): string =>
    withoutFrames(
      [{ code: "SW101", severity: "warning", message: "m", hint: "h", ...(place && { place }) }],
      () => text,
    );

  const cases: readonly { name: string; in: string; out: string }[] = [
    { name: "the root", in: "", out: "1:1" },
    { name: "a member is where its value begins", in: "/a", out: "2:8" },
    { name: "an entry", in: "/a/b/0", out: "2:16" },
    { name: "an entry on another line", in: "/a/b/1", out: "3:5" },
    { name: "an escaped name", in: "/a/b/2/c~0~1", out: "3:19" },
    { name: "__proto__", in: "/__proto__", out: "4:16" },
    { name: "a missing member: the innermost value around it", in: "/a/x/y", out: "2:8" },
    { name: "a missing entry", in: "/a/b/9", out: "2:15" },
    { name: "no index", in: "/a/b/length", out: "2:15" },
    { name: "below a plain value", in: "/a/b/0/x", out: "2:16" },
  ];
  test.each(cases)("$name", (each) => {
    expect(at({ file: "x.json", pointer: each.in })).toBe(`x.json:${each.out} warning SW101 m\n  h`);
  });

  const keys: readonly (readonly [pointer: string, out: string])[] = [
    ["", "1:1"],
    ["/a", "2:3"],
    ["/a/b", "2:10"],
    ["/a/b/2/c~0~1", "3:12"],
    ["/a/b/0", "2:16"],
    ["/a/x", "2:8"],
  ];
  test.each(keys)("the key of %j", (pointer, out) => {
    expect(at({ file: "x.json", pointer, isKey: true })).toBe(`x.json:${out} warning SW101 m\n  h`);
  });

  test("offsets, at the borders of lines too", () => {
    const position = (offset: number): string => at({ file: "x.json", offset }).split(" ")[0] ?? "";
    expect([0, 1, 2, 3, text.length - 1, text.length].map(position)).toEqual(
      ["1:1", "1:2", "2:1", "2:2", "5:2", "6:1"].map((each) => `x.json:${each}`),
    );
  });

  test("a file without a place in it, a file that is gone, and no file at all", () => {
    expect(at({ file: "x.json" })).toBe("x.json warning SW101 m\n  h");
    expect(at(undefined)).toBe("warning SW101 m\n  h");
    const gone = { ...diagnostic("SW101", { file: "x.json", offset: 7 }, { problem: "m" }) };
    expect(withoutFrames([gone], () => undefined)).toMatch(/^x\.json error SW101 m\n/);
  });

  test("many in one file read it once", () => {
    let reads = 0;
    const many = Array.from({ length: 3 }, () =>
      diagnostic("SW101", { file: "x.json", pointer: "/a" }, { problem: "m" }),
    );
    const out = withoutFrames(many, () => {
      reads += 1;
      return text;
    });
    expect(out.match(/^x\.json:2:8 error SW101 m$/gm)).toHaveLength(3);
    expect(reads).toBe(1);
  });

  test("text of a schema cannot steer the terminal", () => {
    const hostile = diagnostic("SW205", { file: "a\nb" }, { key: "\u001b[2J\r\n\u009b\u202e" });
    const out = withoutFrames([hostile], () => undefined);
    expect(out.split("\n")).toHaveLength(2);
    expect(out).toContain(`a\\u000ab error SW205 the key "\\u001b[2J\\u000d\\u000a\\u009b\\u202e"`);
  });
});

test("did you mean: near words are offered, else all known ones are", () => {
  expect(didYouMean("entires", ["entries", "steps"])).toBe(`did you mean "entries"?`);
  expect(didYouMean("wibble", ["entries", "steps"])).toBe("known here: entries, steps");
  expect(didYouMean("kind", ["id", "kid"])).toBe(`did you mean "kid"?`);
  expect(didYouMean("kind", ["id", "input"])).toBe("known here: id, input");
});

test("values in a sentence are short", () => {
  expect([null, true, 1, "a", "x".repeat(100), {}, [], { a: 1 }, [1]].map(showValue)).toEqual([
    "null",
    "true",
    "1",
    `"a"`,
    `"${"x".repeat(57)}…"`,
    "an empty object",
    "an empty array",
    "an object",
    "an array",
  ]);
});
