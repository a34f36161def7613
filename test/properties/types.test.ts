/**
 * The types of any canonical schema, whatever its words: they are formatted, compile strictly, have each definition's name and
 * no other, and come out again on a second run.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { emitTypes } from "#generator/emit/types.js";
import { format } from "#generator/format.js";
import type { Definitions } from "#generator/json/json-schema.js";
import type { Workflow } from "#generator/model/model.js";
import { canonicalSchemas } from "../support/canonical.js";
import { declarationsOf } from "../support/declarations.js";
import { strictProblemsOf } from "../support/strict-program.js";

const emit = ($defs: Definitions, direction: "request" | "response"): Promise<string> =>
  emitTypes({ $schema: "https://json-schema.org/draft/2020-12/schema", $defs }, {
    entries: [{ name: "Root", type: "Root", direction }],
  } as unknown as Workflow);

/** What a union's branches share, and what a type has of itself in a list. */
const isHelper = (name: string, $defs: Definitions): boolean =>
  Object.hasOwn($defs, name.replace(/(?:Base|List)$/, ""));

/** So many are one program. */
const batchSize = 250;

test("types of made-up schemas parse, compile strictly, keep every name, and are the same on a second run", async () => {
  const numRuns = Math.ceil(Number(process.env["PROPERTY_RUNS"]) / 10);
  const samples = fc.sample(canonicalSchemas, { numRuns, seed: Number(process.env["PROPERTY_SEED"] ?? 20260820) });
  for (let start = 0; start < samples.length; start += batchSize) {
    const batch = samples.slice(start, start + batchSize);
    const files = await Promise.all(
      batch.map(async ($defs, index) => {
        const direction = index % 2 === 0 ? "request" : "response";
        const text = await emit($defs, direction);
        expect(await emit($defs, direction)).toBe(text);
        const formatted = (await format([["types.d.ts", text]])).get("types.d.ts") ?? "";
        const names = declarationsOf(formatted.replace(/^export \{\};$/m, "")).map((each) =>
          each.replace(/^(?:interface|type) /, ""),
        );
        expect(names.filter((name) => Object.hasOwn($defs, name))).toEqual(Object.keys($defs));
        expect(names.filter((name) => !isHelper(name, $defs))).toEqual([]);
        return [`sample-${index}.d.ts`, text] as const;
      }),
    );
    const problems = strictProblemsOf(Object.fromEntries(files));
    expect(problems.map((each) => `${each}\n${JSON.stringify(batch[Number(/\d+/.exec(each)?.[0])])}`)).toEqual([]);
  }
}, 3_600_000);
