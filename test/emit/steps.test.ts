import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Steps, StepVariant } from "#generator/model/model.js";
import type { CanonicalSchema, Json, Schema } from "#generator/json/json-schema.js";
import { civitaiModel, civitaiSchema } from "../fixtures/civitai.js";
import { openEditor } from "../support/editor.js";
import { folderOf, stepsDeclaration, stepsModule } from "../support/emitted.js";
import { emittedPackage } from "../support/made-package.js";
import { expectDueErrors, stepPrograms } from "../support/step-programs.js";
import { strictProblemsOf } from "../support/strict-program.js";
import { markedPlaces, typeErrors, typeReports, type TypeScript } from "../support/type-check.js";

// Formatting and two compilers.
vi.setConfig({ testTimeout: 60_000 });

const { steps } = civitaiModel;

const importSteps = async (of: Steps) =>
  import(pathToFileURL(join(await folderOf({ "steps.js": await stepsModule(of) }), "steps.js")).href);

describe("steps.js", () => {
  test("has a factory a variant, thin over what they share", async () => {
    const text = await stepsModule(steps);
    expect(text).toContain(`export function imageGen(input, options) {
  return taggedStep("$type", "imageGen", { ...options, input });
}
`);
    expect(text).toContain(`export function workflow(steps, options) {
  return compact({ ...options, steps });
}
`);
    expect(text.match(/^export .*/gm)).toHaveLength(12 + 4);
    expect(text).not.toMatch(/^import|\brequire\(|\beval\(/m);
  });

  test("makes steps: tag, options, input, and nothing undefined", async () => {
    const { imageGen } = await importSteps(steps);
    const input = Object.freeze({ prompt: "a", seed: undefined, nested: Object.freeze({ gone: undefined }) });
    const step = imageGen(input, { name: "hero", $type: "videoGen", input: 1 });
    expect(JSON.stringify(step)).toBe('{"$type":"imageGen","name":"hero","input":{"prompt":"a","nested":{}}}');
    expect(imageGen({}, undefined)).toStrictEqual({ $type: "imageGen", input: {} });
  });

  test("makes workflows", async () => {
    const { imageGen, workflow } = await importSteps(steps);
    const request = workflow([imageGen({})], { tags: ["a"], callbackUrl: undefined, steps: [] });
    expect(request).toStrictEqual({ tags: ["a"], steps: [{ $type: "imageGen", input: {} }] });
  });

  test("tells steps apart by their own tag", async () => {
    const { imageGen, isStep, matchStep, UnhandledStepError } = await importSteps(steps);
    expect(isStep(imageGen({}), "imageGen")).toBe(true);
    expect(isStep(imageGen({}), "tts")).toBe(false);
    expect(isStep(Object.create(imageGen({})), "imageGen")).toBe(false);
    expect(isStep(null, "imageGen")).toBe(false);
    expect(matchStep(imageGen({ prompt: "a" }), { imageGen: (step: object) => step })).toEqual(
      imageGen({ prompt: "a" }),
    );
    expect(matchStep({ $type: "new" }, { imageGen: () => 1, _: () => 2 })).toBe(2);
    expect(() => matchStep({ $type: "toString" }, { imageGen: () => 1 })).toThrow(UnhandledStepError);
  });

  test("a step may have no input, and a factory the name of something shared", async () => {
    const bare: StepVariant = { tag: "ping", factory: "compact", type: "PingStep" };
    const { compact } = await importSteps({ ...steps, variants: [bare] });
    expect(compact()).toStrictEqual({ $type: "ping" });
  });
});

describe("hostile names", () => {
  const tags = [
    "__proto__",
    "constructor",
    "toString",
    "*/ alert(1) /*",
    "</script>",
    "\u2028\u202e",
    '"',
    "`${1}",
    "\ud800",
  ];
  const hostile = (tag: string, inputProperty = "input"): Steps => ({
    ...steps,
    tag,
    inputProperty,
    variants: tags.map((each, index) => ({ ...steps.variants[0]!, tag: each, factory: `step${index}` })),
  });

  test.each(["__proto__", "a-b", "*/", "\u2028", "constructor"])("%j as the tag's name", async (tag) => {
    const { isStep, matchStep, ...factories } = await importSteps(hostile(tag));
    tags.forEach((each, index) => {
      const step = factories[`step${index}`]({ a: 1 }, { name: "n" });
      expect(Object.entries(step)).toEqual(Object.entries({ [tag]: each, name: "n", input: { a: 1 } }));
      expect(isStep(step, each)).toBe(true);
      expect(matchStep(step, { [each]: () => "own", _: () => "rest" })).toBe("own");
      expect(matchStep(step, { _: () => "rest" })).toBe("rest");
    });
  });

  test.each(["__proto__", "in-put", "</script>"])("%j as the input's name", async (inputProperty) => {
    const { step0 } = await importSteps(hostile("$type", inputProperty));
    expect(Object.entries(step0({ a: 1 }))).toEqual([
      ["$type", "__proto__"],
      [inputProperty, { a: 1 }],
    ]);
  });

  test("nothing of them ends a comment, a line or a script element", async () => {
    for (const text of [await stepsModule(hostile("*/")), await stepsDeclaration(civitaiSchema, hostile("*/"))]) {
      expect(text).not.toMatch(/<\/script|[\u2028\u202e\ud800]/u);
    }
    const declaration = await stepsDeclaration(civitaiSchema, {
      ...steps,
      variants: [{ ...steps.variants[0]!, description: "*/ export declare const injected: 1; /*" }],
    });
    expect(declaration).not.toMatch(/^export declare const/m);
  });

  test.each(["a b", "class", "x(){}; function y"])("%j is no factory", async (factory) => {
    const wrong = { ...steps, variants: [{ ...steps.variants[0]!, factory }] };
    await expect(async () => stepsModule(wrong)).rejects.toThrow("is not an identifier");
    await expect(async () => stepsDeclaration(civitaiSchema, wrong)).rejects.toThrow("is not an identifier");
  });
});

describe("steps.d.ts", () => {
  const declarationOf = async (variant: Partial<StepVariant>, $defs: Readonly<Record<string, Schema>> = {}) => {
    const schema: CanonicalSchema = { ...civitaiSchema, $defs: { ...civitaiSchema.$defs, ...$defs } };
    const text = await stepsDeclaration(schema, { ...steps, variants: [{ ...steps.variants[0]!, ...variant }] });
    return /export declare function imageGen\(([^]*?)\): \w+;/
      .exec(text)?.[1]
      ?.replace(/\s+/g, " ")
      .replace(/,? $/, "")
      .trim();
  };

  test("gives each factory its words and its types", async () => {
    const [imageGen] = steps.variants;
    const text = await stepsDeclaration(civitaiSchema, {
      ...steps,
      variants: [{ ...imageGen!, description: "Paints.\n\n@see nothing" }],
    });
    expect(text).toContain(`
/**
 * Paints.
 *
 * \\@see nothing
 */
export declare function imageGen(
  input: Acceptable<StepInput> & PlainObject,
  options?: StepOptions,
): ImageGenStepRequest;
`);
  });

  test("a factory of a deprecated type of step is deprecated", async () => {
    const { ImageGenStepRequest = true, ...$defs } = civitaiSchema.$defs;
    const deprecated = { ...(ImageGenStepRequest as object), deprecated: true };
    const text = await stepsDeclaration(
      { ...civitaiSchema, $defs: { ...$defs, ImageGenStepRequest: deprecated } },
      steps,
    );
    expect(text.match(/@deprecated/g)).toHaveLength(1);
    expect(text).toContain(`
/**
 * A step of type "imageGen".
 * @deprecated
 */
export declare function imageGen(`);
  });

  const closed = { type: "object", properties: { a: { type: "string" } } } as const;
  const open = { ...closed, additionalProperties: true } as const;
  const discriminator = { propertyName: "a", mapping: { b: "#/$defs/Closed" } } as const;
  const given = { $ref: "#/$defs/Given" } as const;
  const nested = { $ref: "#/$defs/Nested" } as const;
  const Nested = { anyOf: [{ type: "string" }, { type: "array", items: nested }] } as const;

  test.each<[string, Schema, string]>([
    ["a closed input", closed, "Given"],
    ["an open input", open, "Acceptable<Given> & PlainObject"],
    ["a closed list of open ones", { type: "array", items: { $ref: "#/$defs/Open" } }, "Acceptable<Given>"],
    ["an open one in a property", { ...closed, properties: { a: { $ref: "#/$defs/Open" } } }, "Acceptable<Given>"],
    ["an open one in a union", { oneOf: [{ type: "string" }, { $ref: "#/$defs/Open" }] }, "Acceptable<Given>"],
    ["any object", { type: "object" }, "Acceptable<Given> & PlainObject"],
    ["an object of anything", { type: "object", additionalProperties: {} }, "Acceptable<Given> & PlainObject"],
    ["an object or a list", { type: ["object", "array"], additionalProperties: true }, "Acceptable<Given>"],
    ["a value of any kind", { contains: { $ref: "#/$defs/Open" } }, "Acceptable<[Given]>[0]"],
    ["an object of strings", { type: "object", additionalProperties: { type: "string" } }, "Given"],
    ["an empty closed object", { type: "object", additionalProperties: false }, "Given"],
    ["an object that its tag tells", { type: "object", oneOf: [{ $ref: "#/$defs/Closed" }], discriminator }, "Given"],
    // TypeScript would map the items of such a list for ever.
    ["an open one beside a list of such lists", { properties: { a: { $ref: "#/$defs/Open" }, b: nested } }, "Given"],
    [
      "an open one in lists of such objects",
      { ...open, properties: { a: { items: given } } },
      "Acceptable<Given> & PlainObject",
    ],
    ["a closed cycle", { ...closed, properties: { a: given } }, "Given"],
  ])("asks of %s no index signature", async (_, Given, expected) => {
    const step = { type: "object", properties: { input: { $ref: "#/$defs/Given" } } } as const;
    const parameters = await declarationOf(
      { input: { type: "Given", required: true } },
      { Given, Open: open, Closed: closed, Nested, ImageGenStepRequest: step },
    );
    expect(parameters).toBe(`input: ${expected}, options?: StepOptions`);
  });

  const input = { type: "AdditionalNetwork" } as const;
  const options = { type: "StepOptions" } as const;
  test.each<[Partial<StepVariant>, string]>([
    [
      { input: { ...input, required: false }, options: { ...options, required: false } },
      "input?: AdditionalNetwork, options?: StepOptions",
    ],
    [
      { input: { ...input, required: false }, options: { ...options, required: true } },
      "input: AdditionalNetwork | undefined, options: StepOptions",
    ],
    [
      { input: { ...input, required: true }, options: { ...options, required: true } },
      "input: AdditionalNetwork, options: StepOptions",
    ],
  ])("%j", async (variant, expected) => {
    const step = { type: "object", properties: { input: { $ref: "#/$defs/AdditionalNetwork" } } } as const;
    const parameters = await declarationOf(variant, { ImageGenStepRequest: step });
    expect(parameters).toBe(expected);
  });

  test("an input without a name is the step's property", async () => {
    const step = { type: "object", properties: { input: { type: "string" } } } as const;
    const parameters = await declarationOf({ input: { required: true } }, { ImageGenStepRequest: step });
    expect(parameters).toBe(`input: ImageGenStepRequest["input"], options?: StepOptions`);
  });

  test.each<[string, Schema]>([
    ["that says nothing of a kind", { contains: { type: "object" } }],
    ["of a union with anything", { anyOf: [{ type: "object", additionalProperties: true }, { minLength: 1 }] }],
  ])("an input %s takes null, and what nobody knows", async (_, input) => {
    const step = { type: "object", required: ["kind", "input"], properties: { kind: { const: "print" }, input } };
    const steps = { type: "array", items: { oneOf: [step] } };
    const emitted = await emittedPackage({ title: "Root", type: "object", properties: { steps } } as unknown as Json, {
      entries: { Root: { at: "#", direction: "request" } },
      steps: { of: "Root", at: "#/properties/steps/items", tag: "kind", unknownTags: "reject" },
    });
    const uses = 'import { print } from "./steps.js";\ndeclare const some: unknown;\nprint(null);\nprint(some);\n';
    const declarations = emitted.filter(([path]) => path.endsWith(".d.ts"));
    const problems = strictProblemsOf({ ...Object.fromEntries(declarations), "uses.ts": uses });
    expect(problems).toEqual([]);
  });

  test("types named like its own are imported under another name", async () => {
    const text = await stepsDeclaration(
      { ...civitaiSchema, $defs: { ...civitaiSchema.$defs, Handler: closed } },
      { ...steps, variants: [{ ...steps.variants[0]!, options: { type: "Handler", required: false } }] },
    );
    expect(text).toContain("Handler as Handler_,");
    expect(text).toContain("options?: Handler_,");
  });

  test("a schema that has no type of its tags gets one", async () => {
    const { StepType: _, ...$defs } = civitaiSchema.$defs;
    const text = await stepsDeclaration({ ...civitaiSchema, $defs }, steps);
    expect(text).toContain(`export type StepType = (WorkflowStep | WorkflowStepRequest)["$type"] & string;`);
    expect(text).not.toMatch(/^ {2}StepType,/m);
  });
});

describe("what a program may say", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await stepPrograms();
  });

  // The other compilers are asked by test:packed.
  test.each(["typescript-5.4", "typescript"] as const)("in %s", async (version) => {
    await expectDueErrors(folder, version);
  });

  test("an editor completes fields, handlers and tags, and shows the schema's words", () => {
    const { completions, words } = openEditor(
      folder,
      `import { imageGen, isStep, matchStep, workflow } from "./steps.js";
import type { WorkflowStepRequest } from "./types.js";
declare const request: WorkflowStepRequest;
`,
    );
    expect(completions("imageGen({ /**/ })")).toEqual(
      expect.arrayContaining(["engine", "model", "prompt", "width", "additionalNetworks"]),
    );
    expect(completions("imageGen({ additionalNetworks: [{ /**/ }] })")).toEqual(["air", "strength"]);
    expect(completions('imageGen({}, { "/**/" })')).toEqual(["name"]);
    expect(completions("matchStep(request, { /**/ })")).toEqual(expect.arrayContaining(["imageGen", "tts", "_"]));
    expect(completions('isStep(request, "/**/")')).toContain("moderation");
    expect(completions('workflow([{ $type: "tts", input: { /**/ } }])')).toContain("prompt");
    expect(words("imageGen({ /**/ })", "model")).toBe("AIR identifier.");
  });
});

describe("where answers may have tags that nobody listed", () => {
  const types = `
export interface Print { kind: "print"; sheets?: number }
export interface Fold { kind: "fold"; at: string }
export type Step = Print | Fold;
`;
  const sent = `
export interface PrintRequest { kind: "print" }
export type StepRequest = PrintRequest | Fold;
`;
  const same = "export type { Print as PrintRequest, Step as StepRequest };";
  const program = `
import { matchStep } from "./steps.js";
import type { Print, PrintRequest, Step, StepRequest } from "./types.js";
declare const answer: Step;
declare const request: StepRequest;
declare const print: Print;
declare const printed: PrintRequest;

const kinds: string = matchStep(answer, { print: ({ kind }) => kind, fold: ({ at }) => at, _: ({ kind }) => kind });
matchStep(request, { print: () => 1, fold: () => 2 });
matchStep(printed, { print: () => 1 });
matchStep(answer, /*!*/{ print: () => 1, fold: () => 2 });
matchStep(print, /*!*/{ print: () => 1 });
matchStep(request, /*!*/{ print: () => 1 });
export { kinds };
`;
  const unlisted = { name: "Step", direction: "response", mayBeUnlisted: true } as const;
  const problemsOf = async (version: TypeScript, unions: Steps["unions"], more: string, text: string) => {
    const { workflow: _, ...rest } = steps;
    const of: Steps = { ...rest, tag: "kind", tagType: "Kind", unions, variants: [] };
    const declaration = await stepsDeclaration({ ...civitaiSchema, $defs: {} }, of);
    const files = { "types.d.ts": types + more, "steps.d.ts": declaration, "steps.js": "", "program.ts": text };
    return (await typeErrors(version, await folderOf(files))).map((error) => error.replace(/ TS\d+$/, ""));
  };

  test.each(["typescript-5.4", "typescript"] as const)(
    "an answer needs `_`, a request does not, in %s",
    async (version) => {
      const unions = [unlisted, { name: "StepRequest", direction: "request" }] as const;
      expect(await problemsOf(version, unions, sent, program)).toEqual(markedPlaces("program.ts", program));
    },
  );

  test("each step needs it where both are one type", async () => {
    const marked = program.replaceAll(/(matchStep\((?:request|printed), )(?=\{)/g, "$1/*!*/");
    expect(await problemsOf("typescript", [unlisted], same, marked)).toEqual(markedPlaces("program.ts", marked));
  });
});

describe("where a step may leave its tag out for the default", () => {
  const types = `
export interface Print { kind?: "print" | null | undefined; sheets: number }
export interface Fold { kind: "fold"; at: string }
export type StepRequest = Print | Fold;
export interface Printed { kind: "print"; output?: { pages: string[] } }
export interface Folded { kind: "fold" }
export type Step = Printed | Folded;
export interface StepReference { $ref: string; path: string }
`;
  const program = `
import { isStep, matchStep, print, stepRef } from "./steps.js";
import type { StepRequest } from "./types.js";
declare const request: StepRequest;

const words: string = matchStep(request, { print: ({ kind, sheets }) => kind + sheets, fold: ({ at }) => at, _: () => "" });
matchStep(request, { print: (step) => step.kind satisfies "print", _: (step) => step.kind satisfies "print" | "fold" | null | undefined });
if (isStep(request, "print")) request.kind satisfies "print";
else request satisfies StepRequest;
matchStep(print(), { print: ({ kind }) => kind });
stepRef(print(), "output.pages[0]");
if ("sheets" in request) stepRef(request, "output.pages");
matchStep(request, /*!*/{ print: () => 1, fold: () => 2 });
matchStep(request, { print: () => 1, /*!*/other: () => 2, _: () => 3 });
stepRef(print(), /*!*/"output.page");
export { words };
`;

  test.each(["typescript-5.4", "typescript"] as const)("it is told by the tag all the same, in %s", async (version) => {
    const sent = {
      name: "StepRequest",
      direction: "request",
      untagged: "Print",
      default: { isNullable: true },
    } as const;
    const { workflow: _, ...rest } = steps;
    const declaration = await stepsDeclaration(
      { ...civitaiSchema, $defs: {} },
      {
        ...rest,
        tag: "kind",
        tagType: "Kind",
        unions: [{ name: "Step", direction: "response" }, sent],
        variants: [{ tag: "print", factory: "print", type: "Print" }],
        references: { type: "StepReference", made: { answered: "Step", output: "output" } },
      },
    );
    const files = { "types.d.ts": types, "steps.d.ts": declaration, "steps.js": "", "program.ts": program };
    const folder = await folderOf(files);
    const errors = await typeErrors(version, folder);
    expect(errors.map((error) => error.replace(/ TS\d+$/, ""))).toEqual(markedPlaces("program.ts", program));
    const loose = { strict: false, target: "es2022", module: "nodenext", types: [], noEmit: true };
    const reports = await typeReports(version, folder, loose);
    expect(reports.filter(({ file }) => file !== "program.ts")).toEqual([]);
  });
});
