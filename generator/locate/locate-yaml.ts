/** A YAML text and the segments of a pointer in; the offset of what they name, or of the innermost value around it, out. */
import { isAlias, isMap, isSeq, type Node, type Pair, type YAMLMap } from "yaml";
import { keyOf } from "../load/parse-yaml.js";
import { yamlDocument } from "../load/yaml-document.js";
import { memberIndex } from "./member-index.js";

export function yamlOffsets(text: string): (segments: readonly string[], isKey: boolean) => number {
  const parsed = yamlDocument(text);
  const tree = parsed.kind === "tree" ? parsed.tree : undefined;
  const memberOf = memberIndex<Node>((node) => (isMap<Node, Node | null>(node) ? membersOf(node, valueOf) : []));
  const keyAt = memberIndex<Node>((node) => (isMap<Node, Node | null>(node) ? membersOf(node, ({ key }) => key) : []));
  return (segments, isKey) => {
    let node: Node | undefined = tree?.contents ?? undefined;
    for (const [index, segment] of segments.entries()) {
      const target = tree && isAlias(node) ? node.resolve(tree) : node;
      const isSought = isKey && index === segments.length - 1;
      const next = isSeq<Node>(target)
        ? target.items[Number(segment)]
        : target && (isSought ? keyAt : memberOf)(target, segment);
      if (next === undefined) break;
      node = next;
    }
    return node?.range?.[0] ?? 0;
  };
}

type Member = Pair<Node, Node | null>;

/** A member without a value (`{ a }`) is where its key is. */
const valueOf = ({ key, value }: Member): Node => value ?? key;

const membersOf = (
  { items }: YAMLMap<Node, Node | null>,
  what: (member: Member) => Node,
): readonly (readonly [string, Node])[] =>
  items.flatMap((member) => {
    const name = keyOf(member.key);
    return name === undefined ? [] : [[name, what(member)] as const];
  });
