/**
 * The statement that adds an issue, for each error that AJV reports: where, which keyword, what was expected, what came.
 */
import type { ESTree } from "meriyah";
import { isName } from "../../runtime/message.js";
import { stepReference } from "../../schema/step-references.js";
import { literal } from "../literal.js";
import type { Depth } from "./depth.js";
import type { Describe } from "./describe.js";
import { expectation } from "./expectation.js";
import type { Text } from "./expressions.js";
import type { Branch, Choice, ProjectedSchema } from "./program.js";
import type { PathStep, Report } from "./report.js";
import type { Scope } from "./scope.js";

export interface IssueTools {
  readonly scope: Scope;
  readonly describe: Describe;
  readonly depth: Depth;
  readonly text: Text;
}

export type PathTools = Pick<IssueTools, "text" | "scope">;

/** All but the keyword are expressions. */
interface IssueTexts {
  readonly path: string;
  readonly keyword: string;
  readonly expected: string;
  /** What is said of the place; absent where it must be what is expected. */
  readonly says?: string;
}

export function issueLine(scope: Scope, { path, keyword, expected, says }: IssueTexts): string {
  const values = ["data", path, literal(keyword), expected, ...(says === undefined ? [] : [says])];
  return `${scope.runtime("report")}(drafts, ${values.join(", ")});`;
}

/** @param root the schema of the function that the report is in. */
export function reportLine(report: Report, root: ProjectedSchema, tools: IssueTools): string {
  const { scope, describe, depth, text } = tools;
  const { keyword } = report;
  const schemaPath = report.schemaPath();
  const schema = report.schema ?? schemaAt(root, schemaPath.slice(0, -1));
  const isReferable = keyword === "type" && schemaPath.at(-2) === "unlessReference";
  const expected = (): string =>
    literal(expectation(keyword, schema, describe) + (isReferable ? ` or a ${stepReference}` : ""));
  const add = (texts: Partial<IssueTexts>): string =>
    issueLine(scope, {
      path: pathText(report, tools),
      keyword,
      ...texts,
      expected: texts.expected ?? expected(),
    });

  switch (keyword) {
    case "additionalProperties":
      return add({
        expected: scope.list(Object.keys(schema?.properties ?? {})),
        says: literal("is not a known property"),
      });
    case "required": {
      const missing = literalParameter(report, "missingProperty");
      const wanted = describe.schema(schema?.properties?.[missing]) ?? "";
      return add({ path: pathText(report, tools, missing), expected: literal(wanted) });
    }
    case "dependentRequired": {
      const path = pathText(report, tools, literalParameter(report, "missingProperty"));
      const says = `is required because ${literal(literalParameter(report, "property"))} is present`;
      return add({ path, expected: literal(""), says: literal(says) });
    }
    case "enum":
      return add({ expected: scope.list(choicesIn(schema).map(({ value }) => value)) });
    case "propertyNames":
      return add({
        says: literal(`must have a name that is ${expectation(keyword, schema, describe)}`),
      });
    case "anyOf":
      return closestLine(schema?.anyOf);
    case "oneOf": {
      const several = add({ expected: literal(`${expectation(keyword, schema, describe)}, but not several at once`) });
      return `if (${text(parameter(report, "count"))} > 1) ${several} else ${closestLine(schema?.oneOf)}`;
    }
    default:
      return add({});
  }

  function closestLine(branches: readonly unknown[] | undefined): string {
    const called = (branches as readonly Branch[]).flatMap((each) => ("call" in each ? [each.call] : []));
    if (called.length === 0) return add({});
    const values = `${pathText(report, tools)}, ${literal(keyword)}, ${expected()}`;
    const collectors = called.map((target) => scope.collector(target)).join(", ");
    // Collectors of both kinds may stand in the list: one that does not count takes no notice.
    const [counted = ""] = called.map((target) => depth.argument(target, report.path().length)).filter(Boolean);
    return `${scope.runtime("closest")}(drafts, data, ${values}, [${collectors}]${counted});`;
  }
}

/** @param missing the name of a property that is not there, as the path's end. */
export function pathText(report: Report, { text, scope }: PathTools, missing?: string): string {
  const key = report.params().get("key");
  const steps = [...report.path(), ...(missing === undefined ? [] : [missing]), ...(key ? [{ key }] : [])];
  return `[${steps.map(stepText).join(", ")}]`;

  function stepText(step: PathStep): string {
    if (typeof step !== "object") return literalStep(step, scope);
    return "index" in step ? text(step.index) : nameText(text(step.key), scope);
  }
}

/** A name that may stand behind a dot goes as it is, so that nobody need look at it at run time. */
export const literalStep = (step: string | number, scope: Scope): string =>
  typeof step === "number" || isName(step) ? literal(step) : nameText(literal(step), scope);

const nameText = (key: string, scope: Scope): string => `${scope.runtime("propertyName")}(${key})`;

const choicesIn = (schema: ProjectedSchema | undefined): readonly Choice[] =>
  (schema?.enum ?? []) as readonly unknown[] as readonly Choice[];

/** The schema at a path of keywords and keys; undefined for `true` and `false`. */
function schemaAt(root: ProjectedSchema, path: readonly string[]): ProjectedSchema | undefined {
  const found = path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], root);
  return typeof found === "object" ? (found as ProjectedSchema) : undefined;
}

function parameter(report: Report, name: string): ESTree.Expression {
  const node = report.params().get(name);
  if (node === undefined) throw new Error(`AJV's ${report.keyword} gave no ${name}`);
  return node;
}

function literalParameter(report: Report, name: string): string {
  const node = parameter(report, name);
  if (node.type !== "Literal") throw new Error(`AJV's ${report.keyword} gave no literal ${name}`);
  return String(node.value);
}
