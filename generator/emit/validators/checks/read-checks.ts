/**
 * AJV's function body, as a tree → what it asks of a value, without AJV's bookkeeping: the checks that guards and
 * collectors are both printed from.
 */
import type { ESTree } from "meriyah";
import type { CallCheck, Check } from "./check.js";
import type { Compiled } from "../ajv/compile.js";
import { levelsIn, numberCheck, type NumberCheck } from "../ajv/expressions.js";
import { readProperty } from "./property-check.js";
import type { SchemaFunction } from "../program/program.js";
import { readReport, reportLength } from "./report.js";
import { typeFirst } from "./type-first.js";

/**
 * @param fn the function that was compiled.
 * @throws Error for a statement that AJV was not known to write: then this file has to learn it.
 */
export function readChecks({ body, meaningOf }: Compiled, { isForObjects = false }: SchemaFunction): readonly Check[] {
  const checks = block(body);
  const [only, ...more] = checks;
  const asksType = only?.kind === "if" && more.length === 0 && isTypeReport(only.otherwise);
  return isForObjects && asksType ? only.then : checks;

  function block(statements: readonly ESTree.Statement[]): readonly Check[] {
    const checks: Check[] = [];
    const ordered = typeFirst(statements);
    for (let index = 0; index < ordered.length; index++) {
      const report = readReport(ordered[index]);
      if (report !== undefined) {
        checks.push({ kind: "report", report });
        index += reportLength - 1;
      } else {
        for (const each of statement(ordered[index] as ESTree.Statement)) checks.push(each);
      }
    }
    return checks;
  }

  function statement(node: ESTree.Statement): readonly Check[] {
    switch (node.type) {
      case "BlockStatement":
        return block(node.body);
      case "IfStatement":
        return [ifStatement(node)].filter((check) => !isEmpty(check));
      case "ForStatement":
      case "ForOfStatement": {
        const body = branch(node.body);
        return body.length === 0 ? [] : [{ kind: "loop", loop: node, body }];
      }
      case "VariableDeclaration":
        return node.declarations.some(({ id }) => isBookkeeping(id)) ? [] : [{ kind: "declaration", node }];
      case "ExpressionStatement":
        return isErrorList(node.expression) ? [] : [{ kind: "declaration", node }];
      case "ReturnStatement":
        return []; // `return errors === 0` at the end: guards and collectors end each in their own way
      default:
        throw new Error(`unexpected ${node.type} in AJV's code`);
    }
  }

  function ifStatement(node: ESTree.IfStatement): Check {
    const otherwise = branch(node.alternate);
    const property = readProperty(node);
    if (property) return { ...property, body: block(property.rest), ...(node.alternate && { missing: otherwise }) };
    const then = branch(node.consequent);
    const known = numberIn(node.test);
    const check = {
      test: node.test,
      then: known?.isOne === true ? ofNumber(known.name, then) : then,
      otherwise: known?.isOne === false ? ofNumber(known.name, otherwise) : otherwise,
    };
    return callIn(node.test, then, otherwise) ?? { kind: "if", ...check };
  }

  function branch(node: ESTree.Statement | null | undefined): readonly Check[] {
    if (!node) return [];
    return node.type === "BlockStatement" ? block(node.body) : block([node]);
  }

  /** `if (!guard(value)) { report }`, where the report is of the same value: a key's would not be. */
  function callIn(
    test: ESTree.Expression,
    [then, ...more]: readonly Check[],
    otherwise: readonly Check[],
  ): CallCheck | undefined {
    if (then?.kind !== "report" || more.length + otherwise.length > 0) return undefined;
    if (test.type !== "UnaryExpression" || test.argument.type !== "CallExpression") return undefined;
    const [value, levels] = test.argument.arguments;
    const { callee } = test.argument;
    const meaning = callee.type === "Identifier" ? meaningOf(callee.name) : undefined;
    const isSameValue = nameOf(value) !== undefined && nameOf(value) === nameOf(then.report.data);
    if (meaning?.kind !== "call" || !isSameValue) return undefined;
    const call = { target: meaning.target, value: value as ESTree.Expression, levels: levelsIn(levels) };
    return { kind: "call", test, ...call, report: then.report };
  }
}

const isTypeReport = ([only, ...more]: readonly Check[]): boolean =>
  only?.kind === "report" && only.report.keyword === "type" && more.length === 0;

/** What a test asks to be a number, or to be none. */
function numberIn(test: ESTree.Expression): (NumberCheck & { readonly isOne: boolean }) | undefined {
  const isOne = test.type !== "UnaryExpression";
  const asked = isOne ? test : test.argument;
  const check = asked.type === "LogicalExpression" ? numberCheck(asked) : undefined;
  return check && { ...check, isOne };
}

/** Checks of what is known to be a number: AJV asks again for all keywords about numbers. */
const ofNumber = (name: string, checks: readonly Check[]): readonly Check[] =>
  checks.flatMap((check) => {
    if (check.kind !== "if" || check.otherwise.length > 0) return [check];
    const asked = numberIn(check.test);
    return asked?.isOne === true && asked.name === name && asked.ask === "Number.isFinite" ? check.then : [check];
  });

const nameOf = (node: ESTree.Node | undefined): string | undefined =>
  node?.type === "Identifier" ? node.name : undefined;

const isEmpty = (check: Check): boolean =>
  check.kind === "if" && check.then.length === 0 && check.otherwise.length === 0;

/** `let errors = 0`, `const _errs1 = errors`, `var valid0 = …`: each style counts its own way, if at all. */
const isBookkeeping = (id: ESTree.Node): boolean =>
  id.type === "Identifier" && /^(?:vErrors|errors|_errs\d+|valid\d+)$/.test(id.name);

/** `validate0.errors = vErrors` */
const isErrorList = (node: ESTree.Expression): boolean =>
  node.type === "AssignmentExpression" &&
  node.left.type === "MemberExpression" &&
  node.left.property.type === "Identifier" &&
  node.left.property.name === "errors";
