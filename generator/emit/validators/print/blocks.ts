/** What guards and collectors print alike: blocks with their declarations, and loops. */
import type { ESTree } from "meriyah";
import type { Check, DeclarationCheck, LoopCheck } from "../checks/check.js";
import { wrapped } from "./lines.js";
import { declaredName, inner, using, type Taken } from "./locals.js";
import type { Printer } from "./printer.js";

/** A check that declares nothing for those behind it. */
export type Question = Exclude<Check, DeclarationCheck>;

/** @param linesOf the lines of a check at its place, where what was declared before it is known. */
export function blockLines(
  checks: readonly Check[],
  place: Taken,
  printer: Printer,
  linesOf: (check: Question, place: Taken) => readonly string[],
): readonly string[] {
  const lines: string[] = [];
  let here = place;
  for (const check of checks) {
    if (check.kind === "declaration") {
      const [line, after] = declarationLine(check, here, printer);
      here = after;
      lines.push(line);
    } else for (const line of linesOf(check, here)) lines.push(line);
  }
  return lines;
}

/** @param block the lines of the checks at a place. */
export function loopLines(
  { loop, body }: LoopCheck,
  place: Taken,
  { locals, text }: Printer,
  block: (checks: readonly Check[], place: Taken) => readonly string[],
): readonly string[] {
  const variable = declaredName(loop.type === "ForStatement" ? loop.init : loop.left) ?? "";
  const around = inner(place);
  const within = using(around, locals.declare(variable, around));
  const part = (node: ESTree.Node | null | undefined): string => (node ? text(node).replace(/;\n?$/, "") : "");
  const parts =
    loop.type === "ForStatement"
      ? `${part(loop.init)}; ${part(loop.test)}; ${part(loop.update)}`
      : `${part(loop.left)} of ${text(loop.right)}`;
  return wrapped(`for (${parts})`, block(body, within));
}

/** The line of a declaration, and the place behind it. */
function declarationLine(
  { node }: DeclarationCheck,
  place: Taken,
  { locals, text }: Printer,
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
