/**
 * The few schema forms that json-schema-to-typescript prints exactly as they are meant, and how they combine.
 */

import { everyKind, type Kind } from "../../schema/reading/kinds.js";

export type TypeNode = (TextNode | PlainNode | LiteralNode | ListNode | ObjectNode | UnionNode | IntersectionNode) & {
  readonly description?: string;
};
interface TextNode {
  /** Pasted as it is. */
  readonly tsType: string;
  /** The kinds of its values; absent where they can be of any. */
  readonly kinds?: readonly Kind[];
  /** The definition that it is the name of. */
  readonly refersTo?: string;
}
interface PlainNode {
  readonly type: "string" | "number" | "boolean" | "null";
}
interface LiteralNode {
  readonly enum: readonly [string];
  readonly kinds: readonly Kind[];
}
interface ListNode {
  readonly type: "array";
  readonly items: TypeNode;
}
export interface ObjectNode {
  readonly type: "object";
  readonly properties: Readonly<Record<string, TypeNode>>;
  readonly required: readonly string[];
  /** The index signature's type; false for none. */
  readonly additionalProperties: TypeNode | false;
}
interface UnionNode {
  readonly anyOf: readonly TypeNode[];
}
interface IntersectionNode {
  readonly allOf: readonly TypeNode[];
}

/** The kinds of value that a type takes. */
export function kindsIn(node: TypeNode): readonly Kind[] {
  if ("tsType" in node) return node.kinds ?? everyKind;
  if ("enum" in node) return node.kinds;
  if ("anyOf" in node) return node.anyOf.flatMap(kindsIn);
  if ("allOf" in node) {
    const [first = everyKind, ...others] = node.allOf.map(kindsIn);
    return first.filter((kind) => others.every((kinds) => kinds.includes(kind)));
  }
  return [node.type];
}

export const unknownNode: TypeNode = { tsType: "unknown" };
export const neverNode: TypeNode = { tsType: "never", kinds: [] };
/** Any value but a string, a number, a truth value or null. */
export const objectNode: TypeNode = { tsType: "object", kinds: ["object", "array"] };
export const undefinedNode: TypeNode = { tsType: "undefined" };

export function union(members: readonly TypeNode[]): TypeNode {
  if (members.includes(unknownNode)) return unknownNode;
  const flat = members.flatMap((member) => ("anyOf" in member ? member.anyOf : [member]));
  const possible = [...new Set(flat)].filter((member) => member !== neverNode);
  return only(possible) ?? (possible.length === 0 ? neverNode : { anyOf: possible });
}

export function intersection(members: readonly TypeNode[]): TypeNode {
  if (members.includes(neverNode)) return neverNode;
  const flat = members.flatMap((member) => ("allOf" in member ? member.allOf : [member]));
  const isRedundant = (member: TypeNode): boolean => member === objectNode && flat.some(isNamedObject);
  const telling = [...new Set(flat)].filter((member) => member !== unknownNode && !isRedundant(member));
  return only(telling) ?? (telling.length === 0 ? unknownNode : { allOf: telling });
}

/** A reference to a type of objects, which takes none that is no object. */
const isNamedObject = (node: TypeNode): boolean =>
  "tsType" in node && node.kinds?.length === 1 && node.kinds[0] === "object";

export const isObjectNode = (node: TypeNode): node is ObjectNode => "type" in node && node.type === "object";

const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);
