/**
 * For tests of emitted types: declaration files in, what a strict TypeScript 5.9 says about them out.
 */
import ts from "typescript-5.9";

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  // What a program infers of the types can be written down.
  declaration: true,
  types: [],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ["lib.es2022.d.ts"],
};

/** All problems of some modules that are compiled together, as `file:line message`. */
export function problemsOf(files: Readonly<Record<string, string>>): string[] {
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  // They stand in a folder that is not there.
  const given = new Map(Object.entries(files).map(([name, text]) => [`/emitted/${name}`, text]));
  host.directoryExists = () => true;
  host.fileExists = (path) => given.has(path) || fileExists(path);
  host.getSourceFile = (path, ...rest) => {
    const text = given.get(path);
    return text === undefined ? getSourceFile(path, ...rest) : parsed(path, text);
  };
  const program = ts.createProgram([...given.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName.replace("/emitted/", "")}:${line} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}

/** What a module declares: `interface Workflow`, `type Status`; anything else by its syntax kind. */
export function declarationsOf(text: string): string[] {
  return parsed("types.d.ts", text).statements.map((statement) => {
    if (ts.isInterfaceDeclaration(statement)) return `interface ${statement.name.text}`;
    return ts.isTypeAliasDeclaration(statement) ? `type ${statement.name.text}` : ts.SyntaxKind[statement.kind];
  });
}

/** The names of an interface's properties as a program sees them. */
export function propertiesOf(text: string, name: string): string[] {
  const found = parsed("types.d.ts", text).statements.find(
    (each) => ts.isInterfaceDeclaration(each) && each.name.text === name,
  );
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
  visit(parsed("types.d.ts", text));
  return tags;
}

const parsed = (name: string, text: string): ts.SourceFile =>
  ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
