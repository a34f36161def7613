/**
 * A YAML text in, the JSON value it stands for out: keys are texts, no value that JSON lacks, aliases written out within
 * bounds.
 */
import { isAlias, isMap, isScalar, isSeq, visit, type Alias, type Document, type Node, type Pair } from "yaml";
import type { Json } from "../json/json-schema.js";
import { mostAliased, mostLevels } from "./limits.js";
import type { StructureProblem } from "./structure.js";
import type { SyntaxProblem } from "./syntax-error.js";
import { yamlDocument } from "./yaml-document.js";

export type YamlProblem =
  | StructureProblem
  | ({ readonly kind: "syntax" } & SyntaxProblem)
  | { readonly kind: "large"; readonly offset: number };

/** The value, and all that is wrong with the text; with a problem the value is not to be used. */
export function parseYaml(text: string): { readonly value: Json; readonly problems: readonly YamlProblem[] } {
  const parsed = yamlDocument(text);
  if (parsed.kind !== "tree") return { value: null, problems: [parsed] };
  const { tree } = parsed;
  const problems: YamlProblem[] = parsed.problems.map((each) => ({ kind: "syntax", ...each }));
  if (tree === undefined || problems.length > 0) return { value: null, problems };
  const value = toJson(tree, problems);
  return { value, problems };
}

/** Stops at what would not end: beyond the depth and beyond the aliases nothing is read. */
function toJson(tree: Document.Parsed, problems: YamlProblem[]): Json {
  let aliased = 0;
  const targets = targetsIn(tree);
  return convert(tree.contents, 0, undefined);

  function convert(node: Node | null | undefined, depth: number, alias: number | undefined): Json {
    if (node === null || node === undefined) return null;
    const offset = alias ?? offsetOf(node);
    if (alias !== undefined && (aliased += 1) > mostAliased) {
      if (aliased === mostAliased + 1) say(`aliases stand for more than ${mostAliased} values`, offset);
      return null;
    }
    if (isAlias(node)) {
      const target = targets.get(node);
      if (target === undefined) say(`the alias *${node.source} has no anchor before it`, offset);
      return convert(target, depth, offset);
    }
    if (isScalar(node)) return scalar(node.value, offset);
    if (depth === mostLevels) {
      if (!problems.some(({ kind }) => kind === "deep")) problems.push({ kind: "deep", offset });
      return null;
    }
    if (isSeq<Node>(node)) return node.items.map((item) => convert(item, depth + 1, alias));
    return isMap<Node, Node | null>(node) ? members(node.items, depth, alias) : null;
  }

  function members(pairs: readonly Pair<Node, Node | null>[], depth: number, alias: number | undefined): Json {
    const found = new Map<string, Json>();
    for (const { key: keyNode, value } of pairs) {
      const key = keyOf(keyNode);
      const offset = alias ?? offsetOf(keyNode);
      if (key === undefined) say("a key must be a text", offset);
      else if (isMergeKey(keyNode)) say("YAML 1.2 has no merge keys; a name is put in quotes", offset);
      else if (found.has(key)) problems.push({ kind: "repeated", key, offset });
      else found.set(key, convert(value, depth + 1, alias));
    }
    return Object.fromEntries(found);
  }

  function scalar(value: unknown, offset: number): Json {
    if (value === null || typeof value === "boolean" || typeof value === "string") return value;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    say("JSON has no such value", offset);
    return null;
  }

  function say(problem: string, offset: number): void {
    problems.push({ kind: "syntax", problem, offset });
  }
}

/** The node of each alias: the last one before it with its anchor. The library would look for each from the beginning. */
function targetsIn(tree: Document.Parsed): ReadonlyMap<Alias, Node> {
  const anchored = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(tree, {
    Alias(_, alias) {
      const target = anchored.get(alias.source);
      if (target !== undefined) targets.set(alias, target);
    },
    Value(_, node) {
      if (node.anchor !== undefined) anchored.set(node.anchor, node);
    },
  });
  return targets;
}

/** A key as it is written (`200:` is "200"); undefined for one that is no scalar. */
export const keyOf = (node: unknown): string | undefined =>
  isScalar(node) ? (typeof node.value === "string" ? node.value : (node.source ?? String(node.value))) : undefined;

/** As YAML 1.1 has it: `<<` without quotes. */
const isMergeKey = (node: Node): boolean => isScalar(node) && node.value === "<<" && node.type === "PLAIN";

const offsetOf = ({ range }: Node): number => range?.[0] ?? 0;
