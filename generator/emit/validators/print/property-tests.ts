/** The questions about a property, as guards and collectors ask them. */
import type { ESTree } from "meriyah";
import { literal } from "../../text/literal.js";
import { not, type Condition } from "../checks/conditions.js";

export const isPresent = (name: string): Condition => ({
  kind: "text",
  text: `${name} !== undefined`,
  opposite: `${name} === undefined`,
});

export const isMissing = (name: string): Condition => not(isPresent(name));

export function isOwn(owner: string, key: string): Condition {
  const text = `Object.hasOwn(${owner}, ${literal(key)})`;
  return { kind: "text", text, opposite: `!${text}` };
}

/** `Array.isArray(data0)`, which says already that there is something. */
export const isList = (test: ESTree.Expression): boolean =>
  test.type === "CallExpression" &&
  test.callee.type === "MemberExpression" &&
  test.callee.property.type === "Identifier" &&
  test.callee.property.name === "isArray";
