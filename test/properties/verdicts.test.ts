/**
 * Guard, collector, the generator's own question and AJV itself never disagree about a value.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatChecks } from "#generator/schema/reading/format-checks.js";
import { takesIn } from "#generator/schema/reading/takes.js";
import { isObject, type Definitions, type Json } from "#generator/json/json-schema.js";
import type { Issue } from "#generator/runtime/issue.js";
import { mapDefinitions } from "#generator/schema/reading/walk.js";
import { canonicalSchemas } from "../support/canonical.js";
import { exactAjv } from "../support/exact-ajv.js";
import { valuesFor } from "../support/made-values.js";
import { withProto } from "../support/oracle.js";
import { validatorsOf } from "../support/validators.js";

const entries = ["Root", "Union"];

/** What AJV says at run time of the canonical schema. */
function oracle($defs: Definitions): (type: string, value: Json) => boolean {
  const ajv = exactAjv();
  ajv.addSchema({ $id: "stepwright:test", $defs: mapDefinitions($defs, withProto) });
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

test("guard, collector, takes and AJV agree on every value", async () => {
  const counts = { accepted: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(cases, async ([$defs, roots, unions]) => {
      const validators = await validatorsOf($defs, entries);
      const accepts = oracle($defs);
      const takes = takesIn($defs, await formatChecks($defs));
      const asked = [
        ...roots.map((value) => ["Root", value] as const),
        ...unions.map((value) => ["Union", value] as const),
      ];
      for (const [type, value] of asked) {
        const expected = accepts(type, value);
        counts[expected ? "accepted" : "refused"]++;
        const issues = validators.issues(type, value);
        const found = {
          guard: validators.accepts(type, value),
          collector: issues.length === 0,
          takes: takes($defs[type] ?? true, value),
        };
        const agreed = { guard: expected, collector: expected, takes: expected };
        expect(found, `${type} and ${JSON.stringify(value)}`).toEqual(agreed);
        expect(issues.filter((issue) => !leadsToItsPlace(issue, value))).toEqual([]);
      }
    }),
    {
      numRuns: Math.ceil(Number(process.env["PROPERTY_RUNS"]) / 3),
      seed: Number(process.env["PROPERTY_SEED"] ?? 20200112),
    },
  );
  expect(Math.min(counts.accepted, counts.refused), JSON.stringify(counts)).toBeGreaterThan(500);
}, 3_600_000);
