/**
 * What must be true of the two shapes of a schema that is not answered as it is sent: in each the guard, the collector and the JSON
 * Schema that the package tells agree about every value, the type takes what they take, and an answer may be all that the schema says.
 */
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Failure } from "#generator/diagnostics.js";
import type { Json } from "#generator/json/json-schema.js";
import type { Files } from "#generator/format.js";
import type { SafeParseResult } from "#generator/runtime/issue.js";
import type { StandardJsonSchema } from "#generator/runtime/json-schema/standard-json-schema-types.js";
import { askAssignable, type TypeAndValues } from "../support/assignable.js";
import { directedSchemas, directedValues, type DirectedSchema } from "../support/directed-schemas.js";
import { emittedPackage } from "../support/made-package.js";
import { exportsOf } from "../support/module-exports.js";

const cases = fc
  .record({ schema: directedSchemas, values: fc.array(directedValues, { minLength: 16, maxLength: 24 }) })
  .map((made) => JSON.parse(JSON.stringify(made)) as { schema: DirectedSchema; values: Json[] });

/** Undefined where the generator refuses the schema. */
async function filesOf(schema: DirectedSchema): Promise<Files | undefined> {
  try {
    return new Map(await emittedPackage(schema as Json, { entries: { Root: { at: "#", direction: "both" } } }));
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** It compiles the meta-schema once, and refuses what is no schema. */
const ajv = new Ajv2020({ strict: false, addUsedSchema: false });

/** The verdicts of one direction, by who gives them. */
function judgesOf(files: Files, type: string): Readonly<Record<string, (value: Json) => boolean>> {
  const validators = exportsOf(files.get("validators.js") ?? "");
  const safeParse = validators[`safeParse${type}`] as (value: Json) => SafeParseResult<unknown>;
  const told = exportsOf(files.get("json-schema.js") ?? "", validators);
  const { "~standard": standard } = told[`${type.replace("R", "r")}Schema`] as StandardJsonSchema<unknown>;
  const schema = standard.jsonSchema.input({ target: "draft-2020-12" });
  const accepts = ajv.compile(schema);
  return {
    guard: validators[`is${type}`] as (value: Json) => boolean,
    collector: (value) => safeParse(value).success,
    "JSON Schema": (value) => accepts(value),
  };
}

test("the guard, the collector, the JSON Schema and the type of each direction agree", async () => {
  const counts = { packages: 0, refused: 0, taken: 0, directed: 0 };
  const types: (TypeAndValues & { readonly schema: DirectedSchema })[] = [];
  const checked = fc.asyncProperty(cases, async ({ schema, values }) => {
    const files = await filesOf(schema);
    counts[files === undefined ? "refused" : "packages"]++;
    if (files === undefined) return;
    const declarations = files.get("types.d.ts") ?? "";
    const isPublished = ajv.compile(schema);
    const exported = [...(files.get("validators.js") ?? "").matchAll(/^export function is(\w+)/gm)];
    for (const [, type = ""] of exported) {
      const judges = Object.entries(judgesOf(files, type));
      const taken = values.filter((value) => {
        const verdicts = new Map(judges.map(([who, accepts]) => [who, accepts(value)]));
        const isTaken = verdicts.get("guard") === true;
        expect([...verdicts], `${type} and ${JSON.stringify(value)}`).toEqual(judges.map(([who]) => [who, isTaken]));
        if (type === "Root" && isPublished(value)) expect(isTaken, `answered ${JSON.stringify(value)}`).toBe(true);
        return isTaken;
      });
      counts.taken += taken.length;
      if (exported.length > 1) counts.directed++;
      const isType = new RegExp(`^export (?:interface|type) ${type}\\b`, "m").test(declarations);
      types.push({ schema, declarations, type: isType ? type : "Root", values: taken });
    }
  });
  const numRuns = Math.ceil(Number(process.env["PROPERTY_RUNS"]) / 15);
  await fc.assert(checked, { numRuns, seed: 5_000_000 + Number(process.env["PROPERTY_SEED"] ?? 0) });
  const wrong = (await askAssignable(types)).flatMap(({ problems, refused }, index) => {
    const { schema, type, values } = types[index] as (typeof types)[number];
    const problem = problems[0] ?? [...refused].map(([at, each]) => `${JSON.stringify(values[at])}: ${each}`)[0];
    return problem === undefined ? [] : [`${type} of ${JSON.stringify(schema)}: ${problem}`];
  });
  expect(wrong.slice(0, 3), `${wrong.length} types are wrong`).toEqual([]);
  expect(counts.packages, JSON.stringify(counts)).toBeGreaterThan(10 * counts.refused);
  expect(Math.min(counts.taken, counts.directed), JSON.stringify(counts)).toBeGreaterThan(counts.packages / 2);
}, 3_600_000);
