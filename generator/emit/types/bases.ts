/**
 * Named types and the definitions they were made of in; the same types out, where the members that all branches of a tagged
 * union have stand once, in an interface that each branch extends. That is how the schema's author thinks of them, and it
 * halves what a compiler reads.
 */
import { referredName, type Definitions } from "../../json/json-schema.js";
import { isObjectNode, unknownNode, type ObjectNode, type TypeNode } from "./nodes.js";

export interface NamedType {
  readonly name: string;
  readonly words: readonly string[];
  readonly node: TypeNode;
  /** The interface that it extends. */
  readonly base?: string;
  /** Whether it is there for others to extend only. */
  readonly isBase?: true;
}

/** A single member is repeated sooner than it is looked up elsewhere. */
const worthABase = 2;

/** A base stands before its union; where its name is taken, the branches stay as they are. */
export function withBases(types: readonly NamedType[], $defs: Definitions): readonly NamedType[] {
  const branchesOf = unionTree($defs);
  const objects = new Map(types.flatMap(({ name, node }) => (isExtendable(node) ? [[name, node] as const] : [])));
  const bases = new Map<string, NamedType>();
  const branches = new Map<string, Pick<NamedType, "base" | "node">>();
  const nested = new Set([...branchesOf.values()].flat());
  for (const union of branchesOf.keys()) if (!nested.has(union)) extract(union, undefined, new Set());
  return types.flatMap((type) => {
    const base = bases.get(type.name);
    return [...(base === undefined ? [] : [base]), { ...type, ...branches.get(type.name) }];
  });

  /** @param inherited the members that `base` has, and what it extends itself */
  function extract(union: string, base: string | undefined, inherited: ReadonlySet<string>): void {
    const shared = sharedBy(leavesOf(union)).filter((key) => !inherited.has(key));
    const name = `${union}Base`;
    const [first] = leavesOf(union);
    if (first === undefined || shared.length < worthABase || Object.hasOwn($defs, name)) {
      extend(union, base, inherited);
      return;
    }
    const own = { ...withMembers(first, (key) => shared.includes(key)), additionalProperties: false } as const;
    const words = isWhole(union) ? `What every \`${union}\` has.` : `What several kinds of \`${union}\` share.`;
    bases.set(union, { name, words: [words], node: own, isBase: true, ...(base && { base }) });
    extend(union, name, new Set([...inherited, ...shared]));
  }

  function extend(union: string, base: string | undefined, inherited: ReadonlySet<string>): void {
    for (const branch of branchesOf.get(union) ?? []) {
      const node = objects.get(branch);
      if (node === undefined) extract(branch, base, inherited);
      else if (base !== undefined)
        branches.set(branch, { base, node: withMembers(node, (key) => !inherited.has(key)) });
    }
  }

  /** Whether each branch extends the base: none has a typed index signature, none belongs to another union. */
  function isWhole(union: string): boolean {
    const schema = $defs[union];
    const branches = branchesOf.get(union) ?? [];
    const isAll = typeof schema === "object" && schema.oneOf?.length === branches.length;
    return isAll && branches.every((branch) => objects.has(branch) || isWhole(branch));
  }

  /** The objects below a union, through unions of unions. */
  function leavesOf(union: string): readonly ObjectNode[] {
    return (branchesOf.get(union) ?? []).flatMap((branch) => objects.get(branch) ?? leavesOf(branch));
  }
}

/** Tagged union → its branches; a branch of several belongs to the first of them. */
function unionTree($defs: Definitions): ReadonlyMap<string, readonly string[]> {
  const owned = new Set<string>();
  const tree = new Map<string, readonly string[]>();
  for (const [name, schema] of Object.entries($defs)) {
    if (typeof schema === "boolean" || schema.discriminator === undefined) continue;
    const named = (schema.oneOf ?? []).flatMap((branch) => referredName(branch) ?? []);
    const branches = named.filter((branch) => !owned.has(branch));
    for (const branch of branches) owned.add(branch);
    tree.set(name, branches);
  }
  return tree;
}

/** What is printed as an interface; an index signature that is no `unknown` is printed in view of all members beside it. */
const isExtendable = (node: TypeNode): node is ObjectNode =>
  isObjectNode(node) && (node.additionalProperties === false || node.additionalProperties === unknownNode);

/** The members that all of several objects have: of the same name, type and words. */
function sharedBy([first, ...others]: readonly ObjectNode[]): readonly string[] {
  if (first === undefined || others.length === 0) return [];
  return Object.keys(first.properties).filter((key) =>
    others.every(
      ({ properties, required }) =>
        properties[key] === first.properties[key] && required.includes(key) === first.required.includes(key),
    ),
  );
}

function withMembers(node: ObjectNode, stays: (key: string) => boolean): ObjectNode {
  return {
    ...node,
    properties: Object.fromEntries(Object.entries(node.properties).filter(([key]) => stays(key))),
    required: node.required.filter(stays),
  };
}
