/**
 * AJV's function body, as a tree → the lines of a guard (yes or no, builds nothing) or of a collector (adds issues).
 * Both come from the same statements; only what happens at an error differs.
 */
import type { ESTree } from "meriyah";
import type { Compiled, Meaning } from "./compile.js";
import { condition, expressionPrinter, negated, type Text } from "./expressions.js";
import { readReport, reportLength, type Report } from "./report.js";
import { typeFirst } from "./type-first.js";

/** What a kind of function does where AJV reports an error. */
export interface Style {
  /** The lines for an error. */
  report(report: Report, text: Text): readonly string[];
  /** The lines for the call of another function that must accept a value; absent: an error like any other. */
  readonly call?: (call: Call, text: Text) => readonly string[];
  /** The text for a free name. */
  name(meaning: Meaning): string;
}

/** The call of the guard of `target` for `value`, and the report where it says no. */
export interface Call {
  readonly target: string;
  readonly value: ESTree.Expression;
  readonly report: Report;
}

export const rejected = "return false;";

export function printBody(compiled: Compiled, style: Style): readonly string[] {
  const text = expressionPrinter(compiled, style.name);
  return block(compiled.body);

  function block(statements: readonly ESTree.Statement[]): string[] {
    const lines: string[] = [];
    const ordered = typeFirst(statements);
    for (let index = 0; index < ordered.length; index++) {
      const found = readReport(ordered[index]);
      if (found !== undefined) {
        lines.push(...style.report(found, text));
        index += reportLength - 1;
      } else {
        lines.push(...statement(ordered[index] as ESTree.Statement));
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
        return node.declarations.some(({ id }) => isBookkeeping(id)) ? [] : [text(node)];
      case "ExpressionStatement":
        return isErrorList(node.expression) ? [] : [text(node)];
      case "ReturnStatement":
        return []; // `return errors === 0` at the end: each style ends a function its own way
      default:
        throw new Error(`unexpected ${node.type} in AJV's code`);
    }
  }

  function ifStatement(node: ESTree.IfStatement): readonly string[] {
    const called = style.call && calledIn(node);
    if (style.call && called) return style.call(called, text);
    const consequent = branch(node.consequent);
    const alternate = node.alternate ? branch(node.alternate) : [];
    if (isRejection(alternate)) return [`if (${negated(node.test, text)}) ${rejected}`, ...consequent];
    if (isRejection(consequent)) return [`if (${condition(node.test, text)}) ${rejected}`, ...alternate];
    if (consequent.length === 0 && alternate.length === 0) return [];
    if (consequent.length === 0) return wrapped(`if (${negated(node.test, text)})`, alternate);
    const first = wrapped(`if (${condition(node.test, text)})`, consequent);
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

  /** `if (!guard(value)) { report }`, where the report is of the same value: a key's would not be. */
  function calledIn({ test, consequent, alternate }: ESTree.IfStatement): Call | undefined {
    if (
      alternate ||
      test.type !== "UnaryExpression" ||
      test.operator !== "!" ||
      test.argument.type !== "CallExpression"
    )
      return undefined;
    const {
      callee,
      arguments: [value],
    } = test.argument;
    const meaning = callee.type === "Identifier" ? compiled.meaningOf(callee.name) : undefined;
    if (meaning?.kind !== "call" || consequent.type !== "BlockStatement" || consequent.body.length !== reportLength)
      return undefined;
    const report = readReport(consequent.body[0]);
    const isSameValue = value !== undefined && report !== undefined && text(value) === text(report.data);
    return isSameValue ? { target: meaning.target, value: value as ESTree.Expression, report } : undefined;
  }
}

const isRejection = (lines: readonly string[]): boolean => lines.length === 1 && lines[0] === rejected;

const wrapped = (head: string, lines: readonly string[]): readonly string[] =>
  lines.length === 1 && !/^(?:const|let|if|for)\b/.test(lines[0] ?? "")
    ? [`${head} ${lines[0]}`]
    : [`${head} {`, ...indented(lines), "}"];

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => ` ${line}`);

/** @param head `function isJob(data)` */
export const functionText = (head: string, lines: readonly string[]): string =>
  [`${head} {`, ...indented(lines), "}"].join("\n");

function joinElse(first: readonly string[], alternate: readonly string[]): readonly string[] {
  const rest = wrapped("else", alternate);
  return first.at(-1) === "}" ? [...first.slice(0, -1), `} ${rest[0] ?? ""}`, ...rest.slice(1)] : [...first, ...rest];
}

/** `let errors = 0`, `const _errs1 = errors`, `var valid0 = …`: each style counts its own way, if at all. */
const isBookkeeping = (id: ESTree.Node): boolean =>
  id.type === "Identifier" && /^(?:vErrors|errors|_errs\d+|valid\d+)$/.test(id.name);

/** `validate0.errors = vErrors` */
const isErrorList = (node: ESTree.Expression): boolean =>
  node.type === "AssignmentExpression" &&
  node.left.type === "MemberExpression" &&
  node.left.property.type === "Identifier" &&
  node.left.property.name === "errors";
