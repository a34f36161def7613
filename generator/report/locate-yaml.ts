/** A YAML text and the segments of a pointer in; the offset of what they name, or of the innermost value around it, out. */
import { isAlias, isMap, isSeq, type Document, type Node } from "yaml";
import { keyOf } from "../load/parse-yaml.js";
import { yamlDocument } from "../load/yaml-document.js";

export function yamlOffsets(text: string): (segments: readonly string[]) => number {
  const parsed = yamlDocument(text);
  const tree = parsed.kind === "tree" ? parsed.tree : undefined;
  return (segments) => {
    let node: Node | undefined = tree?.contents ?? undefined;
    for (const segment of segments) {
      const next: Node | undefined = tree && childOf(node, segment, tree);
      if (next === undefined) break;
      node = next;
    }
    return node?.range?.[0] ?? 0;
  };
}

/** A member without a value (`{ a }`) is where its key is. */
function childOf(node: Node | undefined, segment: string, tree: Document.Parsed): Node | undefined {
  const target = isAlias(node) ? node.resolve(tree) : node;
  if (isSeq<Node>(target)) return target.items[Number(segment)];
  if (!isMap<Node, Node | null>(target)) return undefined;
  const pair = target.items.find(({ key }) => keyOf(key) === segment);
  return pair?.value ?? pair?.key;
}
