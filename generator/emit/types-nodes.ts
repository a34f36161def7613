/**
 * The few schema forms that json-schema-to-typescript prints exactly as they are meant, and how they combine.
 */

export type TypeNode = (TextNode | PlainNode | LiteralNode | ListNode | ObjectNode | UnionNode | IntersectionNode) & {
  readonly description?: string;
};
interface TextNode {
  /** Pasted as it is. */
  readonly tsType: string;
}
interface PlainNode {
  readonly type: "string" | "number" | "boolean" | "null";
}
interface LiteralNode {
  readonly enum: readonly [string];
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

export const unknownNode: TypeNode = { tsType: "unknown" };
export const neverNode: TypeNode = { tsType: "never" };
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
  const telling = [...new Set(flat)].filter((member) => member !== unknownNode);
  return only(telling) ?? (telling.length === 0 ? unknownNode : { allOf: telling });
}

export const isObjectNode = (node: TypeNode): node is ObjectNode => "type" in node && node.type === "object";

const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);
