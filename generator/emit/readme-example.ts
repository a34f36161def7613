/**
 * The examples in the package's README: the canonical schema and the model come in, lines of TypeScript go out. The tests
 * check their types and run them.
 */
import type { Entry, Steps, StepVariant, Workflow } from "../model/model.js";
import { propertyOf, type CanonicalSchema, type Definitions, type Schema } from "../schema/json-schema.js";
import { literal, memberAccess, propertyKey } from "./literal.js";
import { answerWithSteps, type StepList } from "./readme-names.js";
import { sample } from "./sample.js";

/** What the example declares itself, and so cannot import. */
const declaredNames: ReadonlySet<string> = new Set(["request", "report"]);

interface Example {
  /** The names to be imported. */
  readonly used: readonly string[];
  readonly lines: readonly string[];
}

/** A request made with the first step type that has a sample, and an answer read; without steps only the answer. */
export function workedExample({ $defs }: CanonicalSchema, model: Workflow): readonly string[] {
  const examples = [...(model.steps ? writing(model.steps, model.entries, $defs) : []), reading(model, $defs)];
  const used = new Set(examples.flatMap((example) => example.used));
  return [
    `import { ${[...used].sort().join(", ")} } from ${literal(model.package.name)};`,
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

function writing(
  { variants, workflow, inputProperty }: Steps,
  entries: readonly Entry[],
  $defs: Definitions,
): Example[] {
  const calls = variants
    .filter(({ factory }) => !declaredNames.has(factory))
    .map((variant) => ({ name: variant.factory, text: stepCall(variant, inputProperty, $defs) }));
  const step = calls.find(({ text }) => text !== undefined);
  if (step?.text === undefined) return [];
  const options = workflow?.options && { ...workflow.options, schema: $defs[workflow.options.type] };
  const call = workflow ? callText(workflow.name, [`[${step.text}]`], [options], $defs) : step.text;
  if (call === undefined) return [];
  const requests = entries.filter(({ direction }) => direction === "request");
  const guards = requests.filter(({ type }) => type === workflow?.type).map(({ name }) => `is${name}`);
  return [
    {
      used: [step.name, ...(workflow ? [workflow.name] : []), ...guards],
      lines: [
        "// Plain data, ready for JSON.stringify.",
        `const request = ${call};`,
        ...guards.map((isRequest) => `console.log(${isRequest}(request)); // true`),
      ],
    },
  ];
}

function stepCall(
  { factory, type, input, options }: StepVariant,
  inputProperty: string,
  $defs: Definitions,
): string | undefined {
  const parameters = [
    input && { ...input, schema: propertyOf($defs[type], inputProperty) },
    options && { ...options, schema: $defs[options.type] },
  ];
  return callText(factory, [], parameters, $defs);
}

interface Parameter {
  readonly required: boolean;
  readonly schema: Schema | undefined;
}

/** A call with a sample for each parameter; undefined where a required one has none. */
function callText(
  name: string,
  before: readonly string[],
  parameters: readonly (Parameter | undefined)[],
  $defs: Definitions,
): string | undefined {
  const given = parameters.filter((each) => each !== undefined);
  const samples = given.map(({ schema }) => sample(schema, $defs, 3));
  if (given.some(({ required }, index) => required && samples[index] === undefined)) return undefined;
  const end = samples.findLastIndex((value) => value !== undefined) + 1;
  const texts = samples.slice(0, end).map((value) => (value === undefined ? "undefined" : literal(value)));
  return `${name}(${[...before, ...texts].join(", ")})`;
}

function reading(model: Workflow, $defs: Definitions): Example {
  const found = model.steps && answerWithSteps(model.steps, model.entries, $defs);
  const entry = found?.entry ?? model.entries[0];
  const safeParse = `safeParse${entry?.name ?? ""}`;
  const [used, answer] = found ? matching(found.steps) : [[], [`  return "it is valid";`]];
  return {
    used: ["formatIssues", safeParse, ...used],
    lines: [
      "/** Says what an answer holds, or everything that is wrong with it. */",
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
