/**
 * The examples in the package's README: the canonical schemas and the model come in, lines of TypeScript go out. The tests
 * check their types and run them.
 */
import type { Definitions } from "../../json/json-schema.js";
import type { Entry, Steps, Workflow } from "../../model/model.js";
import { literal, memberAccess, propertyKey } from "../text/literal.js";
import { answerWithSteps, type StepList } from "./names.js";
import { sampleRequest, type Parameter, type Schemas } from "./sample-request.js";

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
  const { request, isValid } = sampleRequest(tried, first, table, guarded, schemas);
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

/** Where no value is sure to be valid, the reader's own come in. */
const functionOf = (missing: readonly Parameter[], lines: readonly string[]): readonly string[] => [
  "/** Plain data with values of your own, ready for JSON.stringify. */",
  `export function requestWith(${missing.map(({ name, type }) => `${name}: ${type}`).join(", ")}) {`,
  ...lines,
  "return request;",
  "}",
];

function reading(model: Workflow, $defs: Definitions): Example {
  const found = model.steps && answerWithSteps(model.steps, model.entries, $defs);
  const entry = found?.entry ?? model.entries[0];
  const safeParse = `safeParse${entry?.name ?? ""}`;
  // A package may have requests only.
  const [what, value] = entry?.direction === "request" ? ["a request", "value"] : ["an answer", "answer"];
  const [used, answer] = found ? matching(found.steps) : [[], [`  return "it is valid";`]];
  return {
    used: ["formatIssues", safeParse, ...used],
    types: [],
    lines: [
      `/** Says what ${what} holds, or what is wrong with it. */`,
      `export function report(${value}: unknown): string {`,
      `  const result = ${safeParse}(${value});`,
      "  if (!result.success) return formatIssues(result.issues);",
      ...answer,
      "}",
    ],
  };
}

function matching({ property, isAlways, tag, firstTag }: StepList): [string[], string[]] {
  const steps = memberAccess("result.data", property);
  return [
    ["matchStep"],
    [
      `  const lines = ${isAlways ? steps : `(${steps} ?? [])`}.map((step) =>`,
      "    matchStep(step, {",
      `      ${propertyKey(firstTag)}: (step) => "a step of type " + ${memberAccess("step", tag)},`,
      `      _: () => "another step",`,
      "    }),",
      "  );",
      `  return lines.join("\\n");`,
    ],
  ];
}
