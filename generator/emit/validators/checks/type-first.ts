/**
 * A value of the wrong type gets that one issue: in a schema's statements the type is asked first, and everything else
 * only where it is right. AJV asks for the type last, or besides all others.
 */
import type { ESTree } from "meriyah";
import { reportedKeyword, reportLength } from "./report.js";

/** @param statements those of one schema, as AJV writes them: declarations, then keyword after keyword. */
export function typeFirst(statements: readonly ESTree.Statement[]): readonly ESTree.Statement[] {
  const at = statements.findIndex((statement) => typeReportIn(statement) !== undefined);
  const check = statements[at];
  if (check?.type !== "IfStatement") return statements;
  const start = statements.findIndex(
    (statement) => statement.type !== "VariableDeclaration" || reportedKeyword(statement) !== undefined,
  );
  const others = (where: readonly ESTree.Statement[]): ESTree.Statement =>
    ({
      type: "BlockStatement",
      body: [...statements.slice(start, at), ...where, ...statements.slice(at + 1)],
    }) as ESTree.Statement;
  const declarations = statements.slice(0, start);
  return typeReportIn(check) === "alternate"
    ? [...declarations, { ...check, consequent: others([check.consequent]) }]
    : [...declarations, { ...check, alternate: others([]) }];
}

/** Which branch of an `if` reports the type, and nothing else. */
function typeReportIn(statement: ESTree.Statement): "consequent" | "alternate" | undefined {
  if (statement.type !== "IfStatement") return undefined;
  if (isTypeReport(statement.alternate)) return "alternate";
  return !statement.alternate && isTypeReport(statement.consequent) ? "consequent" : undefined;
}

const isTypeReport = (node: ESTree.Statement | null | undefined): boolean =>
  node?.type === "BlockStatement" && node.body.length === reportLength && reportedKeyword(node.body[0]) === "type";
