/**
 * The examples in the package's README: the canonical schema and the model come in, lines of TypeScript go out. The tests
 * check their types and run them.
 */
import { propertyOf, type CanonicalSchema, type Definitions, type Schema } from "../../json/json-schema.js";
import type { Entry, Steps, StepVariant, Workflow } from "../../model/model.js";
import { inputType } from "../input-type.js";
import { literal, memberAccess, propertyKey } from "../literal.js";
import { answerWithSteps, type StepList } from "./names.js";
import { sample } from "../sample.js";

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

/** A request made with the first step type that has a sample, and an answer read; without steps only the answer. */
export function workedExample({ $defs }: CanonicalSchema, model: Workflow): readonly string[] {
  const examples = [...(model.steps ? writing(model.steps, model.entries, $defs) : []), reading(model, $defs)];
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

function writing(table: Steps, entries: readonly Entry[], $defs: Definitions): Example[] {
  const { variants, workflow } = table;
  const steps = variants
    .filter(({ factory }) => !declaredNames.has(factory))
    .map((variant) => ({ name: variant.factory, ...stepCall(variant, table, $defs) }));
  const step = steps.find(({ missing }) => missing.length === 0) ?? steps[0];
  if (step === undefined) return [];
  const options = workflow?.options && {
    ...workflow.options,
    name: "workflowOptions",
    schema: $defs[workflow.options.type],
  };
  const call = workflow ? callOf(workflow.name, [step], [options], $defs) : step;
  const requests = entries.filter(({ direction }) => direction !== "response");
  const guards = requests.filter(({ type }) => type === workflow?.type).map(({ name }) => `is${name}`);
  const isWhole = call.missing.length === 0;
  const lines = [
    `const request = ${call.text};`,
    ...guards.map((isRequest) => `console.log(${isRequest}(request)); // ${isWhole ? "true" : "whether it is valid"}`),
  ];
  return [
    {
      used: [step.name, ...(workflow ? [workflow.name] : []), ...guards],
      types: call.missing.map(({ type }) => /^[\w$]+/.exec(type)?.[0] ?? type),
      lines: isWhole ? ["// Plain data, ready for JSON.stringify.", ...lines] : functionOf(call.missing, lines),
    },
  ];
}

/** Where no value is sure to be valid, the reader's own come in. */
const functionOf = (missing: readonly Parameter[], lines: readonly string[]): readonly string[] => [
  "/** Plain data with values of your own, ready for JSON.stringify. */",
  `export function requestWith(${missing.map(({ name, type }) => `${name}: ${type}`).join(", ")}) {`,
  ...lines,
  "return request;",
  "}",
];

function stepCall(variant: StepVariant, steps: Steps, $defs: Definitions): Call {
  const { factory, type, input, options } = variant;
  const parameters = [
    input && {
      ...input,
      name: "input",
      type: inputType(variant, steps),
      schema: propertyOf($defs[type], steps.inputProperty),
    },
    options && { ...options, name: "options", schema: $defs[options.type] },
  ];
  return callOf(factory, [], parameters, $defs);
}

interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly schema: Schema | undefined;
}

interface Call {
  readonly text: string;
  /** What is required and has no sample: the text has its name. */
  readonly missing: readonly Parameter[];
}

/** A call with a list of the steps, if any, and a sample for each parameter. */
function callOf(
  name: string,
  steps: readonly Call[],
  parameters: readonly (Parameter | undefined)[],
  $defs: Definitions,
): Call {
  const given = parameters.filter((each) => each !== undefined);
  const samples = given.map(({ schema }) => sample(schema, $defs, 3));
  const end = given.findLastIndex(({ required }, index) => required || samples[index] !== undefined) + 1;
  const texts = given.slice(0, end).map((parameter, index) => {
    const value = samples[index];
    if (value !== undefined) return literal(value);
    return parameter.required ? parameter.name : "undefined";
  });
  const list = steps.length === 0 ? [] : [`[${steps.map(({ text }) => text).join(", ")}]`];
  return {
    text: `${name}(${[...list, ...texts].join(", ")})`,
    missing: [
      ...steps.flatMap(({ missing }) => missing),
      ...given.filter(({ required }, index) => required && samples[index] === undefined),
    ],
  };
}

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
