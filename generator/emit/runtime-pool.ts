/**
 * The runtime's compiled modules as a pool of declarations: an emitted module takes the ones it uses, with their doc
 * comments, and nothing else. Names are unique over the whole runtime, so a declaration is known by its name.
 */
import { parseModule, type ESTree } from "meriyah";

export interface RuntimePool {
  /**
   * The declarations for some names and all they use, in the runtime's order.
   * @param taken names the emitted module needs itself; a declaration of the same name is renamed.
   */
  take(names: Iterable<string>, taken: ReadonlySet<string>): Taken;
  /** The name a declaration has in a text with these names taken. */
  nameOf(name: string, taken: ReadonlySet<string>): string;
}

export interface Taken {
  readonly text: string;
  /** The name a declaration has in the text. */
  nameOf(name: string): string;
}

interface Declaration {
  readonly text: string;
  readonly identifiers: readonly Identifier[];
}

/** Where a name stands in a declaration's text. */
interface Identifier {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** `{ name }`, which has to become `{ name: other }`. */
  readonly isShorthand: boolean;
}

/** @param modules path below `runtime/` → JavaScript. */
export function runtimePool(modules: ReadonlyMap<string, string>): RuntimePool {
  const declarations = new Map<string, Declaration>();
  for (const [path, text] of modules) {
    for (const [name, declaration] of declarationsOf(text)) {
      if (declarations.has(name)) throw new Error(`the runtime declares ${name} twice, again in ${path}`);
      declarations.set(name, declaration);
    }
  }
  return { take, nameOf };

  function take(names: Iterable<string>, taken: ReadonlySet<string>): Taken {
    const wanted = new Set<string>();
    const want = (name: string): void => {
      const declaration = declarations.get(name);
      if (declaration === undefined || wanted.has(name)) return;
      wanted.add(name);
      for (const used of declaration.identifiers) want(used.name);
    };
    for (const name of names) {
      if (!declarations.has(name)) throw new Error(`the runtime has no ${name}`);
      want(name);
    }
    const rename = (name: string): string => nameOf(name, taken);
    const texts = [...declarations]
      .filter(([name]) => wanted.has(name))
      .map(([, declaration]) => renamed(declaration, wanted, rename));
    return { text: texts.join("\n"), nameOf: rename };
  }

  function nameOf(name: string, taken: ReadonlySet<string>): string {
    const isFree = (each: string): boolean => !taken.has(each) && (each === name || !declarations.has(each));
    let free = name;
    while (declarations.has(name) && !isFree(free)) free += "_";
    return free;
  }
}

function renamed(
  { text, identifiers }: Declaration,
  wanted: ReadonlySet<string>,
  nameOf: (name: string) => string,
): string {
  return identifiers
    .filter(({ name }) => wanted.has(name) && nameOf(name) !== name)
    .toReversed()
    .reduce((done, { name, start, end, isShorthand }) => {
      const next = isShorthand ? `${name}: ${nameOf(name)}` : nameOf(name);
      return done.slice(0, start) + next + done.slice(end);
    }, text);
}

function declarationsOf(source: string): readonly [string, Declaration][] {
  const program = parseModule(source, { next: true, ranges: true });
  let previous = 0;
  return program.body.flatMap((statement): [string, Declaration][] => {
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
    return [[name, { text: comment + source.slice(from, inner.end), identifiers }]];
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
