/**
 * Reads the `if` in which AJV looks at a property: `if (data.a !== undefined) { let data0 = data.a; … }`, with an
 * `else` where the property must be there.
 */
import type { ESTree } from "meriyah";
import type { PropertyCheck } from "./check.js";

type Found = Pick<PropertyCheck, "kind" | "owner" | "key" | "variable" | "value"> & {
  /** The statements about the property's value. */
  readonly rest: readonly ESTree.Statement[];
};

export function readProperty({ test, consequent }: ESTree.IfStatement): Found | undefined {
  if (consequent.type !== "BlockStatement" || !asksForProperty(test)) return undefined;
  const [first, ...rest] = consequent.body;
  const declared = first?.type === "VariableDeclaration" ? first.declarations[0] : undefined;
  if (declared?.id.type !== "Identifier" || declared.init?.type !== "MemberExpression") return undefined;
  const { object, property } = declared.init;
  const key = property.type === "Identifier" ? property.name : property.type === "Literal" ? property.value : undefined;
  if (typeof key !== "string" || object.type !== "Identifier") return undefined;
  return { kind: "property", owner: object, key, variable: declared.id.name, value: declared.init, rest };
}

/** `data.a !== undefined`, perhaps with the question whether it is the data's own. */
function asksForProperty(test: ESTree.Expression): boolean {
  const first = test.type === "LogicalExpression" && test.operator === "&&" ? test.left : test;
  return (
    first.type === "BinaryExpression" &&
    first.operator === "!==" &&
    first.left.type === "MemberExpression" &&
    first.right.type === "Identifier" &&
    first.right.name === "undefined"
  );
}
