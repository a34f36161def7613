/**
 * An emitted module in; what it does, without the names and the literals of the schema, out: its statements, imports,
 * calls, globals, and what its comments mean to a compiler. Two modules that differ in harmless words have one shape.
 */
import { parseModule, type ESTree } from "meriyah";
import ts from "typescript-5.9";

/** How often there is what. */
export type Shape = Readonly<Record<string, number>>;

type Node = ESTree.Node & Readonly<Record<string, unknown>>;

/** @throws SyntaxError where it does not parse. */
export function scriptShape(text: string): Shape {
  const program = parseModule(text, { next: true }) as unknown as Node;
  const declared = new Set<string>();
  walk(program, (node) => {
    for (const name of declaredBy(node)) declared.add(name);
  });
  const found: string[] = [];
  walk(program, (node, parent, key) => {
    if (
      /Statement$|Declaration$|^(?:Import|New|TaggedTemplate|Yield|Await|Update|Assignment)Expression$/.test(node.type)
    ) {
      found.push(node.type);
    }
    if (node.type === "ImportDeclaration")
      found.push(`import ${String((node as ESTree.ImportDeclaration).source.value)}`);
    if (node.type === "CallExpression" && !isNaming(node)) found.push(`call ${calleeText(node.callee as Node)}`);
    if (node.type === "Identifier" && isReference(parent, key) && !declared.has(node.name as string)) {
      found.push(`global ${node.name as string}`);
    }
  });
  return counted([...found, ...commentShape(text, "module.js")]);

  function calleeText(callee: Node): string {
    if (callee.type === "Identifier") return declared.has(callee.name as string) ? "own" : String(callee.name);
    if (callee.type !== "MemberExpression") return callee.type;
    return `${calleeText(callee.object as Node)}.${callee.computed === true ? "[]" : String((callee.property as Node).name)}`;
  }
}

/** @throws SyntaxError where it does not parse. */
export function typeScriptShape(text: string, name = "module.d.ts"): Shape {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
  const own = new Set<string>();
  const found: string[] = [];
  const visit = (node: ts.Node, each: (node: ts.Node) => void): void => {
    each(node);
    ts.forEachChild(node, (child) => visit(child, each));
  };
  visit(file, (node) => {
    if ((ts.isDeclarationStatement(node) || ts.isTypeParameterDeclaration(node)) && node.name)
      own.add(node.name.getText());
    if (ts.isImportSpecifier(node)) own.add(node.name.text);
  });
  visit(file, (node) => {
    if (
      ts.isStatement(node) ||
      ts.isImportTypeNode(node) ||
      ts.isTypeQueryNode(node) ||
      ts.isFunctionLike(node) ||
      ts.isCallLikeExpression(node)
    ) {
      found.push(ts.SyntaxKind[node.kind] ?? "");
    }
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
      found.push(`from ${node.moduleSpecifier?.getText()}`);
    // What every object inherits, a property of such a name takes over: `Object["toString"]`.
    const isForeign =
      ts.isTypeReferenceNode(node) && !own.has(node.typeName.getText()) && node.typeName.getText() !== "Object";
    if (isForeign) found.push(`type ${node.typeName.getText()}`);
  });
  return counted([...found, ...commentShape(text, name)]);
}

/** What comments say to a compiler or an editor: tags, directives, references. */
function commentShape(text: string, name: string): readonly string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true) as ts.SourceFile & {
    readonly parseDiagnostics: readonly ts.Diagnostic[];
    readonly commentDirectives?: readonly unknown[];
    readonly pragmas: ReadonlyMap<string, unknown>;
  };
  const [problem] = file.parseDiagnostics;
  if (problem) throw new SyntaxError(ts.flattenDiagnosticMessageText(problem.messageText, " "));
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    for (const tag of ts.getJSDocTags(node)) found.push(`@${tag.tagName.text}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [
    ...found,
    ...(file.commentDirectives ?? []).map(() => "comment directive"),
    ...[...file.pragmas.keys()].map((pragma) => `pragma ${pragma}`),
    ...[...file.referencedFiles, ...file.typeReferenceDirectives, ...file.libReferenceDirectives].map(
      () => "reference",
    ),
  ];
}

function counted(found: readonly string[]): Shape {
  const counts = new Map<string, number>();
  for (const each of found) counts.set(each, (counts.get(each) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function walk(node: Node, each: (node: Node, parent: Node | undefined, key: string) => void): void {
  const visit = (at: Node, parent: Node | undefined, under: string): void => {
    each(at, parent, under);
    for (const [key, value] of Object.entries(at)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, at, key);
    }
  };
  visit(node, undefined, "");
}

/** `propertyName("a-b")`: a name that is no identifier, as an issue tells it; another name is a literal of its own. */
function isNaming({ callee, arguments: given }: ESTree.CallExpression & Node): boolean {
  const [name, ...more] = given;
  const isLiteral = name?.type === "Literal" && more.length === 0;
  return isLiteral && callee.type === "Identifier" && callee.name === "propertyName";
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";

/** The names that a node binds for what stands around or inside it. */
function declaredBy(node: Node): readonly string[] {
  if (node.type === "VariableDeclarator") return namesIn(node.id);
  if (/^(?:Function|Class)(?:Declaration|Expression)$|^ArrowFunctionExpression$/.test(node.type)) {
    return [...namesIn(node.id), ...((node.params as readonly unknown[] | undefined) ?? []).flatMap(namesIn)];
  }
  if (/^Import(?:Default|Namespace)?Specifier$/.test(node.type)) return namesIn(node.local);
  return node.type === "CatchClause" ? namesIn(node.param) : [];
}

function namesIn(pattern: unknown): readonly string[] {
  if (!isNode(pattern)) return [];
  if (pattern.type === "Identifier") return [String(pattern.name)];
  if (pattern.type === "AssignmentPattern") return namesIn(pattern.left);
  if (pattern.type === "RestElement") return namesIn(pattern.argument);
  if (pattern.type === "ArrayPattern") return (pattern.elements as readonly unknown[]).flatMap(namesIn);
  if (pattern.type !== "ObjectPattern") return [];
  return (pattern.properties as unknown as readonly Node[]).flatMap((each) => namesIn(each.value ?? each.argument));
}

function isReference(parent: Node | undefined, key: string): boolean {
  if (parent?.type === "MemberExpression") return key === "object" || parent.computed === true;
  if (parent?.type === "Property") return key === "value" || parent.computed === true;
  return !/^(?:MethodDefinition|PropertyDefinition|Export\w+|ImportSpecifier|LabeledStatement|MetaProperty)$/.test(
    parent?.type ?? "",
  );
}
