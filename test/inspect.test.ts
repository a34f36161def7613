/**
 * What `stepwright inspect` prints: its whole text for three schemas.
 */
import { expect, test } from "vitest";
import { inspect } from "#generator/inspect/inspect.js";
import type { Json } from "#generator/json/json-schema.js";
import { load } from "#generator/load/load.js";
import { inputsOf } from "./support/inputs.js";

test("what is the same both ways is said to be both", () => {
  const step = (kind: string) => ({ type: "object", required: ["kind"], properties: { kind: { const: kind } } });
  const items = { oneOf: [step("a"), step("b")] };
  const schema = { title: "Flow", type: "object", properties: { steps: { type: "array", items } } };
  const at = "#/properties/steps/items";
  const { text } = inspect(
    inputsOf(schema, {
      contract: {
        entries: { Flow: { at: "#", direction: "both" } },
        steps: { of: "Flow", at, tag: "kind", unknownTags: "reject" },
      },
    }),
  );
  expect(text).toMatch(/^ {2}Flow +both +#/m);
  expect(text).toMatch(/^ {2}\w+ \(request and response\)$/m);
});

test("the Civitai workflow", async () => {
  const { text, diagnostics } = inspect(await load("schemas/civitai-workflow.contract.json"));
  expect(diagnostics).toEqual([]);
  expect(text).toBe(`\
Civitai Orchestration Workflow: 40 types

4 entry types
  Workflow             response  #                         schemas/civitai-workflow.schema.json:1:1
  WorkflowRequest      request   #                         schemas/civitai-workflow.schema.json:1:1
  WorkflowStep         response  #/properties/steps/items  schemas/civitai-workflow.schema.json:85:16
  WorkflowStepRequest  request   #/properties/steps/items  schemas/civitai-workflow.schema.json:85:16

12 step types, told apart by $type
  WorkflowStep (response); without $type UntaggedStep
  WorkflowStepRequest (request)
  workflow(steps, options?) makes WorkflowRequest

  step type    factory                       input
  imageGen     imageGen(input, options?)     StepInput
  videoGen     videoGen(input, options?)     StepInput
  audioGen     audioGen(input, options?)     StepInput
  textGen      textGen(input, options?)      StepInput
  transcribe   transcribe(input, options?)   StepInput
  tts          tts(input, options?)          StepInput
  music        music(input, options?)        StepInput
  upscale      upscale(input, options?)      StepInput
  interpolate  interpolate(input, options?)  StepInput
  training     training(input, options?)     StepInput
  comfy        comfy(input, options?)        StepInput
  moderation   moderation(input, options?)   StepInput

Where types and validators part; (+2): two more types have it from the same place of the schema
  the validators alone check
    type (an integer is a number): 11 places
      WorkflowCost.{base, total}, StepInput.{width, height, steps, seed, quantity}, JobBlob.{width, height, durationMs,
      nsfwLevel}
    format date-time: 3 places
      Workflow.{createdAt, startedAt, completedAt}
    format uri: 2 places
      Workflow.callbackUrl (+1), JobBlob.url
  the validators let pass, the types do not
    unknown properties (an object literal that has one does not compile): 7 places
      Workflow (+1), WorkflowCost, ImageGenStep (+24), Job, AdditionalNetwork, JobResult, JobBlob`);
});

test("tags level by level", () => {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const object = (own: object) => ({ type: "object", additionalProperties: false, ...own });
  const child = (parent: string, own: object) => ({ allOf: [ref(parent), object(own)] });
  const leaf = (parent: string) => child(parent, { properties: { seed: { type: "integer", format: "int32" } } });
  const branching = (tag: string, children: Readonly<Record<string, string>>, standard?: string) => ({
    ...(standard === undefined && { required: [tag] }),
    properties: { [tag]: { type: "string", ...(standard !== undefined && { default: standard }) } },
    discriminator: {
      propertyName: tag,
      mapping: Object.fromEntries(Object.entries(children).map(([value, name]) => [value, ref(name).$ref])),
    },
  });
  const model = (name: string, operations: readonly string[], standard?: string) => {
    const children = Object.fromEntries(operations.map((operation) => [operation, `${name}-${operation}`]));
    return {
      [name]: child("Flux2", branching("operation", children, standard)),
      ...Object.fromEntries(Object.values(children).map((each) => [each, leaf(name)])),
    };
  };
  const schemas = {
    Job: object({
      required: ["steps"],
      properties: {
        name: { type: "string", maxLength: 40, format: "slug" },
        steps: { type: "array", minItems: 1, items: ref("Step") },
      },
    }),
    Step: object(branching("$type", { imageGen: "ImageGenStep", echo: "EchoStep", "3D": "ThreeStep" })),
    ImageGenStep: child("Step", { required: ["input"], properties: { input: ref("ImageGenInput") } }),
    EchoStep: child("Step", { properties: { input: ref("EchoInput") } }),
    ThreeStep: child("Step", { required: ["size"], properties: { size: { type: "number" } } }),
    EchoInput: { type: "object", properties: { message: { type: "string", pattern: String.raw`^\S` } } },
    ImageGenInput: object(
      branching("engine", { flux2: "Flux2", sd: "Sd", "sd 1": "Sd", openai: "OpenAi", wan: "Wan", any: "Any" }),
    ),
    Flux2: child("ImageGenInput", branching("model", { klein: "Klein", dev: "Dev", pro: "Pro", ["max\u001b"]: "Max" })),
    ...model("Klein", ["createImage", "editImage"]),
    ...model("Dev", ["createImage", "editImage"]),
    ...model("Pro", ["createImage", "editImage"], "createImage"),
    Max: leaf("Flux2"),
    Wan: child("ImageGenInput", branching("version", { v2: "Wan2", v3: "Wan3" }, "v3")),
    Any: child("ImageGenInput", { ...branching("kind", { a: "AnyA" }), required: [] }),
    AnyA: leaf("Any"),
    Wan2: leaf("Wan"),
    Wan3: leaf("Wan"),
    Sd: leaf("ImageGenInput"),
    OpenAi: leaf("ImageGenInput"),
  };
  const schema = { openapi: "3.1.1", info: { title: "Jobs\u0007", version: "1" }, components: { schemas } };
  const steps = {
    of: "Job",
    at: "#/components/schemas/Step",
    tag: "$type",
    input: "input",
    unknownTags: "pass",
    modules: true,
  } as const;
  const { text, diagnostics } = inspect(
    inputsOf(schema as Json, {
      contract: { entries: { Job: { at: "#/components/schemas/Job", direction: "both" } }, steps },
    }),
  );
  expect(diagnostics.map(({ code }) => code)).toEqual(["SW208"]);
  expect(text).toBe(`\
Jobs\\u0007: 46 types

2 entry types
  Job         response  #/components/schemas/Job  made.schema.json:9:14
  JobRequest  request   #/components/schemas/Job  made.schema.json:9:14
  8 more in 3 modules, one a step type

3 step types, told apart by $type
  Step (response); without $type UntaggedStep
  StepRequest (request)
  workflow(steps, options?) makes JobRequest

  step type  factory          input
  imageGen   imageGen(input)  ImageGenInputRequest  13 leaves
    engine: flux2 →
      model: klein | dev → operation: createImage | editImage
      model: pro → operation: createImage (default) | editImage
      model: "max\\u001b"
    engine: sd | "sd 1" | openai
    engine: wan → version: v2 | v3 (default)
    engine: any → kind: a | (no tag)
  echo       echo(input?)     EchoInput
  3D         step3D(options)

Where types and validators part; (+2): two more types have it from the same place of the schema
  the validators alone check
    type (an integer is a number): 12 places
      Sd.seed, OpenAi.seed, Max.seed, Wan2.seed, Wan3Request.seed (+1), AnyA.seed, KleinCreateImage.seed,
      KleinEditImage.seed, DevCreateImage.seed, DevEditImage.seed, ProCreateImageRequest.seed (+1), ProEditImage.seed
    maxLength: 1 place
      Job.name (+1)
    pattern: 1 place
      EchoInput.message
    minItems (a tuple has a length, a list does not): 1 place
      Job.steps (+1)
    format int32: 12 places
      Sd.seed, OpenAi.seed, Max.seed, Wan2.seed, Wan3Request.seed (+1), AnyA.seed, KleinCreateImage.seed,
      KleinEditImage.seed, DevCreateImage.seed, DevEditImage.seed, ProCreateImageRequest.seed (+1), ProEditImage.seed
  the validators let pass, the types do not
    unknown properties (an object literal that has one does not compile): 25 places
      Job, ImageGenStep, EchoInput, EchoStep, ThreeStep, UntaggedStep, Sd, OpenAi, UntaggedImageGenInput, Max,
      UntaggedFlux2, Wan2, Wan3, UntaggedWan, AnyA, UntaggedAny, KleinCreateImage, KleinEditImage, UntaggedKlein,
      DevCreateImage, DevEditImage, UntaggedDev, ProCreateImage, ProEditImage, UntaggedPro
    tags that the schema does not list: 8 places
      Step, ImageGenInput, Flux2, Wan, Any, Klein, Dev, Pro
  nobody checks (annotations)
    format slug: 1 place
      Job.name (+1)`);
});

test("every keyword that a type loses, and nothing else", () => {
  const { text } = inspect(
    inputsOf(
      {
        type: "object",
        properties: {
          // Said by the type.
          tuple: { prefixItems: [{ type: "string" }, true], items: false, type: "array", minItems: 1, maxItems: 2 },
          never: { not: {} },
          exclusive: { oneOf: [{ type: "string" }, { type: "number" }, { enum: [null, false] }] },
          tagged: { oneOf: [{ $ref: "#/$defs/A" }, { $ref: "#/$defs/B" }] },
          limits: { type: ["string", "array"], minLength: 0, minItems: 0, uniqueItems: false },
          idle: {
            if: { type: "string" },
            contains: true,
            minContains: 0,
            dependentRequired: { a: [] },
            propertyNames: true,
          },
          map: { type: "object", additionalProperties: { type: "number" } },
          open: { type: "object", properties: { a: { type: "null" } }, additionalProperties: { description: "Any." } },
          same: { type: "object", properties: { a: { type: "number" } }, additionalProperties: { type: "number" } },
          either: {
            type: "object",
            properties: { a: true },
            additionalProperties: false,
            anyOf: [{ required: ["a"] }, {}],
          },
          literal: { type: "integer", enum: [1, 2] },
          // Not said.
          count: { type: ["integer", "null"], minimum: 0, exclusiveMaximum: 9, multipleOf: 3 },
          "a-b": { type: "number", maximum: 1, exclusiveMinimum: 0 },
          text: {
            type: "string",
            minLength: 1,
            maxLength: 3,
            pattern: "^a",
            format: "uuid",
            contentEncoding: "base64",
          },
          annotated: { type: "string", format: "binary", nullable: true },
          misplaced: { type: "integer", format: "date" },
          list: {
            type: "array",
            minItems: 1,
            maxItems: 3,
            uniqueItems: true,
            contains: { minLength: 7 },
            maxContains: 2,
          },
          places: { type: "array", prefixItems: [{ minLength: 1 }], items: { type: "string", maxLength: 1 } },
          mapped: {
            type: "object",
            properties: { a: { type: "string" } },
            additionalProperties: { type: "number", minimum: 1 },
            propertyNames: { maxLength: 3 },
            minProperties: 1,
            maxProperties: 3,
          },
          patterned: { type: "object", patternProperties: { "^x-\\d": { minLength: 2 } } },
          dependent: { type: "object", dependentRequired: { a: ["b"] }, dependentSchemas: { b: { required: ["c"] } } },
          both: { oneOf: [{ type: "string" }, { type: "string", minLength: 3 }] },
          overlap: { oneOf: [{ $ref: "#/$defs/A" }, { $ref: "#/$defs/Open" }] },
          not: { not: { const: "a" } },
          conditional: { if: { minLength: 9 }, then: { maxLength: 10 } },
          branches: { type: "string", anyOf: [{ pattern: "^a" }, { pattern: "^b" }] },
        },
        additionalProperties: false,
        $defs: {
          A: { type: "object", required: ["kind"], properties: { kind: { const: "a" } }, additionalProperties: false },
          B: { type: "object", required: ["kind"], properties: { kind: { const: "b" } }, additionalProperties: false },
          Open: { properties: { kind: { type: "string" } } },
        },
      },
      { contract: { entries: { Root: { at: "#", direction: "request" } } } },
    ),
  );
  expect(text).toBe(`\
made: 8 types

1 entry type
  Root  request  #  made.schema.json:1:1

no steps

Where types and validators part; (+2): two more types have it from the same place of the schema
  the validators alone check
    patternProperties (the index signature takes every name where a pattern is more than plain text): 1 place
      Root.patterned
    additionalProperties (the index signature takes the named properties' types too): 1 place
      RootMapped
    propertyNames (names that it lists are the properties of the type): 1 place
      RootMapped
    contains: 1 place
      Root.list
    oneOf (a value may be of two branches at once, unless one asks for nothing but a property): 2 places
      Root.{both, overlap}
    not (a type leaves out whole kinds and listed values): 1 place
      Root.not
    if (a type knows the two cases, not always which of them a value is in): 1 place
      Root.conditional
    dependentSchemas (a type says it of up to three properties, as far as it can say the schema): 1 place
      Root.dependent
    type (an integer is a number): 2 places
      Root.{count, misplaced}
    multipleOf: 1 place
      Root.count
    minimum: 2 places
      Root.count, RootMapped[*]
    maximum: 1 place
      Root["a-b"]
    exclusiveMinimum: 1 place
      Root["a-b"]
    exclusiveMaximum: 1 place
      Root.count
    minLength: 4 places
      Root.{text, places[0], patterned[/^x-\\d/], both}
    maxLength: 2 places
      Root.{text, places[]}
    pattern: 2 places
      Root.{text, branches}
    minItems (a tuple has a length, a list does not): 1 place
      Root.list
    maxItems (a tuple has a length, a list does not): 1 place
      Root.list
    uniqueItems: 1 place
      Root.list
    minProperties: 1 place
      RootMapped
    maxProperties (0 is an object without properties): 1 place
      RootMapped
    format uuid: 1 place
      Root.text
  the validators let pass, the types do not
    unknown properties (an object literal that has one does not compile): 1 place
      Open
  nobody checks (annotations)
    format binary: 1 place
      Root.annotated
    format date: 1 place
      Root.misplaced
    contentEncoding: 1 place
      Root.text
    nullable (no keyword of JSON Schema 2020-12): 1 place
      Root.annotated`);
});
