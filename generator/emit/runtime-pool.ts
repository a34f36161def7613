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
}

export interface Taken {
  readonly text: string;
  /** The name a declaration has in the text. */
  nameOf(name: string): string;
}

interface Declaration {
  readonly text: string;
  readonly identifiers: readonly { readonly name: string; readonly start: number; readonly end: number }[];
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
  return { take };

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
    const nameOf = (name: string): string => (wanted.has(name) && taken.has(name) ? nameOf(`${name}_`) : name);
    const texts = [...declarations].filter(([name]) => wanted.has(name)).map(([, declaration]) => renamed(declaration, wanted, nameOf));
    return { text: texts.join("\n"), nameOf };
  }
}

function renamed({ text, identifiers }: Declaration, wanted: ReadonlySet<string>, nameOf: (name: string) => string): string {
  return identifiers
    .filter(({ name }) => wanted.has(name))
    .toReversed()
    .reduce((done, { name, start, end }) => done.slice(0, start) + nameOf(name) + done.slice(end), text);
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
    const identifiers = identifiersIn(inner).map((each) => ({
      name: each.name,
      start: comment.length + (each.start as number) - from,
      end: comment.length + (each.end as number) - from,
    }));
    return [[name, { text: comment + source.slice(from, inner.end), identifiers }]];
  });
}

function declaredName(node: ESTree.Node): string | undefined {
  const declares = node.type === "FunctionDeclaration" || node.type === "ClassDeclaration";
  const id = declares ? node.id : node.type === "VariableDeclaration" ? node.declarations[0]?.id : undefined;
  return id?.type === "Identifier" ? (id.name as string) : undefined;
}

/** Identifiers that are not names of members or keys, in the order of the text. */
function identifiersIn(root: ESTree.Node): ESTree.Identifier[] {
  const found: ESTree.Identifier[] = [];
  const visit = (node: unknown, parent?: ESTree.Node): void => {
    if (Array.isArray(node)) return node.forEach((each) => visit(each, parent));
    if (typeof node !== "object" || node === null || !("type" in node)) return;
    const current = node as ESTree.Node;
    if (current.type === "Identifier" && !isMemberName(current, parent)) found.push(current);
    for (const [key, child] of Object.entries(current)) if (key !== "loc" && key !== "range") visit(child, current);
  };
  visit(root);
  return [...new Set(found)].sort((a, b) => (a.start as number) - (b.start as number));
}

function isMemberName(node: ESTree.Identifier, parent: ESTree.Node | undefined): boolean {
  if (parent?.type === "MemberExpression") return parent.property === node && parent.computed !== true;
  if (parent?.type === "Property" && parent.shorthand === true) return false;
  const keyed = parent?.type === "Property" || parent?.type === "PropertyDefinition" || parent?.type === "MethodDefinition";
  return keyed && parent.key === node && parent.computed !== true;
}
