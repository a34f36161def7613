/**
 * Named types in; the same types out, where a list that a type other than an interface has of itself stands in an interface of
 * its own: `Data = string | Data[]` has a `DataList`. A program's mapped types go into `Data[]` for ever, and stop at a name. It
 * is exported: what a program infers of such a value may have to name it. A list by way of a second type stays where it is.
 */
import type { Definitions } from "../../json/json-schema.js";
import { globalNames } from "../../schema/name/global-names.js";
import type { NamedType } from "./bases.js";
import type { ObjectNode, TypeNode } from "./nodes.js";
import type { Placeholders } from "./placeholders.js";

const nothingMore: ObjectNode = { type: "object", properties: {}, required: [], additionalProperties: false };

/** Where the list's name is taken, it stays where it is. */
export function withLists(
  types: readonly NamedType[],
  $defs: Definitions,
  placeholders: Placeholders,
): readonly NamedType[] {
  return types.flatMap((type): NamedType[] => {
    const { name, node } = type;
    const list = `${name}List`;
    const own = placeholders.hold(name);
    const isTaken = Object.hasOwn($defs, list) || globalNames.has(list);
    if (isTaken || !("anyOf" in node) || !node.anyOf.some((each) => isListOf(own, each))) return [type];
    const reference: TypeNode = { tsType: placeholders.hold(list), kinds: ["array"] };
    const anyOf = node.anyOf.map((each) => (isListOf(own, each) ? reference : each));
    return [
      { ...type, node: { ...node, anyOf } },
      { name: list, words: [], node: nothingMore, base: `Array<${name}>` },
    ];
  });
}

const isListOf = (own: string, node: TypeNode): boolean =>
  "type" in node && node.type === "array" && "tsType" in node.items && node.items.tsType === own;
