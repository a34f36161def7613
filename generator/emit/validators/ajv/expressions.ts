/**
 * AJV's expressions as text: free names become what they stand for, literals are written as everywhere in emitted code.
 */
import { generate, GENERATOR, type Generator, type State } from "astring";
import type { ESTree } from "meriyah";
import type { Json } from "../../../json/json-schema.js";
import { literal } from "../../text/literal.js";
import type { Compiled } from "./compile.js";
import type { Meaning } from "./meaning.js";

export type ExpressionText = (node: ESTree.Node) => string;

type Node<Kind extends keyof Generator> = Parameters<Generator[Kind]>[0];

/**
 * @param nameOf the text for a free name.
 * @param localName the text for one of the function's own.
 * @param depthFor what a call says of its depth, behind the value: see `Depth.argument`.
 */
export function expressionPrinter(
  { meaningOf }: Pick<Compiled, "meaningOf">,
  nameOf: (meaning: Meaning) => string,
  localName: (name: string) => string,
  depthFor: (target: string, levels: number) => string,
): ExpressionText {
  const generator = {
    ...GENERATOR,
    Identifier(node: { name: string }, state: State) {
      const meaning = meaningOf(node.name);
      state.write(meaning ? nameOf(meaning) : localName(node.name));
    },
    CallExpression(this: Generator, node: Node<"CallExpression">, state: State) {
      const { callee, arguments: given } = node as ESTree.CallExpression;
      const meaning = callee.type === "Identifier" ? meaningOf(callee.name) : undefined;
      if (meaning?.kind !== "call") return GENERATOR.CallExpression.call(this, node, state);
      const [value, levels] = given;
      const depth = depthFor(meaning.target, levelsIn(levels));
      state.write(`${nameOf(meaning)}(${print(value as ESTree.Node)}${depth})`);
    },
    Literal(node: Node<"Literal">, state: State) {
      state.write(literal(node.value as Json)); // AJV's code has neither bigints nor regular expressions
    },
    LogicalExpression(this: Generator, node: Node<"LogicalExpression">, state: State) {
      const check = numberCheck(node as ESTree.LogicalExpression);
      if (check !== undefined) state.write(`${check.ask}(${localName(check.name)})`);
      else GENERATOR.LogicalExpression.call(this, node, state);
    },
    /**
     * `formats0.validate(data)` and `func0.call(data, key)` name what is called by itself. A property's name stands for nothing else,
     * whatever AJV calls so.
     */
    MemberExpression(this: Generator, node: Node<"MemberExpression">, state: State) {
      const meaning = node.object.type === "Identifier" ? meaningOf(node.object.name) : undefined;
      if (meaning?.kind === "hasOwn" || meaning?.kind === "runtime") return state.write(nameOf(meaning));
      const property = node.computed ? node.property : { ...node.property, type: "PropertyName" };
      GENERATOR.MemberExpression.call(this, { ...node, property } as typeof node, state);
    },
    PropertyName(node: { name: string }, state: State) {
      state.write(node.name);
    },
  };
  const print: ExpressionText = (node) =>
    generate(node as Parameters<typeof generate>[0], { generator, indent: "", lineEnd: " " }).trimEnd();
  return print;
}

/** The second argument of a guard's call in AJV's code. */
export const levelsIn = (node: ESTree.Node | undefined): number => (node?.type === "Literal" ? Number(node.value) : 0);

/** Nothing that is compared can be NaN: numbers are asked to be finite, and the rest are lengths and counts. */
const opposite: Readonly<Record<string, string>> = {
  ...{ "===": "!==", "!==": "===", "==": "!=", "!=": "==" },
  ...{ "<": ">=", ">=": "<", ">": "<=", "<=": ">" },
};

/** The text for "not so", of a test that is not made of others. */
export function negatedTest(test: ESTree.Expression, text: ExpressionText): string {
  if (test.type !== "BinaryExpression") return `!${text(test)}`; // a call, a name, or a check of a number
  const operator = opposite[test.operator];
  return operator === undefined ? `!(${text(test)})` : text({ ...test, operator } as ESTree.Node);
}

/** AJV's arithmetic for "integer" and "number" as the standard function that asks the same, and what it asks about. */
export function numberCheck({ operator, left, right }: ESTree.LogicalExpression): NumberCheck | undefined {
  if (operator !== "&&" || right.type !== "CallExpression" || !isNamed(right.callee, "isFinite")) return undefined;
  const [value] = right.arguments;
  const name = value?.type === "Identifier" ? value.name : undefined;
  if (name === undefined) return undefined;
  if (isTypeofNumber(left, name)) return { ask: "Number.isFinite", name };
  const isWhole =
    left.type === "LogicalExpression" && isTypeofNumber(left.left, name) && left.right.type === "LogicalExpression";
  return isWhole ? { ask: "Number.isInteger", name } : undefined;
}

export interface NumberCheck {
  readonly ask: "Number.isFinite" | "Number.isInteger";
  /** A variable of AJV's. */
  readonly name: string;
}

const isNamed = (node: ESTree.Node, name: string): boolean => node.type === "Identifier" && node.name === name;

/** `typeof name == "number"` */
const isTypeofNumber = (node: ESTree.Node, name: string): boolean =>
  node.type === "BinaryExpression" && isTypeof(node.left, name) && isLiteral(node.right, "number");

const isTypeof = (node: ESTree.Node, name: string): boolean =>
  node.type === "UnaryExpression" && node.operator === "typeof" && isNamed(node.argument, name);

const isLiteral = (node: ESTree.Node, value: unknown): boolean => node.type === "Literal" && node.value === value;

/**
 * What a test says of a variable that is undefined, where it asks for a kind of value or compares it with a constant; undefined for any
 * other test.
 */
export function verdictOnUndefined(test: ESTree.Expression, name: string): boolean | undefined {
  if (test.type === "LogicalExpression") return numberCheck(test)?.name === name ? false : undefined;
  if (test.type !== "BinaryExpression" || test.right.type !== "Literal") return undefined;
  return isNamed(test.left, name) || isTypeof(test.left, name) ? test.operator.startsWith("!") : undefined;
}
