/**
 * The tags that choose a leaf of a union, level by level: a union's schema in, a tree out, and the tree as lines.
 */
import { refName, type Definitions, type Scalar, type Schema, type SchemaObject } from "../json/json-schema.js";
import { multimap } from "../multimap.js";
import { definitionOf } from "../schema/reading/definition-of.js";
import { tagsOf } from "../schema/reading/tagged-union.js";
import { shownName } from "./layout.js";

export interface TagTree {
  readonly tag: string;
  readonly branches: readonly TagBranch[];
}

interface TagBranch {
  /** Undefined for a value without the tag. */
  readonly value: Scalar | undefined;
  /** Whether a missing tag means this one. */
  readonly isDefault: boolean;
  /** The type of the branch. */
  readonly type: string;
  /** Absent for a leaf. */
  readonly below?: TagTree;
}

/** The tree of a schema that is a tagged union, or a choice with one in it; undefined for any other. */
export function tagTree(
  schema: Schema | undefined,
  $defs: Definitions,
  seen: ReadonlySet<SchemaObject> = new Set(),
): TagTree | undefined {
  const target = definitionOf(schema, $defs);
  if (typeof target !== "object" || seen.has(target)) return undefined;
  const inside = new Set([...seen, target]);
  const { discriminator, anyOf = [], oneOf = [] } = target;
  if (discriminator === undefined) {
    return [...anyOf, ...oneOf].map((choice) => tagTree(choice, $defs, inside)).find((tree) => tree !== undefined);
  }
  const { propertyName: tag, absent } = discriminator;
  const branch = (value: Scalar | undefined, ref: string): TagBranch => {
    const below = tagTree({ $ref: ref }, $defs, inside);
    return { value, isDefault: ref === absent, type: refName(ref), ...(below && { below }) };
  };
  const branches = tagsOf(discriminator).map(([value, ref]) => branch(value, ref));
  const isUntagged = absent !== undefined && branches.every(({ isDefault }) => !isDefault);
  return { tag, branches: isUntagged ? [...branches, branch(undefined, absent)] : branches };
}

/** How many types a tree leads to. */
export const leafCount = (tree: TagTree): number => new Set(leaves(tree)).size;

const leaves = ({ branches }: TagTree): readonly string[] =>
  branches.flatMap(({ type, below }) => (below ? leaves(below) : [type]));

/**
 * `model: klein → operation: createImage | editImage`: values with the same tags below them share a line, a single line
 * below stands behind its arrow, several are indented.
 */
export function tagLines({ tag, branches }: TagTree): readonly string[] {
  const groups = multimap(
    branches.map((branch) => [branch.below ? tagLines(branch.below).join("\n") : "", branch] as const),
  );
  return [...groups].flatMap(([text, values]) => {
    const lines = text === "" ? [] : text.split("\n");
    const head = `${shownName(tag)}: ${values.map(shownValue).join(" | ")}`;
    if (lines.length === 0) return [head];
    return lines.length === 1 ? [`${head} → ${lines[0] ?? ""}`] : [`${head} →`, ...lines.map((line) => `  ${line}`)];
  });
}

function shownValue({ value, isDefault }: TagBranch): string {
  if (value === undefined) return "(no tag)";
  const shown = typeof value === "string" ? shownName(value) : String(value);
  return isDefault ? `${shown} (default)` : shown;
}
