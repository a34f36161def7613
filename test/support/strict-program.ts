/**
 * Files in, what TypeScript 5.9, strict or not, says about all of them as one program out.
 */
import path from "node:path";
import ts from "typescript-5.9";

/** The strictest consumer there is: no DOM, no Node, no library check skipped but that of TypeScript's own. */
const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  skipDefaultLibCheck: true,
  noEmit: true,
  // What a program infers of the types can be written down.
  declaration: true,
  types: [],
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};

/** One `file:line message` a problem of files on the disk. */
export const strictProblems = (files: readonly string[]): readonly string[] =>
  problemsIn(files, createHost(), process.cwd());

/** The same where nothing is asked to be strict. */
export const looseProblems = (files: readonly string[]): readonly string[] =>
  problemsIn(files, createHost(), process.cwd(), { strict: false, exactOptionalPropertyTypes: false });

/** One `file:line message` a problem of modules in memory, by their paths. */
export function strictProblemsOf(modules: Readonly<Record<string, string>>): readonly string[] {
  const folder = path.resolve("in-memory"); // stands nowhere but here
  const host = createHost();
  const { fileExists, readFile, getSourceFile } = host;
  const given = new Map(Object.entries(modules).map(([file, text]) => [path.join(folder, file), text]));
  const texts = new Map([...given, [path.join(folder, "package.json"), '{ "type": "module" }']]);
  const isGiven = (name: string): boolean => name.startsWith(folder);
  host.directoryExists = (name) => isGiven(name) || ts.sys.directoryExists(name);
  host.fileExists = (name) => (isGiven(name) ? texts.has(name) : fileExists(name));
  host.readFile = (name) => (isGiven(name) ? texts.get(name) : readFile(name));
  host.getSourceFile = (name, how, ...rest) => {
    const text = texts.get(name);
    return text === undefined ? getSourceFile(name, how, ...rest) : ts.createSourceFile(name, text, how);
  };
  return problemsIn([...given.keys()], host, folder);
}

function problemsIn(
  files: readonly string[],
  host: ts.CompilerHost,
  folder: string,
  relaxed: ts.CompilerOptions = {},
): readonly string[] {
  const program = ts.createProgram(files, { ...options, ...relaxed }, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    const where = file ? `${path.relative(folder, file.fileName)}:${line} ` : "";
    return where + ts.flattenDiagnosticMessageText(messageText, " ");
  });
}

/** TypeScript's own libraries, which are the same for every program and take longest. */
const libraries = new Map<string, ts.SourceFile | undefined>();

function createHost(): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  const folder = path.dirname(ts.getDefaultLibFilePath(options));
  host.getSourceFile = (name, ...rest) => {
    if (path.dirname(name) !== folder) return getSourceFile(name, ...rest);
    if (!libraries.has(name)) libraries.set(name, getSourceFile(name, ...rest));
    return libraries.get(name);
  };
  return host;
}
