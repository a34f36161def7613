/**
 * What must be true of any schema's package, asked of schemas and values made at random: its guard, its collector and another
 * validator agree about every value, what they accept can be assigned to its type, and its text is one that compiles, that
 * prettier leaves alone, and that comes out again on a second run.
 */
import fc from "fast-check";
import { format as prettier } from "prettier";
import { expect, test } from "vitest";
import { Failure, type Diagnostic } from "#generator/diagnostics.js";
import type { EmittedFile } from "#generator/emit/parts/jobs.js";
import { format } from "#generator/format.js";
import type { Json } from "#generator/json/json-schema.js";
import type { Files } from "#generator/format.js";
import type { SafeParseResult } from "#generator/runtime/issue.js";
import { askAssignable } from "../support/assignable.js";
import { judgeOf } from "../support/judges.js";
import { exportsOf } from "../support/module-exports.js";
import { emittedPackage } from "../support/made-package.js";
import { valuesFor } from "../support/made-values.js";
import { sourceSchemas, type SourceSchema } from "../support/source-schemas.js";
import { strictProblemsOf } from "../support/strict-program.js";

interface Case {
  readonly schema: SourceSchema;
  readonly values: readonly Json[];
}

interface Made {
  readonly schema: SourceSchema;
  readonly files: Files;
  readonly accepted: readonly Json[];
}

interface Counts {
  readonly packages: number;
  /**
   * Schemas that are refused: those that only hold definitions, made-up names that a contract's `names` would tell apart, or
   * `unevaluated…` in too many cases.
   */
  readonly refusedSchemas: number;
  readonly accepted: number;
  readonly refused: number;
}

/** As a pipeline and a server get them: parsed from text. */
const cases: fc.Arbitrary<Case> = sourceSchemas
  .chain((schema) =>
    fc.record({
      schema: fc.constant(schema),
      values: fc.array(valuesFor(schema, schema.$defs), { minLength: 16, maxLength: 24 }),
    }),
  )
  .map((made) => JSON.parse(JSON.stringify(made)) as Case);

/** So many packages are type-checked as one program. */
const batchSize = 250;

/** The same runs for the same seed. */
async function checkPackages(runs: number, seed: number): Promise<Counts> {
  const counts = { packages: 0, refusedSchemas: 0, accepted: 0, refused: 0 };
  for (let done = 0; done < runs; done += batchSize) {
    const batch: Made[] = [];
    const checked = fc.asyncProperty(cases, async ({ schema, values }) => {
      const emitted = await emittedUnlessRefused(schema);
      if (emitted === undefined) {
        counts.refusedSchemas++;
        return;
      }
      const files = await formatted(emitted);
      const accepted = await agreedVerdicts(schema, values, files.get("validators.js") ?? "");
      if (isMadeAgain(schema)) expect(await emittedUnlessRefused(schema)).toEqual(emitted);
      counts.packages++;
      counts.accepted += accepted.length;
      counts.refused += values.length - accepted.length;
      batch.push({ schema, files, accepted });
    });
    await fc.assert(checked, { numRuns: Math.min(batchSize, runs - done), seed: seed + done });
    await expectSoundTypes(batch);
    const declarations = batch.flatMap(({ files }, index) =>
      [...files].filter(isDeclaration).map(([path, text]) => [`${index}/${path}`, text] as const),
    );
    expect(strictProblemsOf(Object.fromEntries(declarations))).toEqual([]);
  }
  return counts;
}

/** `npm test` makes a third of its packages twice. */
const isMadeAgain = (schema: SourceSchema): boolean =>
  process.env["MADE_AGAIN"] !== "third" || JSON.stringify(schema).length % 3 === 0;

/** The rest is text around it, the same for most schemas, and takes prettier longer. */
const isCode = (path: string): boolean => /\.(?:js|d\.ts)$/.test(path);

const isDeclaration = ([path]: readonly [string, string?]): boolean => path.endsWith(".d.ts");

const isRefusal = ({ code, severity, message }: Diagnostic): boolean =>
  severity !== "error" || ["SW123", "SW220"].includes(code) || (code === "SW250" && message.includes('"unevaluated'));

async function emittedUnlessRefused(schema: SourceSchema): Promise<readonly EmittedFile[] | undefined> {
  try {
    return (await emittedPackage(schema as Json)).filter(([path]) => isCode(path));
  } catch (error) {
    if (error instanceof Failure && error.diagnostics.every(isRefusal)) return undefined;
    throw error;
  }
}

interface Validators {
  readonly isRoot: (value: unknown) => boolean;
  readonly safeParseRoot: (value: unknown) => SafeParseResult<unknown>;
}

/** @returns the values that all accept. */
async function agreedVerdicts(schema: SourceSchema, values: readonly Json[], text: string): Promise<readonly Json[]> {
  const { isRoot, safeParseRoot } = exportsOf(text) as unknown as Validators;
  const accepts = await judgeOf(schema);
  return values.filter((value) => {
    const expected = accepts(value);
    const found = { guard: isRoot(value), collector: safeParseRoot(value).success };
    expect(found, JSON.stringify(value)).toEqual({ guard: expected, collector: expected });
    return expected;
  });
}

/** What was formatted last, by path: most files are the same for most schemas, and prettier takes longest. */
const last = new Map<string, { readonly text: string; readonly formatted: string }>();

/** As the command formats it; prettier leaves the declarations alone then. */
async function formatted(emitted: readonly EmittedFile[]): Promise<Files> {
  const fresh = new Map(emitted.filter(([path, text]) => last.get(path)?.text !== text));
  for (const [path, result] of await format(fresh)) {
    if (isDeclaration([path])) expect(await prettier(result, { parser: "typescript" }), path).toBe(result);
    last.set(path, { text: fresh.get(path) ?? "", formatted: result });
  }
  return new Map(emitted.map(([path]) => [path, last.get(path)?.formatted ?? ""]));
}

/** What the validators accept can be assigned to the type, as a value that is no fresh literal. */
async function expectSoundTypes(batch: readonly Made[]): Promise<void> {
  const types = batch.map(({ files, accepted }) => ({
    declarations: files.get("types.d.ts") ?? "",
    type: "Root",
    values: accepted,
  }));
  const wrong = (await askAssignable(types)).flatMap(({ problems, refused }, index) => {
    const { schema, accepted } = batch[index] as Made;
    return [
      ...problems.map((problem) => ({ schema: JSON.stringify(schema), problem })),
      ...[...refused].map(([at, problem]) => ({ schema: JSON.stringify(schema), value: accepted[at], problem })),
    ];
  });
  expect(wrong.slice(0, 3), `${wrong.length} types are wrong`).toEqual([]);
}

/** Half of the runs, which are told apart from the other half's by the number. */
export function testPackages(half: 1 | 2): void {
  test(
    "packages of made-up schemas agree with other validators, compile and stay",
    { timeout: 3_600_000 },
    async () => {
      const runs = Number(process.env["PROPERTY_RUNS"]) / 2;
      const counts = await checkPackages(runs, half * 1_000_000 + Number(process.env["PROPERTY_SEED"] ?? 0));
      expect(counts.packages, JSON.stringify(counts)).toBeGreaterThan(20 * counts.refusedSchemas);
      expect(Math.min(counts.accepted, counts.refused), JSON.stringify(counts)).toBeGreaterThan(counts.packages * 5);
    },
  );
}
