/**
 * AJV's function body, as a tree → the lines of a guard (yes or no, builds nothing) or of a collector (adds issues).
 * Both come from the same statements; only what happens at an error differs.
 */
import { generate, GENERATOR, type Generator, type State } from "astring";
import type { ESTree } from "meriyah";
import type { Compiled, Meaning } from "./compile.js";
import { readReport, reportLength, type Report } from "./report.js";

/** What a kind of function does where AJV reports an error. */
export interface Style {
  /** The lines for an error. */
  report(report: Report, text: (node: ESTree.Node) => string): readonly string[];
  /** The lines for the call of another function that must accept a value; undefined: an error like any other. */
  call?(call: ESTree.CallExpression, report: Report, text: (node: ESTree.Node) => string): readonly string[];
  /** The text for a free name. */
  name(meaning: Meaning): string;
}

const rejected = "return false;";

export function printBody(compiled: Compiled, style: Style): readonly string[] {
  const text = expressionPrinter(compiled.meanings, style);
  return block(compiled.body);

  function block(statements: readonly ESTree.Statement[]): string[] {
    const lines: string[] = [];
    for (let index = 0; index < statements.length; index++) {
      const found = readReport(statements[index]);
      if (found !== undefined) {
        lines.push(...style.report(found, text));
        index += reportLength - 1;
      } else {
        lines.push(...statement(statements[index] as ESTree.Statement));
      }
    }
    return lines;
  }

  function statement(node: ESTree.Statement): readonly string[] {
    switch (node.type) {
      case "BlockStatement":
        return block(node.body);
      case "IfStatement":
        return ifStatement(node);
      case "ForStatement":
        return loop(`for (${head(node.init)}; ${head(node.test)}; ${head(node.update)})`, node.body);
      case "ForOfStatement":
        return loop(`for (${head(node.left)} of ${text(node.right)})`, node.body);
      case "VariableDeclaration":
        return node.declarations.some((each) => isBookkeeping(each.id)) ? [] : [text(node)];
      case "ExpressionStatement":
        return node.expression.type === "AssignmentExpression" && isErrorsOf(node.expression.left) ? [] : [text(node)];
      case "ReturnStatement":
        return []; // `return errors === 0` at the end: each style ends a function its own way
      default:
        throw new Error(`unexpected ${node.type} in AJV's code`);
    }
  }

  function ifStatement(node: ESTree.IfStatement): readonly string[] {
    const called = calledIn(node);
    if (called !== undefined && style.call !== undefined) return style.call(called.call, called.report, text);
    const consequent = branch(node.consequent);
    const alternate = node.alternate ? branch(node.alternate) : [];
    if (alternate.length === 1 && alternate[0] === rejected) return [`if (${negated(node.test, text)}) ${rejected}`, ...consequent];
    if (consequent.length === 0 && alternate.length === 0) return [];
    if (consequent.length === 0) return wrapped(`if (${negated(node.test, text)})`, alternate);
    const first = wrapped(`if (${text(node.test)})`, consequent);
    return alternate.length === 0 ? first : joinElse(first, alternate);
  }

  function branch(node: ESTree.Statement): readonly string[] {
    return node.type === "BlockStatement" ? block(node.body) : block([node]);
  }

  function loop(head: string, body: ESTree.Statement): readonly string[] {
    const lines = branch(body);
    return lines.length === 0 ? [] : wrapped(head, lines);
  }

  function head(node: ESTree.Node | null | undefined): string {
    return node ? text(node).replace(/;\n?$/, "") : "";
  }

  function calledIn({ test, consequent, alternate }: ESTree.IfStatement): { call: ESTree.CallExpression; report: Report } | undefined {
    if (alternate || test.type !== "UnaryExpression" || test.operator !== "!" || test.argument.type !== "CallExpression") return undefined;
    const { callee } = test.argument;
    if (callee.type !== "Identifier" || compiled.meanings.get(callee.name)?.kind !== "call" || consequent.type !== "BlockStatement") return undefined;
    const found = consequent.body.length === reportLength ? readReport(consequent.body[0]) : undefined;
    return found && { call: test.argument, report: found };
  }
}

const wrapped = (head: string, lines: readonly string[]): readonly string[] =>
  lines.length === 1 && !/^(?:const|let|if|for)\b/.test(lines[0] ?? "") ? [`${head} ${lines[0]}`] : [`${head} {`, ...lines.map((line) => ` ${line}`), "}"];

function joinElse(first: readonly string[], alternate: readonly string[]): readonly string[] {
  const rest = wrapped("else", alternate);
  return first.at(-1) === "}" ? [...first.slice(0, -1), `} ${rest[0] ?? ""}`, ...rest.slice(1)] : [...first, ...rest];
}

const opposite: Readonly<Record<string, string>> = { "===": "!==", "!==": "===", "==": "!=", "!=": "==" };

function negated(test: ESTree.Expression, text: (node: ESTree.Node) => string): string {
  if (test.type === "UnaryExpression" && test.operator === "!") return text(test.argument);
  const other = test.type === "BinaryExpression" ? opposite[test.operator] : undefined;
  if (test.type === "BinaryExpression" && other !== undefined) return text({ ...test, operator: other } as ESTree.Node);
  return test.type === "CallExpression" ? `!${text(test)}` : `!(${text(test)})`;
}

const isBookkeeping = (id: ESTree.Node): boolean => id.type === "Identifier" && (id.name === "vErrors" || id.name === "errors");

const isErrorsOf = (node: ESTree.Node): boolean =>
  node.type === "MemberExpression" && node.property.type === "Identifier" && (node.property.name === "errors" || node.property.name === "evaluated");

/** AJV's arithmetic for "integer" and "number" as the standard functions that ask the same. */
function numberCheck({ operator, left, right }: ESTree.LogicalExpression): string | undefined {
  if (operator !== "&&" || right.type !== "CallExpression" || !isNamed(right.callee, "isFinite")) return undefined;
  const [value] = right.arguments;
  const name = value?.type === "Identifier" ? value.name : undefined;
  if (name === undefined) return undefined;
  if (isTypeofNumber(left, name)) return `Number.isFinite(${name})`;
  const whole = left.type === "LogicalExpression" && isTypeofNumber(left.left, name) && left.right.type === "LogicalExpression";
  return whole ? `Number.isInteger(${name})` : undefined;
}

const isNamed = (node: ESTree.Node, name: string): boolean => node.type === "Identifier" && node.name === name;

function isTypeofNumber(node: ESTree.Node, name: string): boolean {
  if (node.type !== "BinaryExpression" || node.left.type !== "UnaryExpression" || node.right.type !== "Literal") return false;
  return node.left.operator === "typeof" && isNamed(node.left.argument, name) && node.right.value === "number";
}

/** Prints expressions with free names replaced by what they stand for. */
function expressionPrinter(meanings: ReadonlyMap<string, Meaning>, style: Style): (node: ESTree.Node) => string {
  const generator = {
    ...GENERATOR,
    Identifier(node: { name: string }, state: State) {
      const meaning = meanings.get(node.name);
      state.write(meaning ? style.name(meaning) : node.name.replace(/^\$rt_/, ""));
    },
    LogicalExpression(this: Generator, node: Parameters<Generator["LogicalExpression"]>[0], state: State) {
      const check = numberCheck(node as ESTree.LogicalExpression);
      if (check !== undefined) state.write(check);
      else GENERATOR.LogicalExpression.call(this, node, state);
    },
    MemberExpression(this: Generator, node: Parameters<Generator["MemberExpression"]>[0], state: State) {
      const meaning = node.object.type === "Identifier" ? meanings.get(node.object.name) : undefined;
      if (meaning?.kind === "hasOwn" || meaning?.kind === "format") return state.write(style.name(meaning));
      GENERATOR.MemberExpression.call(this, node, state);
    },
  };
  return (node) => generate(node as Parameters<typeof generate>[0], { generator, indent: "", lineEnd: " " }).trimEnd();
}
