/** The members of a node in, a search by key out: a node may have 100,000 of them, and each be searched for. */

/** @param membersOf asked once of each node, when its first member is searched for; of two with one key the first is found. */
export function memberIndex<Node extends object>(
  membersOf: (node: Node) => readonly (readonly [key: string, value: Node])[],
): (node: Node, key: string) => Node | undefined {
  const indexes = new WeakMap<Node, ReadonlyMap<string, Node>>();
  return (node, key) => {
    const index = indexes.get(node) ?? new Map(membersOf(node).toReversed());
    indexes.set(node, index);
    return index.get(key);
  };
}
