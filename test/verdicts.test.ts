/**
 * Guard, collector and AJV itself never disagree about a value.
 */
import { isDeepStrictEqual } from "node:util";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isDateTime } from "#generator/runtime/formats/date-time.js";
import { isDouble } from "#generator/runtime/formats/double.js";
import { isFloat } from "#generator/runtime/formats/float.js";
import { isInt32 } from "#generator/runtime/formats/int32.js";
import { isInt64 } from "#generator/runtime/formats/int64.js";
import { isUri } from "#generator/runtime/formats/uri.js";
import type { Issue } from "#generator/runtime/issue.js";
import { isObject, type Definitions, type Json } from "#generator/schema/json-schema.js";
import { canonicalSchemas } from "./support/canonical.js";
import { valuesFor } from "./support/made-values.js";
import { validatorsOf } from "./support/validators.js";

const entries = ["Root", "Union"];

/**
 * AJV's own comparison calls the `toString` and compares the `constructor` that a value brings along; its `multipleOf`
 * takes 1e21 for 1. The divisors here are binary fractions, whose remainder is exact.
 */
const comparisons = {
  multipleOf: (divisor: number, value: Json) => typeof value !== "number" || value % divisor === 0,
  const: (expected: Json, value: Json) => isDeepStrictEqual(expected, value),
  enum: (expected: readonly Json[], value: Json) => expected.some((each) => isDeepStrictEqual(each, value)),
  uniqueItems: (asked: boolean, value: Json) =>
    !asked ||
    !Array.isArray(value) ||
    value.every((each, index) => value.slice(0, index).every((other) => !isDeepStrictEqual(each, other))),
};

/** What AJV says at run time of the canonical schema. */
function oracle($defs: Definitions): (type: string, value: Json) => boolean {
  const ajv = new Ajv2020({
    strict: false,
    strictNumbers: true,
    ownProperties: true,
    formats: {
      uri: isUri,
      "date-time": isDateTime,
      int32: { type: "number", validate: isInt32 },
      int64: { type: "number", validate: isInt64 },
      float: { type: "number", validate: isFloat },
      double: { type: "number", validate: isDouble },
    },
    logger: false,
    code: { optimize: false },
    meta: false,
    validateSchema: false,
  });
  ajv.opts.unevaluated = false; // AJV's bookkeeping for `unevaluatedProperties` crashes, and no schema here has it
  for (const [keyword, validate] of Object.entries(comparisons))
    ajv.removeKeyword(keyword).addKeyword({ keyword, validate });
  ajv.addSchema({ $id: "stepwright:test", $defs });
  return (type, value) => ajv.validate(`stepwright:test#/$defs/${type}`, value) as boolean;
}

type Case = readonly [$defs: Definitions, roots: readonly Json[], unions: readonly Json[]];

/** As a package gets them: parsed from text. */
const cases = canonicalSchemas
  .chain(($defs) =>
    fc.tuple(
      fc.constant($defs),
      fc.array(valuesFor($defs["Root"], $defs), { minLength: 12, maxLength: 24 }),
      fc.array(valuesFor($defs["Union"], $defs), { minLength: 6, maxLength: 12 }),
    ),
  )
  .map((made) => JSON.parse(JSON.stringify(made)) as Case);

/** Whether the path of an issue ends at a part of the value, or at a property that is not there and should be. */
function leadsToItsPlace({ path, keyword }: Issue, value: Json): boolean {
  const isMissing = keyword === "required" || keyword === "dependentRequired";
  let part: unknown = value;
  for (const [index, key] of path.entries()) {
    const isInArray = Array.isArray(part);
    if (!(isInArray || isObject(part)) || isInArray !== (typeof key === "number")) return false;
    if (!Object.hasOwn(part as object, key)) return isMissing && index === path.length - 1;
    part = (part as Record<string | number, unknown>)[key];
  }
  return !isMissing;
}

test("guard, collector and AJV agree on every value", async () => {
  const counts = { accepted: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(cases, async ([$defs, roots, unions]) => {
      const validators = await validatorsOf($defs, entries);
      const accepts = oracle($defs);
      const asked = [
        ...roots.map((value) => ["Root", value] as const),
        ...unions.map((value) => ["Union", value] as const),
      ];
      for (const [type, value] of asked) {
        const expected = accepts(type, value);
        counts[expected ? "accepted" : "refused"]++;
        const issues = validators.issues(type, value);
        const found = { guard: validators.accepts(type, value), collector: issues.length === 0 };
        expect(found, `${type} and ${JSON.stringify(value)}`).toEqual({ guard: expected, collector: expected });
        expect(issues.filter((issue) => !leadsToItsPlace(issue, value))).toEqual([]);
      }
    }),
    { numRuns: Number(process.env["VERDICT_RUNS"] ?? 300), seed: Number(process.env["VERDICT_SEED"] ?? 20200112) },
  );
  expect(Math.min(counts.accepted, counts.refused), JSON.stringify(counts)).toBeGreaterThan(1000);
}, 600_000);
