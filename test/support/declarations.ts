/**
 * The text of emitted declarations in; what TypeScript reads in it out.
 */
import ts from "typescript-5.9";

/** What a module declares: `interface Workflow`, `type Status`; anything else by its syntax kind. */
export function declarationsOf(text: string): string[] {
  return parsed(text).statements.map((statement) => {
    if (ts.isInterfaceDeclaration(statement)) return `interface ${statement.name.text}`;
    return ts.isTypeAliasDeclaration(statement) ? `type ${statement.name.text}` : ts.SyntaxKind[statement.kind];
  });
}

/** The names of an interface's properties as a program sees them. */
export function propertiesOf(text: string, name: string): string[] {
  const found = parsed(text).statements.find((each) => ts.isInterfaceDeclaration(each) && each.name.text === name);
  const members = found && ts.isInterfaceDeclaration(found) ? [...found.members] : [];
  return members.map((member) =>
    member.name && "text" in member.name ? String(member.name.text) : ts.SyntaxKind[member.kind],
  );
}

/** The JSDoc tags that TypeScript finds in a module, by name. */
export function tagsOf(text: string): string[] {
  const tags: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isPropertySignature(node)) {
      tags.push(...ts.getJSDocTags(node).map((tag) => tag.tagName.text));
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed(text));
  return tags;
}

const parsed = (text: string): ts.SourceFile => ts.createSourceFile("types.d.ts", text, ts.ScriptTarget.ES2022, true);
