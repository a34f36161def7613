/** The tables of the package's README: the canonical schema and the model come in, Markdown tables go out. */
import { propertyOf, type CanonicalSchema, type Schema, type SchemaObject } from "../../json/json-schema.js";
import type { Steps, StepVariant, Workflow, WorkflowFactory } from "../../model/model.js";
import { publicNames } from "../../model/public-names.js";
import { stepModule } from "../../model/step-module.js";
import { articleOf } from "../text/article.js";
import { directionWords } from "../text/direction-words.js";
import { everyValue } from "../text/every-value.js";
import { inputType } from "../steps/input-type.js";
import { literal } from "../text/literal.js";
import { code, inline, table } from "../text/markdown.js";
import { subpathsOf, type Subpath } from "../modules.js";
import { typeText } from "./type-text.js";

/**
 * Every property of an object type, in the schema's order; undefined where it has none.
 * @param types one type, or what is received and what is sent
 */
export function propertyTable({ $defs }: CanonicalSchema, types: readonly string[]): string | undefined {
  const bodies = types.map((type) => $defs[type]).filter((schema) => typeof schema === "object");
  const names = [...new Set(bodies.flatMap(({ properties = {} }) => Object.keys(properties)))];
  if (names.length === 0) return undefined;
  const rows = names.map((name) => {
    const schemas = bodies.filter((body) => isPresent(body, name)).map((body) => propertyOf(body, name));
    const type = [...new Set(schemas.map(typeText))].map(code).join(" / ");
    return [code(name), type, ...bodies.map((body) => presence(body, name)), words(schemas[0])];
  });
  return table(["Property", "Type", ...(bodies.length > 1 ? ["Received", "Sent"] : ["Presence"]), "Description"], rows);
}

const isPresent = ({ properties = {} }: SchemaObject, name: string): boolean =>
  Object.hasOwn(properties, name) && properties[name] !== false;

function presence(body: SchemaObject, name: string): string {
  if (!isPresent(body, name)) return "–";
  return body.required?.includes(name) ? "always" : "optional";
}

function words(schema: Schema | undefined): string {
  if (typeof schema !== "object") return "";
  const { description = "", format } = schema;
  return [inline(description), ...(format === undefined ? [] : [`Format ${code(format)}.`])].filter(Boolean).join(" ");
}

export function stepTable(steps: Steps): string {
  const isDescribed = steps.variants.some(({ description }) => description !== undefined);
  const rows = steps.variants.map((variant) => {
    const { tag, factory, input, options, type, description = "" } = variant;
    const parameters = [
      ...(input ? [inputParameter(inputType(variant, steps), variant)] : []),
      ...(options ? [parameter("options", options)] : []),
    ];
    const signature = code(`${factory}(${parameters.join(", ")})`);
    return [code(tag), signature, code(type), ...(isDescribed ? [inline(description)] : [])];
  });
  return table(["Step type", "Factory", "Returns", ...(isDescribed ? ["Description"] : [])], rows);
}

/** What must be followed by options cannot be left out. */
function inputParameter(type: string, { input, options }: StepVariant): string {
  const isOptional = input?.required !== true;
  if (isOptional && options?.required) return `input: ${type} | undefined`;
  return parameter("input", { type, required: !isOptional });
}

const parameter = (name: string, { type, required }: { readonly type: string; readonly required: boolean }): string =>
  `${name}${required ? "" : "?"}: ${type}`;

/** One line for each entry type that is no step's own: a large schema has hundreds of those. */
export function validatorTable({ entries }: Workflow): string {
  const both = new Set(entries.map(({ direction }) => direction)).size > 1;
  return table(
    ["Of", "Guard", "Throws", "Result", "Standard Schema"],
    entries
      .filter(({ module }) => module === undefined)
      .map(({ name, direction }) => [
        code(name) + (both ? ` (${directionWords[direction]})` : ""),
        ...Object.values(publicNames(name)).map(code),
      ]),
  );
}

/** One line for each public name but types, factories and validators. */
export function exportTable({ steps, constants }: Workflow): string {
  return table(
    ["Export", "What it does"],
    [
      ...(steps?.workflow ? [workflowRow(steps.workflow)] : []),
      ...(steps ? stepRows(steps) : []),
      ...constants.map((each) => [code(each.name), `${everyValue(each)}, frozen, in the schema's order.`]),
      [code("ValidationError"), `What ${code("parse…")} throws; its ${code("issues")} are a list of ${code("Issue")}.`],
      [code("formatIssues(issues)"), "The issues as one text, for a log or a terminal."],
    ],
  );
}

const workflowRow = ({ name, type, options }: WorkflowFactory): string[] => [
  code(`${name}(steps${options ? `, ${parameter("options", options)}` : ""})`),
  `Makes ${articleOf(type)} ${code(type)}: plain data without undefined properties.`,
];

const stepRows = ({ tag, variants, references }: Steps): string[][] => [
  [code(`isStep(step, ${literal(variants[0]?.tag ?? "")})`), `Narrows a step by its ${code(tag)}.`],
  [
    code("matchStep(step, handlers)"),
    `Calls the handler of the step's type; ${code("_")} takes every other step. A missing case does not compile.`,
  ],
  [code("UnhandledStepError"), `What ${code("matchStep")} throws for a step that no handler takes.`],
  ...(references
    ? [
        [
          code(`stepRef(step, ${references.made ? literal(`${references.made.output}.…`) : "path"})`),
          `A ${code(references.type)} to what another step will have made, for any value of an input.`,
        ],
        [code("UnnamedStepError"), `What ${code("stepRef")} throws for a step without a name.`],
      ]
    : []),
];

export function moduleTable(model: Workflow): string {
  const path = (name: string): string => code(`${model.package.name}/${name}`);
  const step = model.entries.find(({ module }) => module !== undefined)?.module;
  return table(
    ["Import", "Holds"],
    [
      ...subpathsOf(model).map((name) => [path(name), moduleWords[name]]),
      ...(step === undefined ? [] : [[path(stepModule(step)), "one step type's validators, and so for each of them"]]),
      [path("schema.json"), "the document it was all made from, corrections included"],
    ],
  );
}

const moduleWords: Readonly<Record<Subpath, string>> = {
  types: "every type, declarations only",
  constants: "the lists of enum values",
  steps: "the step factories and what tells steps apart",
  validators: "the validators and their errors",
  "json-schema": "the same Standard Schemas, which also convert to JSON Schema",
};
