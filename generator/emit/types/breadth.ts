/**
 * A type in, of how many types it is the union once TypeScript has multiplied it out. It refuses more than a hundred thousand
 * (TS2590), so that what would become more is said wider.
 */
import { intersection, union, unknownNode, type TypeNode } from "./nodes.js";

/** Well below TypeScript's limit: several such types may meet in a program. */
const mostBranches = 25_000;

/** How many types a node is the union of. */
export type Breadth = (node: TypeNode) => number;

/** @param behind what a reference to a definition comes to. */
export function breadthReader(behind: (name: string) => number): Breadth {
  return function breadth(node): number {
    if ("anyOf" in node) return node.anyOf.reduce((sum, each) => sum + breadth(each), 0);
    if ("allOf" in node) return node.allOf.reduce((product, each) => product * breadth(each), 1);
    if ("tsType" in node) return node.refersTo === undefined ? 1 : behind(node.refersTo);
    return "type" in node && node.type === "boolean" ? 2 : 1;
  };
}

/** The intersection, without the broadest of its members where it would be too broad. */
export function boundedIntersection(members: readonly TypeNode[], breadth: Breadth): TypeNode {
  const whole = intersection(members);
  if (!("allOf" in whole) || breadth(whole) <= mostBranches) return whole;
  const [broadest] = whole.allOf.toSorted((a, b) => breadth(b) - breadth(a));
  return boundedIntersection(
    whole.allOf.filter((member) => member !== broadest),
    breadth,
  );
}

/** The union, or any value where it would be too broad. */
export function boundedUnion(members: readonly TypeNode[], breadth: Breadth): TypeNode {
  const whole = union(members);
  return breadth(whole) > mostBranches ? unknownNode : whole;
}
