import { format } from "prettier";
import { format as formatFiles } from "#generator/format.js";
import { describe, expect, test } from "vitest";
import { jsDoc, prose, tag } from "#generator/emit/text/jsdoc.js";
import { literalType } from "#generator/emit/types/literals.js";
import { emitTypes } from "#generator/emit/types.js";
import type { Definitions, Json } from "#generator/json/json-schema.js";
import type { Workflow } from "#generator/model/model.js";
import { declarationsOf, propertiesOf, tagsOf } from "../support/declarations.js";
import { strictProblemsOf } from "../support/strict-program.js";

const emit = ($defs: Definitions, model: Partial<Workflow> = { entries: [] }): Promise<string> =>
  emitTypes({ $schema: "https://json-schema.org/draft/2020-12/schema", $defs }, model as Workflow);
const formatted = async (text: Promise<string>): Promise<string> =>
  format(await text, { parser: "typescript", printWidth: 120 });

describe("a workflow", () => {
  const $defs: Definitions = {
    WorkflowRequest: {
      title: "Civitai Orchestration Workflow",
      description: "An orchestration workflow submitted to the Civitai Orchestration API.",
      type: "object",
      required: ["steps"],
      properties: {
        tags: { type: "array", items: { type: "string" } },
        callbackUrl: { type: "string", format: "uri" },
        callbackEvents: { type: "array", items: { $ref: "#/$defs/CallbackEvent" } },
        detailed: { type: "boolean", description: "Ask for a detailed answer.", writeOnly: true },
        steps: { type: "array", items: { $ref: "#/$defs/WorkflowStepRequest" } },
      },
    },
    CallbackEvent: { type: "string", enum: ["workflow:*", "step:*"] },
    WorkflowStepRequest: { oneOf: [{ $ref: "#/$defs/ImageGenStepRequest" }, { $ref: "#/$defs/ComfyStepRequest" }] },
    ImageGenStepRequest: {
      type: "object",
      properties: { $type: { const: "imageGen" }, name: { type: "string" }, input: { $ref: "#/$defs/StepInput" } },
      required: ["$type", "input"],
    },
    ComfyStepRequest: {
      type: "object",
      properties: { $type: { const: "comfy" }, input: { $ref: "#/$defs/StepInput", description: "The graph." } },
      required: ["$type", "input"],
    },
    StepInput: {
      type: "object",
      properties: { model: { type: "string", description: "AIR identifier." }, cfgScale: { type: "number" } },
      additionalProperties: true,
    },
    WorkflowCost: {
      title: "Workflow cost",
      type: "object",
      properties: {
        base: { type: "integer", description: "Buzz cost.", minimum: 0, default: 0 },
        currency: { type: "string", enum: ["BUZZ"] },
      },
    },
    UntaggedStep: { type: "object", properties: { $type: false, status: { type: "string", readOnly: true } } },
  };
  const model: Partial<Workflow> = {
    entries: [{ name: "WorkflowRequest", type: "WorkflowRequest", direction: "request" }],
  };

  test("reads as if written by hand", async () => {
    expect(await formatted(emit($defs, model))).toMatchInlineSnapshot(`
      "/** An orchestration workflow submitted to the Civitai Orchestration API. */
      export interface WorkflowRequest {
        tags?: string[] | undefined;
        /** @format uri */
        callbackUrl?: string | undefined;
        callbackEvents?: CallbackEvent[] | undefined;
        /**
         * Ask for a detailed answer.
         * @writeonly
         */
        detailed?: boolean | undefined;
        steps: WorkflowStepRequest[];
      }

      export type CallbackEvent = "workflow:*" | "step:*";

      export type WorkflowStepRequest = ImageGenStepRequest | ComfyStepRequest;

      export interface ImageGenStepRequest {
        $type: "imageGen";
        name?: string | undefined;
        input: StepInput;
      }

      export interface ComfyStepRequest {
        $type: "comfy";
        /** The graph. */
        input: StepInput;
      }

      export interface StepInput {
        /** AIR identifier. */
        model?: string | undefined;
        cfgScale?: number | undefined;
        [key: string]: unknown;
      }

      export type WorkflowCost = object & {
        /**
         * Buzz cost.
         * @default 0
         * @minimum 0
         */
        base?: number;
        currency?: "BUZZ";
      };

      export type UntaggedStep = object & {
        $type?: never;
        /** @readonly */
        status?: string;
      };
      "
    `);
  });

  test("compiles, and a tag narrows its union", async () => {
    const text = await emit($defs, model);
    const use = `
      import type { WorkflowRequest, WorkflowStepRequest } from "./types.js";
      export const ask = (name: string | undefined): WorkflowRequest => ({ steps: [{ $type: "imageGen", name, input: {} }] });
      export const nameOf = (step: WorkflowStepRequest) => (step.$type === "imageGen" ? step.name : step.input["graph"]);
      // @ts-expect-error a typo is refused
      export const typo: WorkflowRequest = { steps: [], callbackUrI: "" };`;
    expect(strictProblemsOf({ "types.d.ts": text, "use.ts": use })).toEqual([]);
  });
});

test("an intersection of unions stands beside an index signature", async () => {
  const lacks = (name: string): Definitions[string] => ({ type: "object", properties: { [name]: false } });
  const has = (...required: readonly string[]): Definitions[string] => ({ type: "object", required });
  const both = [{ anyOf: [has("a", "b"), lacks("c")] }, { anyOf: [has("d"), lacks("a")] }];
  const $defs: Definitions = {
    It: { type: "object", properties: { of: { allOf: both } }, additionalProperties: { type: "number" } },
  };
  expect(strictProblemsOf({ "types.d.ts": await emit($defs) })).toEqual([]);
});

describe("what the branches of a tagged union share", () => {
  const text = { type: "string" } as const;
  const branch = (tag: string, properties: Definitions, more: object = {}): Definitions[string] => ({
    ...{ type: "object", required: ["kind", "id"], properties: { kind: { const: tag }, id: text, ...properties } },
    ...more,
  });
  const union = (...branches: string[]): Definitions[string] => ({
    oneOf: branches.map((name) => ({ $ref: `#/$defs/${name}` })),
    discriminator: { propertyName: "kind", mapping: {} },
  });
  const note = { type: "string", description: "For people." } as const;
  const interfacesOf = async ($defs: Definitions): Promise<string[]> =>
    [...(await formatted(emit($defs))).matchAll(/^(?:export )?interface [^}]*}/gm)].map(([all]) =>
      all.replace(/\s+/g, " "),
    );

  test("stands once, at each level of unions", async () => {
    const $defs: Definitions = {
      Shape: union("Circle", "Angular"),
      Circle: branch("circle", { note, r: { type: "number" } }),
      Angular: union("Square", "Oblong"),
      Square: branch("square", { note, a: text, b: text }),
      Oblong: branch("oblong", { note, a: text, b: text, c: text }),
    };
    expect(await interfacesOf($defs)).toEqual([
      "interface ShapeBase { id: string; /** For people. */ note?: string; }",
      'export interface Circle extends ShapeBase { kind: "circle"; r?: number; }',
      "interface AngularBase extends ShapeBase { a?: string; b?: string; }",
      'export interface Square extends AngularBase { kind: "square"; }',
      'export interface Oblong extends AngularBase { kind: "oblong"; c?: string; }',
    ]);
    const use = `import type { Shape } from "./types.js";
      export const shape: Shape = { kind: "square", id: "1", a: "" };
      export const size = (one: Shape) => (one.kind === "circle" ? one.r : one.a);
      // @ts-expect-error what stands in a base is asked for
      export const missing: Shape = { kind: "square" };
      // @ts-expect-error a base is nobody's business
      export type { ShapeBase } from "./types.js";`;
    expect(strictProblemsOf({ "types.d.ts": await emit($defs), "use.ts": use })).toEqual([]);
  });

  test("is the same in name, type, words and whether it is there at all", async () => {
    const $defs: Definitions = {
      Two: union("One", "Other"),
      One: branch("one", { note, a: text, b: text, c: text, same: text }),
      Other: branch(
        "other",
        { note: text, a: { type: "number" }, b: text, same: text },
        { required: ["kind", "id", "b"] },
      ),
    };
    const [base] = await interfacesOf($defs);
    expect(base).toBe("interface TwoBase { id: string; same?: string; }");
  });

  test("is not said of a branch that extends nothing", async () => {
    const open = branch("bag", { note }, { additionalProperties: { type: "number" } });
    const shapes = { Circle: branch("circle", { note }), Square: branch("square", { note }) };
    const told = async ($defs: Definitions) => /What .* `Shape` .*(?= \*\/)/.exec(await emit($defs))?.[0];
    expect(await told({ Shape: union("Circle", "Square"), ...shapes })).toBe("What every `Shape` has.");
    expect(await told({ Shape: union("Circle", "Square", "Bag"), ...shapes, Bag: open })).toBe(
      "What several kinds of `Shape` share.",
    );
    const owned = { Other: union("Circle", "Square"), Shape: union("Square", "Line", "Dot") };
    const more = { Line: branch("line", { note }), Dot: branch("dot", { note }) };
    expect(await told({ ...owned, ...shapes, ...more })).toBe("What several kinds of `Shape` share.");
  });

  test.each([
    ["by one branch", { Two: union("One"), One: branch("one", { note }) }],
    ["in one member", { Two: union("One", "Other"), One: branch("one", {}), Other: branch("other", { note }) }],
    [
      "under a name that is taken",
      { Two: union("One", "Other"), One: branch("one", { note }), Other: branch("other", { note }), TwoBase: text },
    ],
    [
      "beside typed others, which are printed in view of it",
      {
        Two: union("One", "Other"),
        One: branch("one", { note }, { additionalProperties: { type: "number" } }),
        Other: branch("other", { note }),
      },
    ],
    [
      "by a union in a circle",
      { Two: union("Other", "One"), Other: union("Two", "One"), One: branch("one", { note }) },
    ],
  ])("stays where it is: %s", async (_, $defs) => {
    expect((await interfacesOf($defs)).filter((each) => each.includes("extends"))).toEqual([]);
  });
});

describe("a list that a type has of itself", () => {
  const Json: Definitions[string] = {
    anyOf: [
      { type: ["string", "number"] },
      { type: "array", items: { $ref: "#/$defs/Json" } },
      { type: "object", additionalProperties: { $ref: "#/$defs/Json" } },
    ],
  };

  test("has a name, where mapped types stop", async () => {
    const text = await emit({ Json });
    expect(await formatted(Promise.resolve(text))).toMatchInlineSnapshot(`
      "export type Json = string | number | JsonList | { [key: string]: Json };

      export interface JsonList extends Array<Json> {}
      "
    `);
    const use = `
      import type { Json } from "./types.js";
      type Mapped<T> = { readonly [K in keyof T]: T[K] extends string | number ? T[K] : Mapped<T[K]> };
      declare function take(value: Mapped<{ data: Json }>): void;
      take({ data: ["a", [1, { b: ["c"] }]] });
      // @ts-expect-error as deep as it stands
      take({ data: ["a", [1, { b: [true] }]] });
      type Plain = string | number | Plain[] | { [key: string]: Plain };
      export const there = (value: Plain): Json => value;
      export const back = (value: Json): Plain => (Array.isArray(value) ? value.map(back) : value);
      export const list = (value: Json) => (Array.isArray(value) ? value : [value]);
      export type { JsonList } from "./types.js";`;
    expect(strictProblemsOf({ "types.d.ts": text, "use.ts": use })).toEqual([]);
  });

  test.each([
    ["its name is taken", { Json, JsonList: { type: "string" } }],
    ["it is of another", { Other: Json, Json: { type: "array", items: { $ref: "#/$defs/Other" } } }],
    [
      "it is in an interface",
      { Tree: { type: "object", properties: { kids: { type: "array", items: { $ref: "#/$defs/Tree" } } } } },
    ],
  ] as const)("stays where it is: %s", async (_, $defs) => {
    expect(await emit($defs)).not.toContain("extends");
  });
});

describe("what is sent", () => {
  const optional = { type: "object", properties: { a: { type: "string" } } } as const;
  const of = (name: string): Definitions[string] => ({
    type: "object",
    properties: { inner: { $ref: `#/$defs/${name}` } },
  });
  const sentTypes = async (model: unknown): Promise<string[]> => {
    const text = await emit(
      { Top: of("Middle"), Middle: of("Leaf"), Leaf: optional, Other: optional },
      model as Workflow,
    );
    return text
      .split("\n\n")
      .filter((each) => each.includes("| undefined"))
      .map((each) => /^export \w+ (\w+)/m.exec(each)?.[1] ?? "");
  };

  test.each(["request", "both"])(
    "everything that is reached from an entry of direction %s takes undefined",
    async (direction) => {
      expect(await sentTypes({ entries: [{ name: "Top", type: "Top", direction }] })).toEqual([
        "Top",
        "Middle",
        "Leaf",
      ]);
    },
  );

  test("a response does not", async () => {
    expect(await sentTypes({ entries: [{ name: "Top", direction: "response" }] })).toEqual([]);
  });

  test("a factory's type and options do", async () => {
    const steps = { unions: [], variants: [{ type: "Leaf", options: { type: "Other" } }] };
    expect(await sentTypes({ entries: [], steps })).toEqual(["Leaf", "Other"]);
  });

  test("`workflow()` and the steps that can be sent do", async () => {
    const steps = {
      unions: [{ name: "Middle", type: "Middle", direction: "request" }],
      variants: [],
      workflow: { type: "Other" },
    };
    expect(await sentTypes({ entries: [], steps })).toEqual(["Middle", "Leaf", "Other"]);
  });

  test("a reference inside data reaches nothing", async () => {
    const $defs: Definitions = { T: { type: "string", default: { $ref: "#/$defs/U" }, enum: ["a"] }, U: optional };
    expect(await emit($defs, { entries: [{ name: "T", type: "T", direction: "request" }] })).not.toContain("undefined");
  });
});

test("types of steps have a sentence where the schema has none", async () => {
  const object = { type: "object", properties: { a: { type: "string" } } } as const;
  const discriminator = { propertyName: "do", mapping: { run: "#/$defs/Run", stop: "#/$defs/Stop" } };
  const $defs: Definitions = {
    Step: { oneOf: [{ $ref: "#/$defs/Run" }, { $ref: "#/$defs/Stop" }], discriminator },
    Run: object,
    Stop: { ...object, description: "Ends it." },
    RunInput: object,
    Options: object,
  };
  const steps = {
    ...{ tag: "do", inputProperty: "with" },
    unions: [{ name: "Step", direction: "request" }],
    variants: [{ tag: "run", type: "Run", input: { type: "RunInput" }, options: { type: "Options" } }],
  };
  const text = await emit($defs, { entries: [], steps } as unknown as Workflow);
  expect([...text.matchAll(/^\/\*\* (.*) \*\/\nexport \w+ (\w+)/gm)].map(([, words, name]) => [name, words])).toEqual([
    ["Step", "A step of any type, as it is sent."],
    ["Run", 'A step of type "run", as it is sent.'],
    ["Stop", "Ends it."],
    ["RunInput", 'What a step of type "run" works on.'],
    ["Options", "What a step says beside `do` and `with`."],
  ]);
});

test("a type of step that is sent and answered alike says neither", async () => {
  const union = (...types: readonly string[]): Json => {
    const mapping = Object.fromEntries(types.map((type) => [type.toLowerCase(), `#/$defs/${type}`]));
    const oneOf = types.map((type) => ({ $ref: `#/$defs/${type}` }));
    return { oneOf, discriminator: { propertyName: "do", mapping } };
  };
  const object = { type: "object", properties: { a: { type: "string" } } } as const;
  const $defs = {
    ...{ Run: object, RunRequest: object, Stop: object, Log: object },
    ...{ Step: union("Run", "Stop", "Log"), StepRequest: union("RunRequest", "Stop") },
  } as Definitions;
  const unions = [
    { name: "Step", direction: "response" },
    { name: "StepRequest", direction: "request" },
  ];
  const text = await emit($defs, {
    entries: [],
    steps: { tag: "do", unions, variants: [] },
  } as unknown as Workflow);
  const words = Object.fromEntries(
    [...text.matchAll(/^\/\*\* (.*) \*\/\nexport \w+ (\w+)/gm)].map(([, sentence, name]) => [name, sentence]),
  );
  expect(words).toEqual({
    Run: 'A step of type "run", as the server answers it.',
    RunRequest: 'A step of type "runrequest", as it is sent.',
    Stop: 'A step of type "stop".',
    Log: 'A step of type "log", as the server answers it.',
    Step: "A step of any type, as the server answers it.",
    StepRequest: "A step of any type, as it is sent.",
  });
});

describe("hostile words", () => {
  const names = [
    ..."__proto__ constructor hasOwnProperty toString valueOf delete new get set readonly 3D a-b Held0 Part0 Type0 length".split(
      " ",
    ),
    ...[
      '"',
      "'",
      "`${x}`",
      "*/",
      "/*",
      "</script>",
      "\u2028",
      "\u2029",
      "\u202e",
      "\u0000",
      "\n",
      "\\",
      "😀",
      "\ud800",
      "",
      " ",
      "[k: string]",
      "{",
      "a?: b",
      "é",
    ],
  ];
  const properties = Object.fromEntries(
    names.map((name) => [name, { const: name, title: name, description: `${name} */ } export const evil = 1;` }]),
  );
  const $defs: Definitions = {
    Held0: { type: "object", properties, required: names.filter((_, index) => index % 2 === 0) },
    Type0: { enum: names, description: "*/ export const evil = 1; /*" },
    Part0: { type: "array", prefixItems: names.map((name) => ({ const: name })), items: { $ref: "#/$defs/Held0" } },
    snake_case: { oneOf: [{ $ref: "#/$defs/Ünter" }, { $ref: "#/$defs/Held0" }] },
    Ünter: { type: "object", properties: { a: { $ref: "#/$defs/snake_case" } } },
    $dollar: {
      type: "object",
      properties: { "*/": { type: "string", pattern: "^.*/$", format: "*/", default: "*/\u2028" } },
    },
  };

  test("declare nothing but the types, each with exactly its properties", async () => {
    const text = await emit($defs, { entries: [{ name: "Held0", type: "Held0", direction: "request" }] });
    expect(declarationsOf(text)).toEqual([
      "interface Held0",
      "type Type0",
      "type Part0",
      "type snake_case",
      "type Ünter",
      "type $dollar",
    ]);
    expect(propertiesOf(text, "Held0")).toEqual(Object.keys(properties));
    expect(strictProblemsOf({ "types.d.ts": text })).toEqual([]);
    expect(declarationsOf(await formatted(Promise.resolve(text)))).toEqual(declarationsOf(text));
  });

  test("tell values apart to the last character", async () => {
    const use = `import type { Type0 } from "./types.js";\nexport const all = ${literalType(names)} satisfies Type0[];
      export const none: { [K in Exclude<Type0, (typeof all)[number]>]: 1 } = {};`;
    expect(strictProblemsOf({ "types.d.ts": await emit($defs), "use.ts": use })).toEqual([]);
  });

  test("a schema may be called like anything in a schema", async () => {
    const $defs: Definitions = {
      $ref: { $ref: "#/$defs/properties" },
      properties: { type: "string" },
      definitions: true,
    };
    expect(declarationsOf(await emit($defs))).toEqual(["type $ref", "type properties", "type definitions"]);
  });

  test("no file is opened", async () => {
    const $defs: Definitions = { T: { type: "string", $id: "file:///none", examples: [{ $ref: "./none.json" }] } };
    expect(await emit($defs)).toContain("export type T = string;");
  });

  test("no definitions, no text", async () => {
    expect(await emit({})).toBe("");
  });
});

describe("JSDoc", () => {
  test.each([
    { name: "no line is no comment", in: [], out: "" },
    { name: "one line", in: ["Buzz cost."], out: "/** Buzz cost. */\n" },
    { name: "several lines", in: ["One.", "", "@minimum 1"], out: "/**\n * One.\n *\n * @minimum 1\n */\n" },
    { name: "the end of a comment is harmless", in: ["a */ b", "*/"], out: "/**\n * a *\\/ b\n * *\\/\n */\n" },
    { name: "what ends a comment once a control is gone", in: ["*\u0000/"], out: "/** * / */\n" },
  ])("$name", (each) => {
    expect(jsDoc(each.in)).toBe(each.out);
  });

  test.each([
    { name: "line ends of all systems", in: "a\r\nb\rc\u2028d\n", out: ["a", "b", "c", "d"] },
    { name: "blank lines only between others", in: "\n\na\n \nb\n\n", out: ["a", "", "b"] },
    { name: "nothing", in: " \n", out: [] },
    { name: "prose has no tags", in: "@internal\nask @admin or a@b.c", out: ["\\@internal", "ask \\@admin or a@b.c"] },
    { name: "what cannot be seen", in: "a\u0007b\u202ec\u061cd\ud800", out: ["a b c d\ufffd"] },
    {
      name: "no tag behind what only TypeScript calls white space",
      in: "a\u200b@b\u0085@c",
      out: ["a\u200b\\@b \\@c"],
    },
    { name: "no tag inside a line", in: "see {@link b}", out: ["see {\\@link b}"] },
  ])("prose: $name", (each) => {
    expect(prose(each.in)).toEqual(each.out);
  });

  test.each([
    { name: "with a value", in: ["format", "uri"], out: "@format uri" },
    { name: "alone", in: ["deprecated"], out: "@deprecated" },
    { name: "on one line", in: ["pattern", "a\nb @c"], out: "@pattern a b \\@c" },
    { name: "with no other one behind a control", in: ["format", "a\u0001@b @"], out: "@format a \\@b \\@" },
  ] as const)("tag $name", (each) => {
    expect(tag(...(each.in as readonly [string, string?]))).toBe(each.out);
  });

  test("every tag a schema can have, and none that its words pretend", async () => {
    const all = {
      type: ["string", "number", "array", "object"],
      description: "@evil\n@worse",
      ...{
        format: "@f",
        default: "@d",
        minimum: 0,
        maximum: 1,
        exclusiveMinimum: 0,
        exclusiveMaximum: 1,
        multipleOf: 0.5,
      },
      ...{ minLength: 0, maxLength: 1, pattern: "^ @x", minItems: 0, maxItems: 1, uniqueItems: true },
      ...{
        minProperties: 0,
        maxProperties: 1,
        deprecated: true,
        readOnly: true,
        writeOnly: true,
        examples: [{ a: " @b" }, null],
      },
    };
    const expected =
      "format default minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern minItems maxItems uniqueItems minProperties maxProperties deprecated readonly writeonly example example";
    expect(tagsOf(await emit({ T: all as Definitions[string] }))).toEqual(expected.split(" "));
  });

  test.each(["StepReference", "Tagless"])("of a value are told where a %s may be in its place", async (reference) => {
    const text = await emit({
      T: {
        type: "object",
        properties: { a: { anyOf: [{ $ref: "#/$defs/U", minProperties: 2 }, { $ref: `#/$defs/${reference}` }] } },
      },
      U: { type: "object" },
      StepReference: { type: "object" },
      Tagless: { $ref: "#/$defs/StepReference", properties: { kind: false } },
    });
    expect(tagsOf(text)).toEqual(["minProperties"]);
  });

  test("a title stands only where it adds something", async () => {
    const text = await emit({
      StepInput: {
        title: "Step input",
        type: "object",
        properties: { url: { title: "Where to call", type: "string" } },
      },
      Both: { title: "Both of them", description: "The words.", type: "string", uniqueItems: false, deprecated: false },
    });
    expect(text).toBe(
      "export type StepInput = (object & {\n/** Where to call */\nurl?: string\n});\n\n/** The words. */\nexport type Both = string;\n",
    );
  });
});

describe("types and values", () => {
  const text = { type: "string" } as const;
  interface Case {
    readonly schema: Definitions[string];
    /** What it refers to. */
    readonly others?: Definitions;
    readonly valid: readonly Json[];
    /** What the type refuses, even of a value that is no literal. */
    readonly refused?: readonly Json[];
  }
  const any = true as const;
  const cases: readonly Case[] = [
    {
      schema: { type: "object", properties: { toString: text } },
      valid: [{}, { toString: "a" }, { other: 1, toString: "" }],
    },
    { schema: { type: "object", patternProperties: { "^a\\d": text } }, valid: [{ a1: "" }, { b: 1 }, {}] },
    {
      schema: { type: "object", properties: { b: { type: "number" } }, patternProperties: { "^a": text, "\\.$": any } },
      valid: [{ a: "" }, { b: 1 }, {}, { "c.": null }, { c: 1, a: "" }],
      refused: [{ a: 1 }, { b: 1, ab: 1 }],
    },
    {
      schema: {
        type: "object",
        patternProperties: { "\\$\\{`": text, "b.*": false },
        additionalProperties: { type: "number" },
      },
      valid: [{ "a${`": "" }, { a: 1 }, {}],
      refused: [{ "a${`": 1 }, { ab: 1 }, { a: true }],
    },
    {
      schema: { type: "object", properties: { ab: { type: "string" } }, patternProperties: { a: any, ab: text } },
      valid: [{ ab: "" }, { a: 1, abc: "" }],
    },
    {
      schema: {
        type: "object",
        patternProperties: { ".*": { type: ["string", "null"] }, "^a*": { type: ["string", "number"] } },
      },
      valid: [{ a: "" }, {}, { "b\nc": "" }],
      refused: [{ a: 1 }, { b: null }],
    },
    {
      schema: { type: "object", patternProperties: { "": text }, additionalProperties: false },
      valid: [{ a: "" }],
      refused: [{ a: 1 }],
    },
    {
      schema: { type: "object", patternProperties: { "^ab?": text, ".*yz*": { type: "number" } } },
      valid: [{ a: "", y: 1 }, { b: null }],
      refused: [{ ac: 1 }, { xy: "" }],
    },
    { schema: { type: "object", patternProperties: { "^a$": text, "^.b": text } }, valid: [{ a: "", "\nb": 1 }] },
    { schema: { type: "object", maxProperties: 0 }, valid: [{}], refused: [{ a: 1 }] },
    {
      schema: { type: "object", propertyNames: { enum: ["a", "b"] }, properties: { b: text, c: any } },
      valid: [{}, { a: 1 }, { a: 1, b: "" }],
      refused: [{ b: 1 }, { c: 1 }, { a: 1, c: 1 }],
    },
    {
      schema: { type: "object", propertyNames: { enum: ["a"] }, additionalProperties: { type: "number" } },
      valid: [{}, { a: 1 }],
      refused: [{ a: "" }],
    },
    {
      schema: { type: "object", oneOf: [{ required: ["a"] }, { required: ["b"], properties: { b: any } }] },
      valid: [{ a: 1 }, { b: 1 }, { b: 1, c: 1 }],
      refused: [{}, { a: 1, b: 1 }],
    },
    {
      schema: { type: "object", oneOf: [{ required: ["a"] }, { required: ["b"], properties: { b: text } }] },
      valid: [{ a: 1, b: 1 }, { b: "" }],
    },
    {
      schema: { type: "object", oneOf: [{ required: ["a"] }, { $ref: "#/$defs/B", minProperties: 3 }] },
      others: { B: { required: ["b"] } },
      valid: [
        { a: 1, b: 1 },
        { b: 1, c: 1, d: 1 },
      ],
    },
    {
      schema: { type: "object", oneOf: [{ required: ["a", "b"] }, { required: ["a", "c"] }, { required: ["d", "e"] }] },
      valid: [
        { a: 1, b: 1 },
        { a: 1, b: 1, d: 1 },
        { d: 1, e: 1, a: 1 },
      ],
      refused: [{ a: 1, b: 1, c: 1 }],
    },
    {
      schema: { type: "object", dependentRequired: { a: ["b"], c: ["d"] } },
      valid: [{}, { a: 1, b: 1 }, { b: 1 }, { a: 1, b: 1, c: 1, d: 1 }, { e: 1 }],
      refused: [{ a: 1 }, { c: 1 }, { a: 1, b: 1, c: 1 }],
    },
    { schema: { oneOf: [text, { type: ["string", "null"] }, { type: "number" }] }, valid: [null, 1], refused: [""] },
    {
      schema: { type: "object", properties: { a: text }, additionalProperties: { type: "number" } },
      valid: [{ a: "", b: 1 }, { b: 1 }],
    },
    { schema: { type: "object", additionalProperties: false }, valid: [{}] },
    {
      schema: { type: "array", prefixItems: [text, { type: "number" }] },
      valid: [[], ["a"], ["a", 1], ["a", 1, null]],
    },
    {
      schema: { type: "array", prefixItems: [text], items: { type: "number" }, minItems: 3 },
      valid: [
        ["a", 1, 2],
        ["a", 1, 2, 3],
      ],
    },
    { schema: { type: "array", items: false }, valid: [[]] },
    {
      schema: { type: "object", properties: { a: { const: -1 } }, required: ["a"], additionalProperties: true },
      valid: [{ a: -1, b: 1 }],
      refused: [{ a: 1 }],
    },
    { schema: { enum: [{ a: [1, {}] }, null, -1] }, valid: [{ a: [1, {}] }, null, -1] },
    { schema: { type: ["string", "null"], anyOf: [{ minLength: 2 }, { type: "null" }] }, valid: ["ab", null] },
    {
      schema: {
        allOf: [
          { type: "object", required: ["a"] },
          { type: "object", properties: { a: text }, minProperties: 1 },
        ],
      },
      valid: [{ a: "" }],
    },
    { schema: { type: ["integer", "object"], properties: { a: text }, not: { const: 1 } }, valid: [2, { a: "" }] },
  ];

  test("a negative constant may stand before an index signature", async () => {
    const schema = { type: "object", properties: { a: { const: -1 } }, additionalProperties: true } as const;
    const files = await formatFiles([["types.d.ts", await emit({ T: schema })]]);
    expect(files.get("types.d.ts")).toContain("  a?: -1;\n  [key: string]: unknown;\n");
  });

  test("a type takes what its schema takes, and refuses what it can", async () => {
    const files = await Promise.all(
      cases.map(async ({ schema, others = {}, valid, refused = [] }, index) => {
        const uses = [...valid, ...refused].map((value, at) => {
          const expected = at < valid.length ? "" : "// @ts-expect-error\n";
          return `declare const v${at}: ${literalType(value)};\n${expected}export const t${at}: T = v${at};`;
        });
        return [`case-${index}.ts`, [await emit({ T: schema, ...others }), ...uses].join("\n")] as const;
      }),
    );
    expect(strictProblemsOf(Object.fromEntries(files))).toEqual([]);
  });
});
