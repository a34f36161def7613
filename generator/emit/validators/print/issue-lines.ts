/**
 * The statement that adds an issue, for each error that AJV reports: where, which keyword, what was expected, what came.
 */
import type { ESTree } from "meriyah";
import { propertyOf } from "../../../json/json-schema.js";
import { isOfAnotherKind } from "../../../runtime/or-reference.js";
import { stepReference } from "../../../schema/step-references/step-references.js";
import { literal } from "../../text/literal.js";
import { collectorCall } from "./collector-call.js";
import type { Depth } from "./depth.js";
import type { Describe } from "../phrases/describe.js";
import { expectation, singleBranches } from "../phrases/expectation.js";
import type { ExpressionText } from "../ajv/expressions.js";
import { functionsByKind, type ByKind } from "../program/branch-kinds.js";
import type { Branch, Choice, ProjectedSchema } from "../program/program.js";
import type { Report } from "../checks/report.js";
import type { Scope } from "./scope.js";
import { addText, keysOf, literalKey, spotted, type Key, type Spot } from "./spots.js";

interface IssueTools {
  readonly scope: Scope;
  readonly describe: Describe;
  readonly depth: Depth;
  readonly text: ExpressionText;
}

/** The statement that keeps what an expression finds. */
export const keep = (expression: string): string => `found = ${expression};`;

/**
 * A call that adds one issue.
 * @param expected an expression.
 */
export const issueText = (scope: Scope, keyword: string, expected: string, { before, data, keys }: Spot): string =>
  `${scope.runtime("report")}(${[before, "max", literal(keyword), expected, data, ...keys].join(", ")})`;

/**
 * @param root the schema of the function that the report is in.
 * @throws Error for a keyword without words, and where AJV does not say what its message needs.
 */
export function reportLine(report: Report, root: ProjectedSchema, tools: IssueTools): string {
  const { scope, describe, depth, text } = tools;
  const { keyword } = report;
  const schemaPath = report.schemaPath();
  const schema = report.schema ?? schemaAt(root, schemaPath.slice(0, -1));
  const also = isReferable(report) && isOfAnotherKind(keyword) ? [`a ${stepReference}`] : [];
  const wanted = (more = ""): string => literal(expectation(keyword, schema, describe, also) + more);
  const issueAt = (expected: string, path: readonly Key[]): string =>
    spotted(path, scope, (spot) => issueText(scope, keyword, expected, spot));
  const issue = (expected = wanted(), path = keysOf(report, tools)): string => keep(issueAt(expected, path));
  const sized = (count: string): string =>
    `${wanted(" (it has ")} + ${scope.runtime(count)}(${text(report.data)}) + ")"`;
  const nameIssue = (expected: string, says: string, path = keysOf(report, tools)): string =>
    keep(
      spotted(path, scope, ({ before, keys }) => {
        const values = [before, "max", literal(keyword), expected, literal(says), ...keys];
        return `${scope.runtime("reportName")}(${values.join(", ")})`;
      }),
    );

  switch (keyword) {
    case "additionalProperties":
      return keep(
        spotted(keysOf(report, tools), scope, ({ before, data, keys }) => {
          const known = scope.list(Object.keys(schema?.properties ?? {}));
          return `${scope.runtime("reportUnknown")}(${[before, "max", known, data, ...keys].join(", ")})`;
        }),
      );
    case "required": {
      const missing = literalParameter(report, "missingProperty");
      const property = schema && propertyOf(schema, missing);
      const values = describe.values(property);
      const expected = values === undefined ? literal(describe.schema(property) ?? "") : scope.list(values);
      return issue(expected, [...keysOf(report, tools), literalKey(missing, scope)]);
    }
    case "dependentRequired": {
      const path = [...keysOf(report, tools), literalKey(literalParameter(report, "missingProperty"), scope)];
      const present = literal(literalParameter(report, "property"));
      return nameIssue(literal(""), `is required because ${present} is present`, path);
    }
    case "const":
    case "enum": {
      const isList = keyword === "enum";
      const values = isList
        ? scope.list(choicesIn(schema).map(({ value }) => value))
        : literal(expectation(keyword, schema, describe));
      if (also.length === 0) return issue(values);
      const found = issueText(scope, keyword, values, { before: "undefined", data: text(report.data), keys: [] });
      return keep(addText(`${scope.runtime("orReference")}(${found})`, keysOf(report, tools), scope));
    }
    // A long text is cut where it is told, and an object is told without its properties.
    case "maxLength":
      return issue(sized("codePoints"));
    case "minProperties":
    case "maxProperties":
      return issue(sized("propertyCount"));
    case "uniqueItems":
      return issue(`${scope.runtime("tellingDuplicates")}(${wanted()}, ${text(report.data)})`);
    case "propertyNames":
      return nameIssue(wanted(), `must have a name that is ${expectation(keyword, schema, describe)}`);
    case "anyOf":
      return closestLine(schema?.anyOf);
    case "oneOf": {
      if (!report.params().has("count")) return closestLine(schema?.oneOf);
      const isChoice = singleBranches(schema?.oneOf ?? []).length > 1;
      const several = issue(
        literal(expectation(keyword, schema, describe) + (isChoice ? ", but not several at once" : "")),
      );
      return `if (${text(parameter(report, "count"))} > 1) ${several} else ${closestLine(schema?.oneOf)}`;
    }
    default:
      return issue();
  }

  function closestLine(branches: readonly Branch[] = []): string {
    const called = branches.flatMap((each) => ("call" in each ? [each.call] : []));
    if (called.length === 0) return issue();
    const values = describe.values({ [keyword]: branches });
    if (values !== undefined) return issue(scope.list(values));
    const byKind = functionsByKind(branches);
    if (byKind !== undefined) return keep(ownIssues(byKind));
    const path = keysOf(report, tools);
    const collectors = `[${called.map((target) => scope.collector(target)).join(", ")}]`;
    // Collectors of both kinds may stand in the list: one that does not count takes no notice.
    const [counted = ""] = called.map((target) => depth.argument(target, report.path().length)).filter(Boolean);
    const inputs = [text(report.data), "max", literal(keyword), wanted(), collectors].join(", ");
    return keep(addText(`${scope.runtime("closest")}(${inputs}${counted})`, path, scope));
  }

  /** What the one branch says that a value of this kind can only be meant for. */
  function ownIssues({ array, object }: ByKind): string {
    const path = keysOf(report, tools);
    const value = text(report.data);
    const isArray = `Array.isArray(${value})`;
    const isObject = `typeof ${value} === "object" && ${value} !== null${array === undefined ? ` && !${isArray}` : ""}`;
    const told = (target: string): string =>
      addText(collectorCall(target, value, report.path().length, tools), path, scope);
    return [
      ...(array === undefined ? [] : [`${isArray} ? ${told(array)}`]),
      ...(object === undefined ? [] : [`${isObject} ? ${told(object)}`]),
      issueAt(wanted(), path),
    ].join(" : ");
  }
}

/** Whether what is reported is what a value must be that is no step reference. */
export const isReferable = (report: Report): boolean =>
  ["unlessReference", "orReference"].includes(report.schemaPath().at(-2) ?? "");

const choicesIn = (schema: ProjectedSchema | undefined): readonly Choice[] => schema?.enum ?? [];

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
