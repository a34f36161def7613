/** A YAML text and the segments of a pointer in; the offset of what they name, or of the innermost value around it, out. */
import { isAlias, isMap, isSeq, type Node, type YAMLMap } from "yaml";
import { keyOf } from "../load/parse-yaml.js";
import { yamlDocument } from "../load/yaml-document.js";
import { memberIndex } from "./member-index.js";

export function yamlOffsets(text: string): (segments: readonly string[]) => number {
  const parsed = yamlDocument(text);
  const tree = parsed.kind === "tree" ? parsed.tree : undefined;
  const memberOf = memberIndex<Node>((node) => (isMap<Node, Node | null>(node) ? membersOf(node) : []));
  return (segments) => {
    let node: Node | undefined = tree?.contents ?? undefined;
    for (const segment of segments) {
      const target = tree && isAlias(node) ? node.resolve(tree) : node;
      const next = isSeq<Node>(target) ? target.items[Number(segment)] : target && memberOf(target, segment);
      if (next === undefined) break;
      node = next;
    }
    return node?.range?.[0] ?? 0;
  };
}

/** A member without a value (`{ a }`) is where its key is. */
const membersOf = ({ items }: YAMLMap<Node, Node | null>): readonly (readonly [string, Node])[] =>
  items.flatMap(({ key, value }) => {
    const name = keyOf(key);
    return name === undefined ? [] : [[name, value ?? key] as const];
  });
