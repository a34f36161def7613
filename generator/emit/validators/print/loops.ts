/** What guards and collectors print alike: loops and declarations. */
import type { ESTree } from "meriyah";
import type { DeclarationCheck, LoopCheck } from "../checks/check.js";
import type { ExpressionText } from "../ajv/expressions.js";
import { declaredName, inner, using, type Locals, type Taken } from "./locals.js";

/** The head of a loop, and the place of its body. */
export function loopHead(
  { loop }: LoopCheck,
  place: Taken,
  locals: Locals,
  text: ExpressionText,
): readonly [string, Taken] {
  const variable = declaredName(loop.type === "ForStatement" ? loop.init : loop.left) ?? "";
  const body = inner(place);
  const within = using(body, locals.declare(variable, body));
  const head = (node: ESTree.Node | null | undefined): string => (node ? text(node).replace(/;\n?$/, "") : "");
  return loop.type === "ForStatement"
    ? [`for (${head(loop.init)}; ${head(loop.test)}; ${head(loop.update)})`, within]
    : [`for (${head(loop.left)} of ${text(loop.right)})`, within];
}

/** The line of a declaration, and the place behind it. */
export function declarationLine(
  { node }: DeclarationCheck,
  place: Taken,
  locals: Locals,
  text: ExpressionText,
): readonly [string, Taken] {
  const variable = declaredName(node);
  const isItem = node.type === "VariableDeclaration" && isIndexed(node.declarations[0]?.init);
  const after =
    variable === undefined ? place : using(place, locals.declare(variable, place, isItem ? "item" : undefined));
  return [text(node).replace(/^let (item|value)/, "const $1"), after];
}

/** `data0[i0]` */
const isIndexed = (node: ESTree.Node | null | undefined): boolean =>
  node?.type === "MemberExpression" && node.property.type === "Identifier" && /^i\d+$/.test(node.property.name);
