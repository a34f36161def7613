/**
 * AJV's expressions as text: free names become what they stand for, literals are written as everywhere in emitted code.
 */
import { generate, GENERATOR, type Generator, type State } from "astring";
import type { ESTree } from "meriyah";
import type { Json } from "../../schema/json-schema.js";
import { literal } from "../literal.js";
import type { Compiled, Meaning } from "./compile.js";

export type Text = (node: ESTree.Node) => string;

type Node<Kind extends keyof Generator> = Parameters<Generator[Kind]>[0];

/** @param nameOf the text for a free name. */
export function expressionPrinter(
  { meaningOf }: Pick<Compiled, "meaningOf">,
  nameOf: (meaning: Meaning) => string,
): Text {
  const generator = {
    ...GENERATOR,
    Identifier(node: { name: string }, state: State) {
      const meaning = meaningOf(node.name);
      state.write(meaning ? nameOf(meaning) : node.name);
    },
    Literal(node: Node<"Literal">, state: State) {
      state.write(literal(node.value as Json)); // AJV's code has neither bigints nor regular expressions
    },
    LogicalExpression(this: Generator, node: Node<"LogicalExpression">, state: State) {
      const check = numberCheck(node as ESTree.LogicalExpression);
      if (check !== undefined) state.write(check);
      else GENERATOR.LogicalExpression.call(this, node, state);
    },
    UnaryExpression(this: Generator, node: Node<"UnaryExpression">, state: State) {
      const { operator, argument } = node as ESTree.UnaryExpression;
      const check = operator === "!" && argument.type === "LogicalExpression" ? numberCheck(argument) : undefined;
      if (check !== undefined) state.write(`!${check}`);
      else GENERATOR.UnaryExpression.call(this, node, state);
    },
    /** `formats0.validate(data)` and `func0.call(data, key)` name what is called by itself. */
    MemberExpression(this: Generator, node: Node<"MemberExpression">, state: State) {
      const meaning = node.object.type === "Identifier" ? meaningOf(node.object.name) : undefined;
      if (meaning?.kind === "hasOwn" || meaning?.kind === "runtime") state.write(nameOf(meaning));
      else GENERATOR.MemberExpression.call(this, node, state);
    },
  };
  return (node) => generate(node as Parameters<typeof generate>[0], { generator, indent: "", lineEnd: " " }).trimEnd();
}

const opposite: Readonly<Record<string, string>> = { "===": "!==", "!==": "===", "==": "!=", "!=": "==" };

/** The text of a condition, with a negation drawn into it. */
export const condition = (test: ESTree.Expression, text: Text): string =>
  test.type === "UnaryExpression" && test.operator === "!" ? negated(test.argument, text) : text(test);

/** The text for "not so": comparisons turn round, `and` becomes `or`. */
export function negated(test: ESTree.Expression, text: Text): string {
  if (test.type === "UnaryExpression" && test.operator === "!") return text(test.argument);
  const other = test.type === "BinaryExpression" ? opposite[test.operator] : undefined;
  if (test.type === "BinaryExpression" && other !== undefined) return text({ ...test, operator: other } as ESTree.Node);
  if (test.type !== "LogicalExpression")
    return test.type === "BinaryExpression" ? `!(${text(test)})` : `!${text(test)}`;
  const check = numberCheck(test);
  if (check !== undefined) return `!${check}`;
  const operator = test.operator === "&&" ? "||" : "&&";
  const side = (each: ESTree.Expression): string => {
    const isMixed =
      each.type === "LogicalExpression" && each.operator !== test.operator && numberCheck(each) === undefined;
    return isMixed ? `(${negated(each, text)})` : negated(each, text);
  };
  return `${side(test.left as ESTree.Expression)} ${operator} ${side(test.right)}`;
}

/** AJV's arithmetic for "integer" and "number" as the standard functions that ask the same. */
function numberCheck({ operator, left, right }: ESTree.LogicalExpression): string | undefined {
  if (operator !== "&&" || right.type !== "CallExpression" || !isNamed(right.callee, "isFinite")) return undefined;
  const [value] = right.arguments;
  const name = value?.type === "Identifier" ? value.name : undefined;
  if (name === undefined) return undefined;
  if (isTypeofNumber(left, name)) return `Number.isFinite(${name})`;
  const isWhole =
    left.type === "LogicalExpression" && isTypeofNumber(left.left, name) && left.right.type === "LogicalExpression";
  return isWhole ? `Number.isInteger(${name})` : undefined;
}

const isNamed = (node: ESTree.Node, name: string): boolean => node.type === "Identifier" && node.name === name;

/** `typeof name == "number"` */
function isTypeofNumber(node: ESTree.Node, name: string): boolean {
  if (node.type !== "BinaryExpression" || node.left.type !== "UnaryExpression" || node.right.type !== "Literal")
    return false;
  return node.left.operator === "typeof" && isNamed(node.left.argument, name) && node.right.value === "number";
}
