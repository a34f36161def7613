/**
 * The examples in the package's README: the canonical schemas and the model come in, lines of TypeScript go out. The tests
 * check their types and run them.
 */
import {
  isObject,
  propertyOf,
  type Definitions,
  type Json,
  type JsonObject,
  type Schema,
} from "../../json/json-schema.js";
import type { Entry, Steps, StepVariant, Workflow } from "../../model/model.js";
import type { FormatChecks } from "../../schema/reading/format-checks.js";
import { inputType } from "../input-type.js";
import { literal, memberAccess, propertyKey } from "../literal.js";
import { answerWithSteps, type StepList } from "./names.js";
import { samplesOf } from "../sample.js";
import { takesIn } from "../../schema/reading/takes.js";

/** What the example declares itself, and so cannot import. */
const declaredNames: ReadonlySet<string> = new Set([
  ...["request", "requestWith", "report"],
  ...["input", "options", "workflowOptions"],
]);

interface Example {
  /** The names to be imported. */
  readonly used: readonly string[];
  readonly types: readonly string[];
  readonly lines: readonly string[];
}

/** What the examples' values are made from, and what decides whether they are valid. */
export interface Schemas {
  /** As types see them. */
  readonly shown: Definitions;
  /** As validators do. */
  readonly asked: Definitions;
  readonly formats: FormatChecks;
}

/** A request made with the first step type that has a valid one, and an answer read; without steps only the answer. */
export function workedExample(schemas: Schemas, model: Workflow): readonly string[] {
  const examples = [
    ...(model.steps ? writing(model.steps, model.entries, schemas) : []),
    reading(model, schemas.shown),
  ];
  const used = new Set(examples.flatMap((example) => example.used));
  const types = new Set(examples.flatMap((example) => example.types));
  const from = literal(model.package.name);
  return [
    `import { ${[...used].sort().join(", ")} } from ${from};`,
    ...(types.size > 0 ? [`import type { ${[...types].sort().join(", ")} } from ${from};`] : []),
    ...examples.flatMap(({ lines }) => ["", ...lines]),
  ];
}

/** What a caught error tells, for the first entry. */
export function errorExample({ entries, package: { name } }: Workflow): readonly string[] {
  const parse = `parse${entries[0]?.name ?? ""}`;
  return [
    `import { ${parse}, ValidationError } from ${literal(name)};`,
    "",
    "try {",
    `  ${parse}(JSON.parse("[]"));`,
    "} catch (error) {",
    "  if (!(error instanceof ValidationError)) throw error;",
    "  for (const { pointer, message } of error.issues) console.error(pointer, message);",
    "}",
  ];
}

/** So many step types are tried, at most: those of a large schema are much alike. */
const mostTried = 8;

function writing(table: Steps, entries: readonly Entry[], schemas: Schemas): Example[] {
  const { variants, workflow } = table;
  const tried = variants.filter(({ factory }) => !declaredNames.has(factory)).slice(0, mostTried);
  const [first] = tried;
  if (first === undefined) return [];
  const requests = entries.filter(({ direction }) => direction !== "response");
  const guarded = requests.filter(({ type }) => type === workflow?.type).map(({ name }) => name);
  const { request, isValid } = requestOf(tried, first, table, guarded, schemas);
  const guards = guarded.map((name) => `is${name}`);
  const lines = [
    `const request = ${request.text};`,
    ...guards.map((isRequest) => `console.log(${isRequest}(request)); // ${isValid ? "true" : "whether it is valid"}`),
  ];
  return [
    {
      used: [request.factory, ...(workflow ? [workflow.name] : []), ...guards],
      types: request.missing.map(({ type }) => /^[\w$]+/.exec(type)?.[0] ?? type),
      lines:
        request.missing.length === 0
          ? ["// Plain data, ready for JSON.stringify.", ...lines]
          : functionOf(request.missing, lines),
    },
  ];
}

interface Request extends Call {
  /** That of its step. */
  readonly factory: string;
}

/**
 * A request of which every guard says that it is one, with as much as it may have. Where there is none, one that the first step
 * type begins, for values of the reader's own.
 */
function requestOf(
  tried: readonly StepVariant[],
  first: StepVariant,
  table: Steps,
  guarded: readonly string[],
  { shown, asked, formats }: Schemas,
): { readonly request: Request; readonly isValid: boolean } {
  const takes = takesIn(asked, formats);
  const samples = samplesOf(shown, takesIn(shown, formats));
  const types = new Set([...guarded, ...(table.workflow ? [table.workflow.type] : [])]);
  for (const variant of tried) {
    for (const extras of [3, 0]) {
      const request = requestWith(variant, table, shown, (schema) => samples(schema, extras));
      const { missing, value } = request;
      if (missing.length === 0 && [...types].every((type) => takes(asked[type] ?? true, value)))
        return { request, isValid: true };
    }
  }
  const sampled = requestWith(first, table, shown, (schema) => samples(schema, 3));
  const request = sampled.missing.length > 0 ? sampled : requestWith(first, table, shown, () => undefined);
  return { request, isValid: false };
}

function requestWith(variant: StepVariant, table: Steps, $defs: Definitions, sample: Sample): Request {
  const { workflow } = table;
  const step = stepCall(variant, table, $defs, sample);
  if (workflow === undefined) return { ...step, factory: variant.factory };
  const options = workflow.options && {
    ...workflow.options,
    name: "workflowOptions",
    schema: $defs[workflow.options.type],
  };
  const call = callOf(workflow.name, [options], sample, { key: workflow.stepsProperty, step });
  return { ...call, factory: variant.factory };
}

/** Where no value is sure to be valid, the reader's own come in. */
const functionOf = (missing: readonly Parameter[], lines: readonly string[]): readonly string[] => [
  "/** Plain data with values of your own, ready for JSON.stringify. */",
  `export function requestWith(${missing.map(({ name, type }) => `${name}: ${type}`).join(", ")}) {`,
  ...lines,
  "return request;",
  "}",
];

function stepCall(variant: StepVariant, steps: Steps, $defs: Definitions, sample: Sample): Call {
  const { factory, tag, type, input, options } = variant;
  const parameters = [
    input && {
      ...input,
      name: "input",
      key: steps.inputProperty,
      type: inputType(variant, steps),
      schema: propertyOf($defs[type], steps.inputProperty),
    },
    options && { ...options, name: "options", schema: $defs[options.type] },
  ];
  const { value, ...call } = callOf(factory, parameters, sample);
  return { ...call, value: { ...value, [steps.tag]: tag } };
}

type Sample = (schema: Schema | undefined) => Json | undefined;

interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly schema: Schema | undefined;
  /** The property that it becomes; without one its properties are those of what is made. */
  readonly key?: string;
}

interface Call {
  readonly text: string;
  /** What it makes of what is there. */
  readonly value: JsonObject;
  /** What is required and has no sample: the text has its name. */
  readonly missing: readonly Parameter[];
}

/** A call with a step in a list, if any, and a sample for each parameter. */
function callOf(
  name: string,
  parameters: readonly (Parameter | undefined)[],
  sample: Sample,
  list?: { readonly key: string; readonly step: Call },
): Call {
  const given = parameters.filter((each) => each !== undefined);
  const samples = given.map(({ schema, key, required }) => {
    const value = sample(schema);
    return key === undefined && !required && isEmpty(value) ? undefined : value;
  });
  const end = given.findLastIndex(({ required }, index) => required || samples[index] !== undefined) + 1;
  const texts = given.slice(0, end).map((parameter, index) => {
    const value = samples[index];
    if (value !== undefined) return literal(value);
    return parameter.required ? parameter.name : "undefined";
  });
  const members = given.flatMap(({ key }, index): (readonly [string, Json])[] => {
    const value = samples[index];
    if (value === undefined) return [];
    return key === undefined ? Object.entries(value as JsonObject) : [[key, value]];
  });
  return {
    text: `${name}(${[...(list ? [`[${list.step.text}]`] : []), ...texts].join(", ")})`,
    value: Object.fromEntries([...members, ...(list ? [[list.key, [list.step.value]] as const] : [])]),
    missing: [
      ...(list?.step.missing ?? []),
      ...given.filter(({ required }, index) => required && samples[index] === undefined),
    ],
  };
}

/** Options that say nothing need not be there. */
const isEmpty = (value: Json | undefined): boolean => isObject(value) && Object.keys(value).length === 0;

function reading(model: Workflow, $defs: Definitions): Example {
  const found = model.steps && answerWithSteps(model.steps, model.entries, $defs);
  const entry = found?.entry ?? model.entries[0];
  const safeParse = `safeParse${entry?.name ?? ""}`;
  const [used, answer] = found ? matching(found.steps) : [[], [`  return "it is valid";`]];
  return {
    used: ["formatIssues", safeParse, ...used],
    types: [],
    lines: [
      "/** Says what an answer holds, or what is wrong with it. */",
      "export function report(answer: unknown): string {",
      `  const result = ${safeParse}(answer);`,
      "  if (!result.success) return formatIssues(result.issues);",
      ...answer,
      "}",
    ],
  };
}

function matching({ property, isRequired, tag, firstTag }: StepList): [string[], string[]] {
  const steps = memberAccess("result.data", property);
  return [
    ["matchStep"],
    [
      `  const lines = ${isRequired ? steps : `(${steps} ?? [])`}.map((step) =>`,
      "    matchStep(step, {",
      `      ${propertyKey(firstTag)}: (step) => "a step of type " + ${memberAccess("step", tag)},`,
      `      _: () => "another step",`,
      "    }),",
      "  );",
      `  return lines.join("\\n");`,
    ],
  ];
}
