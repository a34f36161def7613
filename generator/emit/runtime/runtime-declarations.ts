/**
 * A compiled runtime module in; its top declarations, with their doc comments and the names they use, out.
 */
import { parseModule, type ESTree } from "meriyah";

export interface Declaration {
  readonly name: string;
  readonly text: string;
  readonly identifiers: readonly Identifier[];
}

/** Where a name stands in a declaration's text. */
export interface Identifier {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** `{ name }`, which has to become `{ name: other }`. */
  readonly isShorthand: boolean;
}

/** The names of the top declarations, without parsing: the compiler begins each in the first column. */
export const declaredNames = (source: string): readonly string[] =>
  [...source.matchAll(/^(?:export )?(?:function|const|let|class) ([\w$]+)/gm)].map(([, name = ""]) => name);

/** In the order of the text. */
export function declarationsOf(source: string): readonly Declaration[] {
  const program = parseModule(source, { next: true, ranges: true });
  let previous = 0;
  return program.body.flatMap((statement): Declaration[] => {
    const comment = source.slice(previous, statement.start).match(/\/\*\*(?:(?!\*\/)[^])*\*\/\n$/)?.[0] ?? "";
    previous = statement.end as number;
    if (statement.type === "ImportDeclaration") return [];
    const inner = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    const name = inner ? declaredName(inner) : undefined;
    if (!inner || name === undefined) return [];
    const from = inner.start as number;
    const identifiers = identifiersIn(inner).map(({ node, isShorthand }) => ({
      name: node.name,
      start: comment.length + (node.start as number) - from,
      end: comment.length + (node.end as number) - from,
      isShorthand,
    }));
    return [{ name, text: comment + source.slice(from, inner.end), identifiers }];
  });
}

function declaredName(node: ESTree.Node): string | undefined {
  const declares = node.type === "FunctionDeclaration" || node.type === "ClassDeclaration";
  const id = declares ? node.id : node.type === "VariableDeclaration" ? node.declarations[0]?.id : undefined;
  return id?.type === "Identifier" ? (id.name as string) : undefined;
}

interface FoundIdentifier {
  readonly node: ESTree.Identifier;
  readonly isShorthand: boolean;
}

/** Identifiers that are not names of members or keys, in the order of the text. */
function identifiersIn(root: ESTree.Node): readonly FoundIdentifier[] {
  const found = new Map<number, FoundIdentifier>();
  const visit = (node: unknown, parent?: ESTree.Node): void => {
    if (Array.isArray(node)) return node.forEach((each) => visit(each, parent));
    if (typeof node !== "object" || node === null || !("type" in node)) return;
    const current = node as ESTree.Node;
    if (current.type === "Identifier" && !isMemberName(current, parent)) {
      const start = current.start as number; // the key and the value of a shorthand stand at the same place
      const isShorthand = parent?.type === "Property" && parent.shorthand === true;
      found.set(start, { node: current, isShorthand: isShorthand || (found.get(start)?.isShorthand ?? false) });
    }
    for (const [key, child] of Object.entries(current)) if (key !== "loc" && key !== "range") visit(child, current);
  };
  visit(root);
  return [...found.values()].sort((a, b) => (a.node.start as number) - (b.node.start as number));
}

function isMemberName(node: ESTree.Identifier, parent: ESTree.Node | undefined): boolean {
  if (parent?.type === "MemberExpression") return parent.property === node && parent.computed !== true;
  if (parent?.type === "Property" && parent.shorthand === true) return false;
  const keyed =
    parent?.type === "Property" || parent?.type === "PropertyDefinition" || parent?.type === "MethodDefinition";
  return keyed && parent.key === node && parent.computed !== true;
}
