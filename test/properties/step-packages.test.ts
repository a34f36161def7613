/**
 * What must be true of the factories of any workflow with steps, and of what its README shows: the example compiles, prints what it
 * says, and what the options leave to say is what the request has beside its steps.
 */
import { transformSync } from "esbuild";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Failure } from "#generator/diagnostics.js";
import { isObject, type Json } from "#generator/json/json-schema.js";
import type { Files } from "#generator/format.js";
import { askAssignable, type TypeAndValues } from "../support/assignable.js";
import { emittedPackage } from "../support/made-package.js";
import { valuesFor } from "../support/made-values.js";
import { exportsOf } from "../support/module-exports.js";
import { stepSchemas, type StepSchema } from "../support/step-schemas.js";
import { strictProblemsOf } from "../support/strict-program.js";

interface Case {
  readonly schema: StepSchema;
  readonly values: readonly Json[];
}

interface Made extends Case {
  readonly files: Files;
  readonly example: string;
}

const contract = {
  entries: { Root: { at: "#", direction: "request" } },
  steps: { of: "Root", at: "#/properties/steps/items", tag: "type", unknownTags: "reject" },
} as const;

/** As a pipeline gets them: parsed from text. */
const cases: fc.Arbitrary<Case> = stepSchemas
  .chain((schema) =>
    fc.record({
      schema: fc.constant(schema),
      values: fc.array(valuesFor(schema, schema.$defs), { minLength: 4, maxLength: 6 }),
    }),
  )
  .map((made) => JSON.parse(JSON.stringify(made)) as Case);

/** Undefined where the generator refuses the schema. */
async function madeOf({ schema, values }: Case): Promise<Made | undefined> {
  try {
    const files = new Map(await emittedPackage(schema as Json, contract));
    const [, example = ""] = /^## Use\n\n```ts\n([^]*?)^```$/m.exec(files.get("README.md") ?? "") ?? [];
    return { schema, values, files, example };
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** What the package exports that the examples use. */
const exportsIn = ({ files }: Made) => ({
  ...exportsOf(files.get("steps.js") ?? ""),
  ...exportsOf(files.get("validators.js") ?? ""),
});

/** What an example prints. */
function printed(made: Made): readonly unknown[] {
  const lines: unknown[] = [];
  const { code } = transformSync(made.example, { loader: "ts", format: "cjs", target: "es2022" });
  const run = new Function("require", "module", "console", code) as (...given: readonly unknown[]) => void;
  run(() => exportsIn(made), {}, { log: (line: unknown) => lines.push(line) });
  return lines;
}

/** The package's declarations with its example, as modules of one program. */
const modulesOf = ({ files, example }: Made, index: number): readonly (readonly [string, string])[] => [
  ...[...files].filter(([path]) => path.endsWith(".d.ts")).map(([path, text]) => [`${index}/${path}`, text] as const),
  [
    `${index}/example.ts`,
    `declare const console: { log(line: unknown): void };\n${example.replaceAll('from "made"', 'from "./index.js"')}`,
  ],
];

const without = (steps: string, value: Json): Json =>
  Object.fromEntries(Object.entries(value as object).filter(([key]) => key !== steps)) as Json;

/** What is left of requests that the guard takes, and what else may be tried as options. */
function optionsFor(made: Made): { readonly valid: readonly Json[]; readonly tried: readonly Json[] } {
  const isRoot = exportsIn(made)["isRoot"] as (value: Json) => boolean;
  const requests = made.values.filter(isObject) as Json[];
  const empty = requests.map((value) => ({ ...(value as object), steps: [] }) as Json);
  return {
    valid: empty.filter(isRoot).map((value) => without("steps", value)),
    tried: [{}, ...requests.map((value) => without("steps", value))],
  };
}

const declarationsOf = ({ files }: Made): string => files.get("types.d.ts") ?? "";
const hasOptions = (made: Made): boolean => /^export (?:interface|type) RootOptions\b/m.test(declarationsOf(made));

/** One program for so many. */
const batchSize = 100;

test("the README's example is as valid as it says, and compiles; options are the request beside its steps", async () => {
  const counts = { packages: 0, refused: 0, valid: 0, options: 0, asked: 0 };
  const runs = Math.ceil(Number(process.env["PROPERTY_RUNS"]) / 15);
  const seed = 4_000_000 + Number(process.env["PROPERTY_SEED"] ?? 0);
  for (let done = 0; done < runs; done += batchSize) {
    const batch: Made[] = [];
    const checked = fc.asyncProperty(cases, async (each) => {
      const made = await madeOf(each);
      counts[made === undefined ? "refused" : "packages"]++;
      if (made === undefined) return;
      expect(made.example).toContain("isRoot(request)");
      // Nobody calls the function that makes a request of a reader's own values.
      const isCalled = !made.example.includes("function requestWith");
      const isSure = made.example.includes("; // true");
      const lines = printed(made);
      expect(lines, made.example).toEqual(isCalled ? [isSure || expect.any(Boolean)] : []);
      expect(isCalled || !isSure, made.example).toBe(true);
      if (isSure) counts.valid++;
      batch.push(made);
    });
    await fc.assert(checked, { numRuns: Math.min(batchSize, runs - done), seed: seed + done });
    const problems = strictProblemsOf(Object.fromEntries(batch.flatMap(modulesOf)));
    // Of a workflow that no value fits nothing can be shown.
    const impossible = new Set(problems.filter((each) => each.endsWith("on type 'never'.")).map(Number.parseFloat));
    const wrong = problems.filter((each) => !impossible.has(Number.parseFloat(each)));
    const toldOf = (each: string) => [each, JSON.stringify(batch[Number.parseFloat(each)]?.schema)];
    expect(wrong.slice(0, 3).map(toldOf), `${wrong.length} are wrong`).toEqual([]);
    await expectWholeOptions(batch, counts);
  }
  expect(counts.packages, JSON.stringify(counts)).toBeGreaterThan(10 * counts.refused);
  expect(counts.valid, JSON.stringify(counts)).toBeGreaterThan(counts.packages / 4);
  expect(counts.options, JSON.stringify(counts)).toBeGreaterThan(counts.packages / 4);
}, 3_600_000);

/** Of every request the rest is options; and what is no request for TypeScript is none as options. */
async function expectWholeOptions(batch: readonly Made[], counts: { options: number; asked: number }): Promise<void> {
  const wrong: unknown[] = [];
  const valid: (TypeAndValues & { made: Made })[] = [];
  const tried: (TypeAndValues & { made: Made })[] = [];
  for (const made of batch) {
    const asked = optionsFor(made);
    const declarations = declarationsOf(made);
    if (hasOptions(made)) {
      counts.options++;
      counts.asked += asked.valid.length;
      valid.push({ made, declarations, type: "RootOptions", values: asked.valid });
    }
    const values = hasOptions(made) ? asked.tried : [{}];
    tried.push({ made, declarations, type: hasOptions(made) ? "RootOptions" : "object", values });
  }
  for (const [index, { refused }] of (await askAssignable(valid)).entries()) {
    const { made, values } = valid[index] as (typeof valid)[number];
    for (const [at, problem] of refused) {
      // What shares no property with a type of optional ones is a slip, wherever it is welcome.
      if (!problem.includes("has no properties in common")) wrong.push([made.schema, values[at], problem]);
    }
  }
  const requests = tried.map((each) => ({
    ...each,
    type: "Root",
    values: each.values.map((value) => ({ ...(value as object), steps: [] }) as Json),
  }));
  const taken = await askAssignable(tried, "literal");
  // As a variable an array is a tuple; written in place it may be a `string[]`, which has no "0" that could be refused.
  const written = await askAssignable(requests, "literal");
  for (const [index, { refused }] of (await askAssignable(requests)).entries()) {
    const { made, values } = tried[index] as (typeof tried)[number];
    for (const [at, problem] of refused) {
      const isNone = written[index]?.refused.has(at) === true;
      const isTaken = taken[index]?.refused.has(at) !== true;
      if (isNone && isTaken) wrong.push([made.schema, values[at], `is no Root: ${problem}`]);
    }
  }
  expect(
    wrong.slice(0, 3).map((each) => JSON.stringify(each)),
    `${wrong.length} are wrong`,
  ).toEqual([]);
}
