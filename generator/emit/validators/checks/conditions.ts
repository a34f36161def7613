/**
 * Conditions as a tree, so that they can be joined and turned round before they are text.
 */
import type { ESTree } from "meriyah";
import { negatedTest, numberCheck, verdictOnUndefined, type ExpressionText } from "../ajv/expressions.js";

export type Condition =
  | { readonly kind: "all" | "any"; readonly parts: readonly Condition[] }
  | { readonly kind: "choice"; readonly test: Condition; readonly then: Condition; readonly otherwise: Condition }
  | { readonly kind: "test"; readonly test: ESTree.Expression; readonly isNegated: boolean }
  | { readonly kind: "text"; readonly text: string; readonly opposite: string };

export const always: Condition = { kind: "all", parts: [] };
export const never: Condition = { kind: "any", parts: [] };

export const isAlways = (each: Condition): boolean => each.kind === "all" && each.parts.length === 0;
export const isNever = (each: Condition): boolean => each.kind === "any" && each.parts.length === 0;

/** A test in AJV's code. */
export function whether(test: ESTree.Expression): Condition {
  if (test.type === "UnaryExpression" && test.operator === "!") return not(whether(test.argument));
  if (test.type === "Identifier") return whether(notNull(test));
  if (test.type !== "LogicalExpression" || numberCheck(test) !== undefined)
    return { kind: "test", test, isNegated: false };
  const sides = isObjectTest(test)
    ? [{ ...test.right, operator: "===" } as ESTree.Expression, test.left as ESTree.Expression].map(whether)
    : [whether(test.left as ESTree.Expression), whether(test.right)];
  return test.operator === "&&" ? all(...sides) : any(...sides);
}

/** `data && typeof data == "object"` */
const isObjectTest = ({ operator, left, right }: ESTree.LogicalExpression): boolean =>
  operator === "&&" && left.type === "Identifier" && right.type === "BinaryExpression" && right.operator === "==";

/** AJV asks for a value itself only to keep null out, and `null` is not `false`. */
const notNull = (left: ESTree.Node): ESTree.Expression =>
  ({ type: "BinaryExpression", operator: "!==", left, right: { type: "Literal", value: null } }) as ESTree.Expression;

export function all(...conditions: readonly Condition[]): Condition {
  const parts = conditions.flatMap((each) => (each.kind === "all" ? each.parts : [each]));
  return parts.some(isNever) ? never : together("all", parts);
}

export function any(...conditions: readonly Condition[]): Condition {
  const parts = conditions.flatMap((each) => (each.kind === "any" ? each.parts : [each]));
  return parts.some(isAlways) ? always : together("any", parts);
}

function together(kind: "all" | "any", parts: readonly Condition[]): Condition {
  const [only, ...more] = parts;
  return only !== undefined && more.length === 0 ? only : { kind, parts };
}

export function not(each: Condition): Condition {
  switch (each.kind) {
    case "test":
      return { ...each, isNegated: !each.isNegated };
    case "text":
      return { kind: "text", text: each.opposite, opposite: each.text };
    case "choice":
      return { ...each, then: not(each.then), otherwise: not(each.otherwise) };
    case "all":
      return any(...each.parts.map(not));
    case "any":
      return all(...each.parts.map(not));
  }
}

/** Whether a condition certainly holds where a variable is undefined. */
export function holdsOfUndefined(each: Condition, name: string): boolean {
  switch (each.kind) {
    case "all":
      return each.parts.every((part) => holdsOfUndefined(part, name));
    case "any":
      return each.parts.some((part) => holdsOfUndefined(part, name));
    case "test":
      return verdictOnUndefined(each.test, name) === !each.isNegated;
    default:
      return false;
  }
}

/** As text; neither `always` nor `never` has one. */
export function conditionText(each: Condition, text: ExpressionText): string {
  switch (each.kind) {
    case "text":
      return each.text;
    case "test":
      return each.isNegated ? negatedTest(each.test, text) : text(each.test);
    case "choice": {
      const [test, then, otherwise] = [each.test, each.then, each.otherwise].map((part) => conditionText(part, text));
      return `(${test} ? ${then} : ${otherwise})`;
    }
    case "all":
    case "any": {
      const [other, operator] = each.kind === "all" ? ["any", " && "] : ["all", " || "];
      const parts = each.parts.map((part) => [part.kind, conditionText(part, text)] as const);
      return parts.map(([kind, part]) => (kind === other ? `(${part})` : part)).join(operator);
    }
  }
}
