import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { transformSync } from "esbuild";
import { describe, expect, test } from "vitest";
import { emitConstants, emitConstantsDeclaration } from "#generator/emit/constants.js";
import { emitIndex, emitIndexDeclaration } from "#generator/emit/index-module.js";
import { code, codeBlock, inline, table } from "#generator/emit/text/markdown.js";
import { emitPackageJson } from "#generator/emit/package-json.js";
import { emitReadme } from "#generator/emit/readme.js";
import { formatChecks } from "#generator/schema/reading/format-checks.js";
import { samplesOf } from "#generator/emit/readme/sample.js";
import { formats } from "#generator/schema/reading/formats.js";
import { takesIn } from "#generator/schema/reading/takes.js";
import { typeText } from "#generator/emit/readme/type-text.js";
import type { CanonicalSchema, Json, Schema } from "#generator/json/json-schema.js";
import type { Workflow } from "#generator/model/model.js";
import { civitaiModel, civitaiSchema } from "../fixtures/civitai.js";
import { civitaiTypes } from "../fixtures/civitai-types.js";
import { folderOf, formatted, stepsDeclaration, stepsModule } from "../support/emitted.js";
import { typeErrors } from "../support/type-check.js";

const { steps: _, ...typesAndValidators } = civitaiModel;
const withoutSteps: Workflow = { ...typesAndValidators, constants: [] };

describe("Markdown", () => {
  test.each([
    ["a | b", "a \\| b"],
    ["<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"],
    ["two\r\nlines\u2028three", "two lines three"],
    ["*a* _b_ `c` [d](e)", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e)"],
    ["1. one", "&#8203;1. one"],
    [`${"x".repeat(1_999)}😀 and more`, `${"x".repeat(1_999)}…`],
  ])("%j is shown as it is", (text, expected) => expect(inline(text)).toBe(expected));

  test.each([
    ["a", "`a`"],
    ["a ` b", "``a ` b``"],
    ["`a", "`` `a ``"],
  ])("code %j", (text, expected) => expect(code(text)).toBe(expected));

  test("a block's fence is longer than what it holds", () => {
    expect(codeBlock("ts", ["a", "```", "b"])).toBe("````ts\na\n```\nb\n````");
  });

  test("a cell stays a cell", () => {
    expect(table(["A"], [[code('"a" | "b"')]])).toBe('| A |\n| --- |\n| `"a" \\| "b"` |');
  });
});

describe("samples", () => {
  const $defs: Readonly<Record<string, Schema>> = {
    Loop: { type: "object", required: ["next"], properties: { next: { $ref: "#/$defs/Loop" } } },
    Name: { type: "string" },
    StepReference: { type: "object", properties: { $ref: { type: "string" } }, required: ["$ref"] },
    Tagless: { $ref: "#/$defs/StepReference", properties: { kind: false } },
  };
  test.each<[Schema, Json | undefined]>([
    [{ const: 1 }, 1],
    [{ type: "string", examples: ["x"], default: "y" }, "x"],
    [{ type: "string", enum: ["a", "b"] }, "a"],
    [{ type: "string", minLength: 3 }, "………"],
    [{ type: "string", pattern: "^a" }, undefined],
    [{ type: "string", format: "uri" }, "https://example.com/"],
    [{ type: "string", format: "made-up" }, undefined],
    [{ type: "integer", minimum: 2.5 }, 3],
    [{ type: "integer", maximum: 0 }, 0],
    [{ type: "number", multipleOf: 3 }, 3],
    [{ type: "integer", multipleOf: 8, minimum: 65, maximum: 80 }, 72],
    [{ type: "integer", multipleOf: 8, minimum: 65, maximum: 70 }, undefined],
    [{ anyOf: [{ type: "string", pattern: "^a" }, { $ref: "#/$defs/StepReference" }] }, undefined],
    [{ anyOf: [{ type: "string", pattern: "^a" }, { $ref: "#/$defs/Tagless" }] }, undefined],
    [{ type: "array", items: { type: "boolean" } }, [true]],
    [{ type: "array", items: { type: "string", pattern: "a" } }, []],
    [{ type: "array", items: {}, minItems: 1 }, undefined],
    [{ type: "object", required: ["b"], properties: { a: { type: "null" }, b: { type: "null" } } }, { b: null }],
    [{ $ref: "#/$defs/Loop" }, undefined],
    [{ type: ["null", "string"] }, "…"],
    [{ type: ["null", "integer"], default: null, minimum: 2 }, 2],
    [{ enum: [null, "a"] }, "a"],
    [{ enum: [null] }, null],
    [{ anyOf: [{ type: "null" }, { type: "string", pattern: "a" }, { type: "boolean" }] }, true],
    [{ anyOf: [{ type: "null" }, { type: "string", pattern: "a" }] }, null],
    [{ anyOf: [{ type: "string", pattern: "a" }] }, undefined],
    [{ type: "number", exclusiveMinimum: 0 }, 1],
    [{ type: "integer", exclusiveMinimum: 1, maximum: 2 }, 2],
    [{ type: "number", exclusiveMaximum: 0 }, -1],
    [{ type: "number", minimum: 0.1, maximum: 0.2 }, undefined],
    [{ type: "string", minLength: 1000 }, undefined],
    [{ type: "array", items: { type: "boolean" }, minItems: 3 }, [true, true, true]],
    [{ type: "array", items: { type: "boolean" }, minItems: 2, uniqueItems: true }, undefined],
    [{ type: "array", prefixItems: [{ type: "string" }, { type: "integer" }], minItems: 1 }, ["…"]],
    [{ type: "array", prefixItems: [{ pattern: "a" }], minItems: 1 }, undefined],
    [true, undefined],
    [{ $ref: "#/$defs/Name", minLength: 3 }, undefined],
    [{ properties: { a: { type: "integer" } }, type: "object", oneOf: [{ required: ["a"] }] }, { a: 1 }],
    [
      { type: "object", required: ["xa"], properties: { xa: { const: 1 } }, patternProperties: { "^x": false } },
      undefined,
    ],
    [{ type: "string", format: "uri", maxLength: 5 }, undefined],
    [{ type: "string", format: "uri", examples: ["no uri", "urn:a"] }, "urn:a"],
    [{ type: "array", items: { type: "string" }, minItems: 2, maxItems: 1 }, undefined],
    [{ type: "integer", enum: ["x", 3] }, 3],
    [{ type: "integer", examples: ["one"], default: null }, 1],
    [{ type: "string", default: "", minLength: 1 }, "…"],
    [{ type: "object", patternProperties: { "^a": {} }, examples: [{ b: 1 }, { a: 1 }] }, { a: 1 }],
    [{ type: "object", dependentRequired: { a: ["c"] }, examples: [{ b: 1 }] }, {}],
    [{ if: { type: "string" }, else: { properties: { a: {} } }, examples: [{ b: 1 }, { a: 1 }] }, { a: 1 }],
    [
      {
        if: { properties: { a: {} }, required: ["a"] },
        ...{ then: { properties: { b: {} } }, else: { properties: { c: {} } } },
        examples: [{ d: 1 }, { a: 1, b: 1 }],
      },
      { a: 1, b: 1 },
    ],
    [{ type: "boolean", not: { const: true } }, false],
    [{ type: "number", multipleOf: 0.5 }, 1],
    [{ type: "string", examples: [`${"a".repeat(40)}b`], pattern: "^(a+)+$" }, undefined],
    [{ type: "string", examples: [`${"a".repeat(40)}b`], not: { pattern: "^(a+)+$" } }, "…"],
  ])("of %j", async (schema, expected) => {
    expect((await samplesIn(schema))(schema)).toStrictEqual(expected);
  });

  test("of a format are of it", async () => {
    for (const [format, { type }] of formats)
      expect((await samplesIn({ type, format }))({ type, format }), format).toBeDefined();
  });

  /** With the checks of the formats that a schema asks for. */
  const samplesIn = async (schema: Schema) =>
    samplesOf($defs, takesIn($defs, await formatChecks({ ...$defs, schema })));

  test("have a few optional properties, if wanted", async () => {
    const text: Schema = { type: "string" };
    const schema: Schema = { type: "object", properties: { a: text, b: { pattern: "x" }, c: text, d: text } };
    const samples = await samplesIn(schema);
    expect(samples(schema, 2)).toEqual({ a: "…", c: "…" });
    expect(samples({ ...(schema as object), maxProperties: 1 }, 2)).toEqual({});
  });

  test("have no property of a branch that no type tells, as another branch takes anything", async () => {
    const branch: Schema = { type: "object", properties: { a: { type: "string" } } };
    for (const [anyOf, expected] of [
      [[{}, branch], {}],
      [[{ type: "null" }, branch], { a: "…" }],
    ] as const) {
      const schema: Schema = { type: "object", anyOf };
      expect((await samplesIn(schema))(schema, 1)).toEqual(expected);
    }
  });

  test("have no property that is null or empty, unless it must be there", async () => {
    const nothing: Schema = { type: "null" };
    const properties = { a: nothing, b: { type: "object" }, c: { type: "array" }, d: { type: "string" } } as const;
    const samples = await samplesIn(true);
    expect(samples({ type: "object", properties }, 4)).toEqual({ d: "…" });
    expect(samples({ type: "object", properties, required: ["a", "b"] })).toEqual({ a: null, b: {} });
  });
});

test.each<[Schema | undefined, string]>([
  [{ $ref: "#/$defs/Job" }, "Job"],
  [{ type: "array", items: { $ref: "#/$defs/Job" } }, "Job[]"],
  [{ type: "array", items: { enum: ["a", 1] } }, '("a" | 1)[]'],
  [{ type: "array" }, "unknown[]"],
  [
    { type: "array", prefixItems: [{ type: "string" }, { type: "number" }], items: false, minItems: 2 },
    "[string, number]",
  ],
  [
    { type: "array", prefixItems: [{ enum: ["a", 1] }, { type: "number" }], items: false, minItems: 1 },
    '["a" | 1, number?]',
  ],
  [{ type: "array", prefixItems: [{ enum: ["a", 1] }], items: false }, '[("a" | 1)?]'],
  [{ type: "array", prefixItems: [{ const: "move" }], minItems: 1 }, '["move", ...unknown[]]'],
  [{ type: "array", prefixItems: [{ type: "string" }], items: { enum: [0, 1] } }, "[string?, ...(0 | 1)[]]"],
  [{ type: "array", prefixItems: [{ $ref: "#/$defs/Job" }], items: { type: "null" }, maxItems: 2 }, "[Job?, null?]"],
  [{ type: "array", items: false }, "[]"],
  [{ type: "array", items: { type: "array", prefixItems: [{ type: "string" }], items: false } }, "[string?][]"],
  [
    { type: "array", items: { type: "array", prefixItems: [true, true], items: false, minItems: 2 } },
    "[unknown, unknown][]",
  ],
  [{ type: ["integer", "null"] }, "number | null"],
  [{ anyOf: [{ $ref: "#/$defs/Job" }, { type: "null" }] }, "Job | null"],
  [{ type: "object" }, "object"],
  [{ const: "a", enum: ["a", "b"] }, '"a"'],
  [{ const: "a", enum: ["b"] }, "never"],
  [false, "never"],
  [undefined, "unknown"],
])("the type of %j reads %s", (schema, expected) => expect(typeText(schema)).toBe(expected));

describe("README.md", () => {
  const readme = async (schema: CanonicalSchema, model: Workflow) =>
    formatted("README.md", emitReadme(schema, model, schema.$defs, await formatChecks(schema.$defs)));
  const rowsOf = (text: string, heading: string): string[][] => {
    const section = text.slice(text.indexOf(`\n## ${heading}`)).split("\n## ")[1] ?? "";
    const rows = section.split("\n").filter((line) => line.startsWith("| "));
    return rows.slice(2).map((row) =>
      row
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  };

  test("has the workflow's properties, those of the response first, in their order", async () => {
    const rows = rowsOf(await readme(civitaiSchema, civitaiModel), "Properties of `Workflow` and `WorkflowRequest`");
    expect(rows.map(([name]) => name)).toEqual([
      ...["`id`", "`status`", "`tags`", "`callbackUrl`", "`callbackEvents`", "`createdAt`", "`startedAt`"],
      ...["`completedAt`", "`cost`", "`steps`", "`detailed`"],
    ]);
    expect(rows[1]).toEqual(["`status`", "`WorkflowStatus`", "always", "–", ""]);
    expect(rows[3]).toEqual(["`callbackUrl`", "`string`", "optional", "optional", "Format `uri`."]);
    expect(rows[9]).toEqual(["`steps`", "`WorkflowStep[]` / `WorkflowStepRequest[]`", "optional", "always", ""]);
    expect(rows[10]).toEqual(["`detailed`", "`boolean`", "–", "optional", "Ask for a detailed answer."]);
  });

  test("has every step type with its factory", async () => {
    const rows = rowsOf(await readme(civitaiSchema, civitaiModel), "Step types");
    expect(rows.map(([tag]) => tag)).toEqual(civitaiModel.steps.variants.map(({ tag }) => `\`${tag}\``));
    expect(rows[0]).toEqual([
      "`imageGen`",
      "`imageGen(input: StepInput, options?: StepOptions)`",
      "`ImageGenStepRequest`",
    ]);
  });

  test("has an input that may be undefined, but not left out before options that must be there", async () => {
    const [first, ...rest] = civitaiModel.steps.variants;
    const own = {
      ...first!,
      input: { type: "StepInput", required: false },
      options: { type: "StepOptions", required: true },
    };
    const model = { ...civitaiModel, steps: { ...civitaiModel.steps, variants: [own, ...rest] } };
    expect(rowsOf(await readme(civitaiSchema, model), "Step types")[0]?.[1]).toBe(
      "`imageGen(input: StepInput \\| undefined, options: StepOptions)`",
    );
  });

  test.each<readonly [Schema, string]>([
    [{ type: "array", items: { $ref: "#/$defs/WorkflowStep" } }, "result.data.steps.map("],
    [{ $ref: "#/$defs/List" }, "result.data.steps.map("],
    [{ type: ["array", "null"], items: { $ref: "#/$defs/WorkflowStep" } }, "(result.data.steps ?? []).map("],
    [{ anyOf: [{ $ref: "#/$defs/List" }, { type: "null" }] }, "(result.data.steps ?? []).map("],
  ])("reads the steps where they must be there, as %j", async (steps, expected) => {
    const Workflow = { type: "object", required: ["steps"], properties: { steps } } as const;
    const List = { type: "array", items: { $ref: "#/$defs/WorkflowStep" } } as const;
    const $defs = { ...civitaiSchema.$defs, Workflow, List };
    expect(await readme({ ...civitaiSchema, $defs }, civitaiModel)).toContain(expected);
  });

  test("reads a request where nothing is answered", async () => {
    const requests = civitaiModel.entries.filter(({ direction }) => direction === "request");
    const text = await readme(civitaiSchema, { ...civitaiModel, entries: requests });
    expect(text).toContain("/** Says what a request holds, or what is wrong with it. */");
    expect(text).not.toContain("answer: unknown");
  });

  test("has the properties of the input, where all steps share one", async () => {
    const heading = "Properties of `StepInput`";
    const rows = rowsOf(await readme(civitaiSchema, civitaiModel), heading);
    expect(rows[0]).toEqual(["`engine`", "`string`", "optional", ""]);
    const [first, ...rest] = civitaiModel.steps.variants;
    const own = { ...first, input: { type: "Workflow", required: true } } as typeof first;
    const steps = { ...civitaiModel.steps, variants: [own, ...rest] } as NonNullable<Workflow["steps"]>;
    expect(await readme(civitaiSchema, { ...civitaiModel, steps })).not.toContain(heading);
  });

  test("names every export", async () => {
    const text = await readme(civitaiSchema, civitaiModel);
    const names = rowsOf(text, "Exports").map(([name]) => /\w+/.exec(name ?? "")?.[0]);
    expect(names).toEqual(
      expect.arrayContaining([
        ...["workflow", "isStep", "matchStep", "UnhandledStepError", "ValidationError", "formatIssues"],
        ...["STEP_TYPES", "WORKFLOW_STATUSES", "CALLBACK_EVENTS"],
      ]),
    );
    const validators = rowsOf(text, "Validators");
    expect(validators.map(([type]) => type)).toEqual([
      ...["`Workflow` (what the server answers)", "`WorkflowRequest` (what is sent)"],
      ...["`WorkflowStep` (what the server answers)", "`WorkflowStepRequest` (what is sent)"],
    ]);
    expect(validators[1]?.slice(1)).toEqual([
      ...["`isWorkflowRequest`", "`parseWorkflowRequest`", "`safeParseWorkflowRequest`", "`workflowRequestSchema`"],
    ]);
  });

  test("shows a tag's characters that cannot be seen", async () => {
    const [variant] = civitaiModel.steps?.variants ?? [];
    const steps = { ...civitaiModel.steps, variants: [{ ...variant, tag: "a\u202eb" }] } as Workflow["steps"];
    const text = await readme(civitaiSchema, { ...civitaiModel, ...(steps && { steps }) });
    expect(text).toContain('`isStep(step, "a\\u{202e}b")`');
  });

  test.each([
    [undefined, "`stepRef(step, path)`"],
    [{ answered: "WorkflowStep", output: "made" }, '`stepRef(step, "made.…")`'],
  ])("names what comes with references to steps, which make %j", async (made, call) => {
    const references = { type: "StepReference", ...(made && { made }) };
    const model = { ...civitaiModel, steps: { ...civitaiModel.steps, references } };
    expect(rowsOf(await readme(civitaiSchema, model), "Exports")).toEqual(
      expect.arrayContaining([
        [call, "A `StepReference` to what another step will have made, for any value of an input."],
        ["`UnnamedStepError`", "What `stepRef` throws for a step without a name."],
      ]),
    );
  });

  test("tells what becomes of an answered step that the schema does not list", async () => {
    const { steps } = civitaiModel;
    const passes = "`_` in `matchStep` takes it.";
    const isRefused = "A step of a type that is newer than this package is an issue, in an answer too.";
    const unions = steps.unions.map((union) => ({ ...union, mayBeUnlisted: true }) as const);
    const sent = steps.unions.filter(({ direction }) => direction === "request");
    const told = await Promise.all(
      [steps.unions, unions, sent].map((each) =>
        readme(civitaiSchema, { ...civitaiModel, steps: { ...steps, unions: each } }),
      ),
    );
    expect(told.map((text) => [text.includes(passes), text.includes(isRefused)])).toEqual([
      [false, true],
      [true, false],
      [false, false],
    ]);
  });

  test("has no row for validators of one step type: a sentence names the first ones, and their module", async () => {
    const own = { name: "EchoStep", type: "EchoStep", direction: "response", module: "echo" } as const;
    const text = await readme(civitaiSchema, { ...civitaiModel, entries: [...civitaiModel.entries, own] });
    expect(rowsOf(text, "Validators")).toHaveLength(civitaiModel.entries.length);
    expect(text).toContain("Each step type has validators of its own: `isEchoStep` and so on.");
    expect(text).toContain("| `civitai-workflow/validators/echo` ");
  });

  const receiverIn = (text: string): string => /## Receive callbacks\n\n([^]*?)\n## /.exec(text)?.[1] ?? "";

  test("receives the answered workflow, step by step, where nobody says what callbacks carry", async () => {
    const receiver = receiverIn(await readme(civitaiSchema, civitaiModel));
    expect(receiver).toContain("takes a `Workflow` as JSON");
    expect(receiver).toContain("result = safeParseWorkflow(JSON.parse(body));");
    expect(receiver).toContain('if (isStep(step, "imageGen")) console.log("done:", step.$type);');
  });

  test("receives the entry that callbacks carry, and narrows it by its status", async () => {
    const callback = { name: "WorkflowEvent", type: "WorkflowEvent", direction: "response" } as const;
    const WorkflowEvent: Schema = { type: "object", properties: { status: { enum: ["running", "succeeded"] } } };
    const schema = { ...civitaiSchema, $defs: { ...civitaiSchema.$defs, WorkflowEvent } };
    const text = await readme(schema, { ...civitaiModel, entries: [...civitaiModel.entries, callback], callback });
    expect(receiverIn(text)).toContain("takes a `WorkflowEvent` as JSON");
    expect(receiverIn(text)).toContain(`
  if (result.data.status === "succeeded") console.log("done:", result.data);
`);
    expect(receiverIn(text)).not.toMatch(/isStep|safeParseWorkflow\b/);
    expect(text).toContain("type Submit = (request: WorkflowRequest) => Promise<Workflow>;");
  });

  test("says of which enum a constant has every value, as its declaration does", async () => {
    const constants = [{ name: "ALL", type: "Mode", values: ["a"], isNullable: true }] as const;
    expect(await readme(civitaiSchema, { ...civitaiModel, constants })).toContain("Every `Mode` but null, frozen,");
  });

  test("receives nothing where nothing is answered, and no request where something is", async () => {
    const requests = civitaiModel.entries.filter(({ direction }) => direction === "request");
    const notice = { name: "Notice", type: "WorkflowCost", direction: "response" } as const;
    const onlySent = await readme(civitaiSchema, { ...civitaiModel, entries: requests });
    expect(onlySent).not.toContain("callbacks");
    const noticed = await readme(civitaiSchema, { ...civitaiModel, entries: [...requests, notice] });
    expect(noticed).toContain("[Receive callbacks](#receive-callbacks)");
    expect(receiverIn(noticed)).toContain("result = safeParseNotice(JSON.parse(body));");
  });

  test("shows hostile words and breaks no table", async () => {
    const description = "a | b\n\n| c | <script>alert(1)</script> `d` **e**";
    const Workflow: Schema = { type: "object", properties: { "a|b`": { type: "string", description } } };
    const text = await readme({ ...civitaiSchema, $defs: { Workflow } }, { ...withoutSteps, description });
    expect(text).not.toContain("<script");
    expect(rowsOf(text, "Properties of `Workflow`")[0]).toHaveLength(4);
  });

  const isWorkflow = `value is import("./types.js").Workflow`;
  const validatorsDeclaration = `
export declare function isWorkflow(value: unknown): ${isWorkflow};
export declare function isWorkflowRequest(value: unknown): value is import("./types.js").WorkflowRequest;
export declare function parseWorkflow(value: unknown): import("./types.js").Workflow;
export declare function safeParseWorkflow(value: unknown): { success: true; data: import("./types.js").Workflow } | { success: false; issues: { pointer: string; message: string }[] };
export declare function formatIssues(issues: { message: string }[]): string;
export declare class ValidationError extends Error { readonly issues: { pointer: string; message: string }[] }
`;
  const validators = `
const issues = [{ pointer: "/id", message: "id must be there" }];
export class ValidationError extends Error { issues = issues }
export const formatIssues = ([issue]) => issue.message;
export const isWorkflowRequest = (value) => Array.isArray(value.steps);
export const parseWorkflow = () => { throw new ValidationError(); };
export const safeParseWorkflow = (value) => value.id ? { success: true, data: value } : { success: false, issues };
`;

  /** A folder with the package installed, and the README's blocks of TypeScript as modules. */
  async function exampleFolder(schema: CanonicalSchema, model: Workflow): Promise<{ folder: string; count: number }> {
    // The rest of the guide is run with the frameworks it speaks of.
    const [opening = ""] = (await readme(schema, model)).split(/\n## (?:Receive callbacks|In a framework)/);
    const blocks = [...opening.matchAll(/^```ts\n([^]*?)^```/gm)].map(([, block]) => block ?? "");
    const modules = blocks.flatMap((block, index) => [
      [`example${index}.ts`, block],
      [`example${index}.js`, transformSync(block, { loader: "ts", target: "es2022" }).code],
    ]);
    const folder = await folderOf(Object.fromEntries(modules));
    const installed = join(folder, "node_modules/civitai-workflow");
    await mkdir(installed, { recursive: true });
    const files = {
      "package.json": emitPackageJson(model),
      "index.js": emitIndex(model),
      "index.d.ts": emitIndexDeclaration(model),
      "types.d.ts": civitaiTypes,
      "constants.js": emitConstants(model),
      "constants.d.ts": emitConstantsDeclaration(model),
      "validators.js": validators,
      "validators.d.ts": validatorsDeclaration,
      ...(model.steps && {
        "steps.js": await stepsModule(model.steps),
        "steps.d.ts": await stepsDeclaration(schema, model.steps),
      }),
    };
    for (const [path, text] of Object.entries(files)) await writeFile(join(installed, path), text);
    return { folder, count: blocks.length };
  }

  test("a request for which no value is sure is made of the reader's own, and the rest of the example stays", async () => {
    const StepInput: Schema = {
      type: "object",
      required: ["id"],
      properties: { id: { type: "string", pattern: "^a" } },
    };
    const schema = { ...civitaiSchema, $defs: { ...civitaiSchema.$defs, StepInput } };
    expect(await readme(schema, civitaiModel)).toContain(`
/** Plain data with values of your own, ready for JSON.stringify. */
export function requestWith(input: StepInput) {
  const request = workflow([imageGen(input, { name: "…" })], {
    tags: ["…"],
    callbackUrl: "https://example.com/",
    callbackEvents: ["workflow:*"],
  });
  console.log(isWorkflowRequest(request)); // whether it is valid
  return request;
}
`);
    const { folder } = await exampleFolder(schema, civitaiModel);
    expect(await typeErrors("typescript", folder)).toEqual([]);
  });

  test.each([
    ["with steps", civitaiModel, ["true", "a step of type imageGen", "another step", "id must be there"]],
    ["without steps", withoutSteps, ["it is valid", "id must be there"]],
  ])("its examples compile and run, %s", { timeout: 60_000 }, async (_, model, expected) => {
    const { folder, count } = await exampleFolder(civitaiSchema, model);
    expect(count).toBe(2);
    expect(await typeErrors("typescript", folder)).toEqual([]);
    await writeFile(
      join(folder, "run.mjs"),
      `import { report } from "./example0.js";
console.log(report({ id: "1", steps: [{ $type: "imageGen" }, {}] }));
console.log(report({}));
console.error = (pointer, message) => console.log("error:", pointer, message);
await import("./example1.js");
`,
    );
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, "run.mjs")]);
    expect(stdout.trim().split("\n")).toEqual([...expected, "error: /id id must be there"]);
  });
});
