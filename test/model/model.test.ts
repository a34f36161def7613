/**
 * A schema and a contract in; what the emitters will print, decided before any of them prints, out.
 */
import { describe, expect, test } from "vitest";
import type { Contract, ContractEntry, ContractSteps } from "#generator/contract.js";
import { declaredNames } from "#generator/emit/runtime/runtime-declarations.js";
import { runtimeModules } from "#generator/emit/runtime/runtime-modules.js";
import type { Json, JsonObject } from "#generator/json/json-schema.js";
import { buildModel } from "#generator/model/build-model.js";
import type { Workflow } from "#generator/model/model.js";
import { canonicalize } from "#generator/schema/canonicalize.js";
import { formats } from "#generator/schema/reading/formats.js";
import { annotatedIn, contextOf, told } from "../support/rules.js";

const text = { type: "string" } as const;
const contractPlace = "api/x.contract.json#";

function modelOf(schema: Json, contract: Partial<Contract> = {}): { model: Workflow; problems: readonly string[] } {
  const context = contextOf(schema, { contract });
  const model = buildModel(canonicalize(annotatedIn(context), context), context);
  return { model, problems: told(context.problems) };
}

describe("the package", () => {
  const cases: readonly {
    name: string;
    schema: Json;
    contract?: Partial<Contract>;
    title: string;
    description?: string;
  }[] = [
    {
      name: "is titled and described as the schema",
      schema: { title: "Orders", description: "All of them.", ...text },
      title: "Orders",
      description: "All of them.",
    },
    {
      name: "has the contract's command",
      schema: { title: "Orders", ...text },
      contract: { command: "npm run generate" },
      title: "Orders",
    },
    {
      name: "is titled and described as the OpenAPI document",
      schema: {
        openapi: "3.1.0",
        info: { title: "Orders", description: "All of them." },
        components: { schemas: { A: { title: "No", ...text } } },
      },
      contract: { entries: { A: { at: "#/components/schemas/A", direction: "request" } } },
      title: "Orders",
      description: "All of them.",
    },
    { name: "has its own name as its title where nobody says one", schema: { title: "", ...text }, title: "x" },
    {
      name: "has its own name as its title, and no description, where nobody could see them",
      schema: { title: " \u200b", description: "\0", ...text },
      title: "x",
    },
    { name: "has its own name as its title where the schema is true", schema: true, title: "x" },
  ];
  test.for(cases.map((each) => [each.name, each] as const))("%s", ([, { schema, contract, title, description }]) => {
    const { model, problems } = modelOf(schema, contract);
    expect(problems).toEqual([]);
    expect([model.title, model.description]).toEqual([title, description]);
    expect(model).toMatchObject({
      source: "x.schema.json",
      contract: "x.contract.json",
      package: { name: "x", version: "1.0.0" },
    });
    expect(model.command).toBe(contract?.command);
  });
});

describe("an entry", () => {
  const schema = {
    type: "object",
    properties: { id: { ...text, readOnly: true }, open: { $ref: "#/$defs/Open" }, shut: { $ref: "#/$defs/Shut" } },
    $defs: {
      Open: { type: "object", properties: { a: text } },
      Shut: { type: "object", properties: { a: text }, additionalProperties: false },
    },
  } as const;
  const at = (pointer: string, direction: "request" | "response" | "both"): Contract["entries"][string] => ({
    at: pointer,
    direction,
  });

  test("of both directions is two, the answer first", () => {
    expect(modelOf(schema, { entries: { Root: at("#", "both") } }).model.entries).toEqual([
      { name: "Root", type: "Root", direction: "response" },
      { name: "RootRequest", type: "RootRequest", direction: "request" },
    ]);
  });

  test("that is the same both ways is one, and one of one direction has the plain name", () => {
    const entries = { Root: at("#", "request"), Open: at("#/$defs/Open", "both") };
    expect(modelOf(schema, { entries }).model.entries).toEqual([
      { name: "Root", type: "Root", direction: "request" },
      { name: "Open", type: "Open", direction: "both" },
    ]);
  });

  test("that differs for validators only shares a type", () => {
    expect(modelOf(schema, { entries: { Shut: at("#/$defs/Shut", "both") } }).model.entries).toEqual([
      { name: "Shut", type: "Shut", direction: "response" },
      { name: "ShutRequest", type: "Shut", direction: "request" },
    ]);
  });
});

describe("a callback", () => {
  const schema = {
    type: "object",
    properties: { id: { ...text, readOnly: true }, notice: { $ref: "#/$defs/Notice" } },
    $defs: { Notice: { type: "object", properties: { secret: { ...text, writeOnly: true } } } },
  } as const;
  const entries: Contract["entries"] = {
    Root: { at: "#", direction: "both" },
    Notice: { at: "#/$defs/Notice", direction: "both" },
  };

  test("carries the entry that the contract names, as the server writes it", () => {
    expect(modelOf(schema, { entries, callback: "Notice" }).model.callback).toEqual({
      name: "Notice",
      type: "Notice",
      direction: "response",
    });
    const plainNames = "request";
    expect(modelOf(schema, { entries, plainNames, callback: "Notice" }).model.callback?.name).toBe("NoticeResponse");
  });

  test("is left to the reader of the model where the contract names none", () => {
    expect(modelOf(schema, { entries }).model.callback).toBeUndefined();
  });
});

describe("a constant", () => {
  const level = { enum: ["low", "high"] };
  const schema = {
    type: "object",
    properties: {
      status: { enum: ["done", null, "open"] },
      code: { enum: [1, 2] },
      some: { enum: ["all", 1] },
      word: text,
      level: { $ref: "#/$defs/Level", description: "How urgent it is." },
      urgent: { $ref: "#/$defs/Level", enum: ["high", "odd"] },
      worded: { allOf: [{ $ref: "#/$defs/Level" }], description: "How urgent it is." },
      only: { const: "high", ...level },
      never: { ...text, enum: ["low", null, 1] },
    },
    $defs: { Level: level, Unused: level },
  };
  const one = (type: string, values: readonly string[], more = {}) => [{ name: "ALL", type, values, ...more }];
  const isNullable = true;

  test.for([
    [
      "lists the strings of an enum, in the schema's order",
      "#/properties/status",
      one("State", ["done", "open"], { isNullable }),
    ],
    ["may be pointed at where the enum is used", "#/properties/level", one("Level", level.enum)],
    ["may be of an enum that nothing uses", "#/$defs/Unused", one("Unused", level.enum)],
    ["may be pointed at where OpenAPI 3.0 refers to it with words", "#/properties/worded", one("Worded", level.enum)],
    ["has what is left of an enum that is referred to", "#/properties/urgent", one("Urgent", ["high"])],
    ["has what a `const` leaves of an enum", "#/properties/only", one("Only", ["high"])],
    ["has what the type leaves of an enum", "#/properties/never", one("Never", ["low"])],
  ] as const)("%s", ([, pointer, expected]) => {
    const contract = { constants: { ALL: pointer }, names: { "#/properties/status": "State" } };
    expect(modelOf(schema, contract)).toMatchObject({ model: { constants: expected }, problems: [] });
  });

  test.for([
    ["in place", "common.json#/properties/size", one("CommonSize", ["s", "m"])],
    ["that nothing refers to", "common.json#/$defs/Unused", one("Unused", level.enum)],
  ] as const)("may be of an enum of another file, %s", ([, pointer, expected]) => {
    const files = {
      "common.json": { type: "object", properties: { size: { enum: ["s", "m"] } }, $defs: { Unused: level } },
    };
    const context = contextOf({ $ref: "common.json" }, { contract: { constants: { ALL: pointer } }, files });
    expect(buildModel(canonicalize(annotatedIn(context), context), context).constants).toEqual(expected);
    expect(context.problems).toEqual([]);
  });

  test("is none in a file that is data", () => {
    const setting = { contract: { constants: { ALL: "data.json#" } }, files: { "data.json": { enum: 1 } } };
    const context = contextOf({ const: { $ref: "data.json" } }, setting);
    buildModel(canonicalize(annotatedIn(context), context), context);
    expect(told(context.problems)).toEqual([`SW113 ${contractPlace}/constants/ALL data.json# is no enum of strings`]);
  });

  test("of an enum in place makes a type of it, which is named after the place", () => {
    const { model } = modelOf(schema, { constants: { ALL: "#/properties/status" } });
    expect(model.constants).toEqual(one("Status", ["done", "open"], { isNullable }));
  });

  test.for([
    ["numbers", "#/properties/code"],
    ["strings and numbers", "#/properties/some"],
    ["no enum", "#/properties/word"],
  ] as const)("of %s is told", ([, pointer]) => {
    expect(modelOf(schema, { constants: { ODD: pointer } }).problems).toEqual([
      `SW113 ${contractPlace}/constants/ODD ${pointer} is no enum of strings`,
    ]);
  });
});

describe("steps", () => {
  const steps: ContractSteps = { of: "Root", at: "#/$defs/Task", tag: "kind", input: "input", unknownTags: "reject" };
  const contract = (more: Partial<ContractSteps> = {}, rest: Partial<Contract> = {}): Partial<Contract> => ({
    entries: { Root: { at: "#", direction: "both" }, Task: { at: "#/$defs/Task", direction: "both" } },
    steps: { ...steps, ...more },
    names: { "#/$defs/Task/properties/kind": "StepKind", "#/$defs/Task/properties/input": "StepInput" },
    ...rest,
  });
  const schemaWith = (step: JsonObject, root: JsonObject = {}, $defs: JsonObject = {}): Json => ({
    type: "object",
    required: ["steps"],
    properties: { steps: { type: "array", items: { $ref: "#/$defs/Task" } }, ...root },
    $defs: { Task: { description: "A step.", type: "object", required: ["kind", "input"], ...step }, ...$defs },
  });
  const at = (pointer: string, direction: ContractEntry["direction"]): ContractEntry => ({ at: pointer, direction });
  const doneUnion = { oneOf: [{ $ref: "#/$defs/DoneA" }, { $ref: "#/$defs/DoneB" }] };
  /** Two answered steps that a property tells apart. */
  const answered = (tag: string, [a, b]: readonly [Json, Json] = ["a", "b"]): JsonObject => ({
    DoneA: { type: "object", required: [tag], properties: { [tag]: { const: a } } },
    DoneB: { type: "object", required: [tag], properties: { [tag]: { const: b } } },
  });
  const input = { type: "object", properties: { prompt: text } };
  const plain = { properties: { kind: { enum: ["a-b", "tts"] }, input, name: text } };

  test("have a variant a tag, with its factory, its input, its options and its words", () => {
    expect(modelOf(schemaWith(plain), contract())).toMatchObject({
      problems: [],
      model: {
        steps: {
          tag: "kind",
          inputProperty: "input",
          tagType: "StepKind",
          unions: [{ name: "Task", direction: "both" }],
          variants: [
            {
              tag: "a-b",
              factory: "aB",
              type: "ABStep",
              input: { type: "StepInput", required: true },
              options: { type: "StepOptions", required: false },
              description: "A step.",
            },
            {
              tag: "tts",
              factory: "tts",
              type: "TtsStep",
              input: { type: "StepInput", required: true },
              options: { type: "StepOptions", required: false },
              description: "A step.",
            },
          ],
          workflow: { name: "workflow", type: "Root", stepsProperty: "steps", stepType: "Task" },
        },
      },
    });
  });

  test("are returned as they are sent, and typed as both where these differ", () => {
    const differing = { properties: { ...plain.properties, status: { ...text, readOnly: true } } };
    const { model } = modelOf(schemaWith(differing, { tags: text }), contract());
    expect(model.steps?.unions).toEqual([
      { name: "Task", direction: "response" },
      { name: "TaskRequest", direction: "request" },
    ]);
    expect(model.steps?.variants.map(({ type }) => type)).toEqual(["ABStepRequest", "TtsStepRequest"]);
    expect(model.steps?.workflow).toEqual({
      name: "workflow",
      type: "RootRequest",
      stepsProperty: "steps",
      stepType: "TaskRequest",
      options: { type: "RootOptions", required: false },
    });
  });

  test("say which variant a step without a tag is", () => {
    const untagged = { required: [], properties: plain.properties };
    const { model } = modelOf(schemaWith(untagged), contract({}, { requireInRequest: { "#/$defs/Task": ["kind"] } }));
    expect(model.steps?.unions).toEqual([
      { name: "Task", direction: "response", untagged: "UntaggedStep" },
      { name: "TaskRequest", direction: "request" },
    ]);
  });

  test("that were answered may have other tags where the contract lets them pass", () => {
    const differing = { properties: { ...plain.properties, status: { ...text, readOnly: true } } };
    expect(modelOf(schemaWith(differing), contract({ unknownTags: "pass" })).model.steps?.unions).toEqual([
      { name: "Task", direction: "response", mayBeUnlisted: true },
      { name: "TaskRequest", direction: "request" },
    ]);
  });

  test("need no input, no options, and no list of them in a workflow that is only answered", () => {
    const bare = { required: ["kind"], properties: { kind: { enum: ["a"] } } };
    const entries: Contract["entries"] = {
      Root: { at: "#", direction: "response" },
      Task: { at: "#/$defs/Task", direction: "both" },
    };
    const { input: _, ...flat } = steps;
    const { model, problems } = modelOf(schemaWith(bare), contract({}, { entries, names: {}, steps: flat }));
    expect(problems).toEqual([]);
    expect(model.steps).toMatchObject({
      tagType: "StepType",
      variants: [{ tag: "a", factory: "a", type: "AStep", description: "A step." }],
    });
    expect(Object.keys(model.steps ?? {})).not.toContain("workflow");
    expect(Object.keys(model.steps?.variants[0] ?? {})).toEqual(["tag", "factory", "type", "description"]);
  });

  test("have a type of all their tags whose name no other type has", () => {
    const branch = (tag: string): Json => ({
      type: "object",
      required: ["kind"],
      properties: { kind: { const: tag } },
    });
    const given = schemaWith({}) as { readonly properties: object; readonly $defs: object };
    const schema = {
      ...given,
      properties: { ...given.properties, other: { $ref: "#/$defs/StepType" } },
      $defs: {
        Task: { oneOf: [{ $ref: "#/$defs/A" }, { $ref: "#/$defs/B" }] },
        ...{ A: branch("a"), B: branch("b"), StepType: { enum: ["x", "y"] } },
      },
    };
    const { input: _, ...flat } = steps;
    expect(modelOf(schema as Json, contract({}, { names: {}, steps: flat })).model.steps?.tagType).toBe("StepType2");
  });

  test("whose tag a constant points at keep the name of its type", () => {
    const constants = { KINDS: "#/$defs/Task/properties/kind" };
    const { model } = modelOf(schemaWith(plain), contract({}, { names: {}, constants }));
    expect(model.steps?.tagType).toBe("StepType");
    expect(model.constants).toEqual([{ name: "KINDS", type: "StepType", values: ["a-b", "tts"] }]);
  });

  test("have the type of their tags that the contract names, whatever the tag is called", () => {
    const schema = schemaWith({ required: ["a/b"], properties: { "a/b": { enum: ["x"] } } });
    const names = { "#/$defs/Task/properties/a~1b": "StepKind" };
    expect(modelOf(schema, contract({ tag: "a/b" }, { names })).model.steps?.tagType).toBe("StepKind");
  });

  test("whose options are required say so", () => {
    const { model } = modelOf(schemaWith({ required: ["kind", "name"], properties: plain.properties }), contract());
    expect(model.steps?.variants[0]).toMatchObject({
      input: { type: "StepInput", required: false },
      options: { type: "StepOptions", required: true },
    });
  });

  test("that are sent only have references with any path: nobody says what they make", () => {
    const { model, problems } = modelOf(
      schemaWith(plain),
      contract({ stepReferences: true }, { entries: { Root: { at: "#", direction: "request" } } }),
    );
    expect([problems, model.steps?.references]).toEqual([[], { type: "StepReference" }]);
  });

  test("are answered as a union that stands in its place, without a name of its own", () => {
    const done = { type: "array", items: doneUnion };
    const { model, problems } = modelOf(
      schemaWith(plain, { done }, answered("kind")),
      contract({ answered: "#/properties/done/items" }),
    );
    expect(problems).toEqual([]);
    expect(model.steps?.unions).toContainEqual({ name: "DoneItem", direction: "response" });
  });

  test("are referred to by what they are answered with", () => {
    const made = { properties: { ...plain.properties, result: { ...text, readOnly: true } } };
    const { model, problems } = modelOf(schemaWith(made), contract({ stepReferences: true, output: "result" }));
    expect([problems, model.steps?.references]).toEqual([
      [],
      { type: "StepReference", made: { answered: "Task", output: "result" } },
    ]);
  });

  test("with an input that is no type of its own refer to it by its step", () => {
    const inline = { properties: { ...plain.properties, input: text } };
    const { model } = modelOf(schemaWith(inline), contract({}, { names: {} }));
    expect(model.steps?.variants[0]?.input).toEqual({ required: true });
  });

  test("have the factory names of the contract, a tag that every object inherits included", () => {
    const odd = { properties: { ...plain.properties, kind: { enum: ["a-b", "toString"] } } };
    const { model, problems } = modelOf(schemaWith(odd), contract({ factories: { "a-b": "other" } }));
    expect([problems, model.steps?.variants.map(({ factory }) => factory)]).toEqual([[], ["other", "toString"]]);
  });

  test("can each have validators in a module of their own", () => {
    const { model } = modelOf(
      schemaWith(plain),
      contract({ modules: true }, { entries: { Root: { at: "#", direction: "request" } } }),
    );
    expect(model.entries).toEqual([
      { name: "Root", type: "Root", direction: "request" },
      { name: "StepInput", type: "StepInput", direction: "request", module: "aB" },
      { name: "ABStep", type: "ABStep", direction: "request", module: "aB" },
      { name: "TtsStep", type: "TtsStep", direction: "request", module: "tts" },
    ]);
  });

  const wrong: readonly { name: string; schema: Json; contract: Partial<Contract>; problems: readonly string[] }[] = [
    {
      name: "that the contract gives the factory name of another are told there",
      schema: schemaWith(
        doneUnion,
        {},
        {
          DoneA: { type: "object", required: ["kind"], properties: { kind: { const: "a" }, input } },
          DoneB: { type: "object", required: ["kind"], properties: { kind: { const: "b" }, input } },
        },
      ),
      contract: contract({ factories: { b: "a" } }, { names: {} }),
      problems: [`SW142 ${contractPlace}/steps/factories/b two step types become the factory name "a": a, b`],
    },
    {
      name: "that the contract gives one factory name are told there, at the second",
      schema: schemaWith(
        doneUnion,
        {},
        {
          DoneA: { type: "object", required: ["kind"], properties: { kind: { const: "a" }, input } },
          DoneB: { type: "object", required: ["kind"], properties: { kind: { const: "b" }, input } },
        },
      ),
      contract: contract({ factories: { a: "make", b: "make" } }, { names: {} }),
      problems: [`SW142 ${contractPlace}/steps/factories/b two step types become the factory name "make": a, b`],
    },
    {
      name: "whose modules differ in nothing but letter case are told",
      schema: schemaWith(plain),
      contract: contract({ modules: true, factories: { "a-b": "TTS" } }, { names: {} }),
      problems: [
        `SW137 ${contractPlace}/steps/modules the modules validators/TTS.js and validators/tts.js are one file where letter case does not count, as on macOS and Windows`,
      ],
    },
    {
      name: "sent and answered that matchStep could not tell from the rest are told once",
      schema: schemaWith({ properties: { ...plain.properties, kind: { enum: ["a-b", "_"] } } }),
      contract: contract({}, { names: {} }),
      problems: [
        `SW243 api/x.schema.json#/$defs/Task/properties/kind a step has the tag _, which is matchStep's word for all other steps`,
      ],
    },
    {
      name: "only answered that matchStep could not tell from the rest are told",
      schema: schemaWith(
        doneUnion,
        {},
        {
          DoneA: { type: "object", required: ["kind"], properties: { kind: { const: "a" } } },
          DoneB: { type: "object", required: ["kind"], properties: { kind: { const: "_" } } },
        },
      ),
      contract: contract(
        {},
        {
          entries: { Root: { at: "#", direction: "response" } },
          names: {},
          steps: { of: "Root", at: "#/$defs/Task", tag: "kind", unknownTags: "reject" },
        },
      ),
      problems: [
        `SW243 api/x.schema.json#/$defs/DoneB/properties/kind a step has the tag _, which is matchStep's word for all other steps`,
      ],
    },
    {
      name: "named in the contract that are none are told",
      schema: schemaWith(plain),
      contract: contract({ factories: { "c/d": "cd" } }),
      problems: [`SW115 ${contractPlace}/steps/factories/c~1d c/d is no step type of the schema`],
    },
    {
      name: "with a factory name that no module can export are told",
      schema: schemaWith(plain),
      contract: contract({ factories: { tts: "delete" } }),
      problems: [`SW117 ${contractPlace}/steps/factories/tts delete cannot be a factory's name`],
    },
    {
      name: "that the workflow has no list of are told",
      schema: {
        type: "object",
        properties: { steps: text },
        $defs: { Task: { type: "object", required: ["kind"], ...plain } },
      },
      contract: contract(),
      problems: [`SW114 ${contractPlace}/steps/of Root has no list of steps`],
    },
    {
      name: "whose input is called otherwise are told",
      schema: schemaWith(plain),
      contract: contract({ input: "imput" }),
      problems: [`SW118 ${contractPlace}/steps/input no step type has a property imput`],
    },
    {
      name: "that the workflow does not reach are told, though another entry has them",
      schema: { type: "object", properties: {}, $defs: { Task: { type: "object", required: ["kind"], ...plain } } },
      contract: contract({}, { entries: { Root: at("#", "response"), Task: at("#/$defs/Task", "response") } }),
      problems: [`SW114 ${contractPlace}/steps/of Root has no list of steps`],
    },
    {
      name: "that nobody reaches are told",
      schema: { type: "object", properties: {}, $defs: { Task: { type: "object", required: ["kind"], ...plain } } },
      contract: contract({}, { entries: { Root: at("#", "both") }, names: {} }),
      problems: [`SW114 ${contractPlace}/steps/of Root has no list of steps`],
    },
    {
      name: "that are answered as no union are told",
      schema: schemaWith(plain, { done: { $ref: "#/$defs/Done" } }, { Done: { type: "object", ...plain } }),
      contract: contract({ answered: "#/$defs/Done" }),
      problems: [`SW125 ${contractPlace}/steps/answered #/$defs/Done is no union of steps that kind tells apart`],
    },
    {
      name: "that are answered as a union of another tag are told",
      schema: schemaWith(plain, { done: { $ref: "#/$defs/Done" } }, { ...answered("state"), Done: doneUnion }),
      contract: contract({ answered: "#/$defs/Done" }),
      problems: [`SW125 ${contractPlace}/steps/answered #/$defs/Done is no union of steps that kind tells apart`],
    },
    {
      name: "that are answered as a union of numbers are told",
      schema: schemaWith(plain, { done: { $ref: "#/$defs/Done" } }, { ...answered("kind", [1, 2]), Done: doneUnion }),
      contract: contract({ answered: "#/$defs/Done" }),
      problems: [`SW125 ${contractPlace}/steps/answered #/$defs/Done is no union of steps that kind tells apart`],
    },
    {
      name: "that no entry is answered with are told",
      schema: schemaWith(
        plain,
        { done: { $ref: "#/$defs/Done", writeOnly: true } },
        { ...answered("kind"), Done: doneUnion },
      ),
      contract: contract({ answered: "#/$defs/Done" }),
      problems: [`SW124 ${contractPlace}/steps/answered no entry that is answered reaches #/$defs/Done`],
    },
    {
      name: "that cannot be referred to, because they have no name, are told",
      schema: schemaWith({ properties: { kind: { enum: ["tts"] }, input, output: text } }),
      contract: contract({ stepReferences: true }),
      problems: [
        `SW126 ${contractPlace}/steps/stepReferences no step type has a property name, so no step can be referred to`,
      ],
    },
    {
      name: "whose output is called otherwise are told",
      schema: schemaWith({ properties: { ...plain.properties, output: text } }),
      contract: contract({ stepReferences: true, output: "outputs" }),
      problems: [`SW127 ${contractPlace}/steps/output no step that is answered has a property outputs`],
    },
    {
      name: "of whose output the contract says nothing, and the schema neither, are told",
      schema: schemaWith(plain),
      contract: contract({ stepReferences: true }),
      problems: [
        `SW128 ${contractPlace}/steps/stepReferences no step that is answered has a property output, so a reference takes any path`,
      ],
    },
    {
      name: "without references need no output",
      schema: schemaWith(plain),
      contract: contract({ output: "input" }),
      problems: [`SW129 ${contractPlace}/steps/output \`output\` says nothing without \`stepReferences\``],
    },
    {
      name: "whose factory has the name of a validator are told",
      schema: schemaWith({ properties: { kind: { enum: ["isRoot"] }, input } }),
      contract: contract(),
      problems: [
        `SW222 ${contractPlace}/steps/factories/isRoot the package would export isRoot twice: the factory of "isRoot", isRoot of the entry Root`,
      ],
    },
  ];
  test.for(wrong.map((each) => [each.name, each] as const))("%s", ([, { schema, contract, problems }]) => {
    expect(modelOf(schema, contract).problems).toEqual(problems);
  });
});

test("a schema without steps has none", () => {
  expect(Object.keys(modelOf(text).model)).not.toContain("steps");
});

test("every format that is checked has its function in the runtime", () => {
  const declared = new Set([...runtimeModules(".js").values()].flatMap(declaredNames));
  expect([...formats.values()].map(({ check }) => check).filter((check) => !declared.has(check))).toEqual([]);
});
