/**
 * Stage **format**: files → files as prettier prints them. Validators are printed compactly already, and data stays data.
 */
import { parseModule } from "meriyah";
import type { Plugin } from "prettier";
import * as babel from "prettier/plugins/babel";
import * as estree from "prettier/plugins/estree";
import { format as prettier } from "prettier/standalone";
import { diagnostic, Failure, type Diagnostic } from "./diagnostics.js";
import type { EmittedFile } from "./emit/parts/jobs.js";

/** What a package holds: path below the output folder → text. */
export type Files = ReadonlyMap<string, string>;

const parsers = new Map([
  ["js", "babel"],
  ["ts", "typescript"],
  ["md", "markdown"],
]);

/** A table wider than a screen is not aligned: a longer cell is a change of its own row, not of all. */
const unalignedTables = { proseWrap: "never" } as const;

/** Babel reads TypeScript as well, in half the time that TypeScript takes, and is there already for JavaScript. */
const typescript: Plugin = { parsers: { typescript: babel.parsers["babel-ts"] } };

/** Printed for machines, with lines short enough to debug. */
const isPrintedCompactly = (path: string): boolean => /^(?:validators(?:\/.*)?|json-schema)\.js$/.test(path);

/**
 * Each file is formatted as it comes.
 * @throws Failure for each file whose text does not parse: such a text is never passed through.
 */
export async function format(files: AsyncIterable<EmittedFile> | Iterable<EmittedFile>): Promise<Files> {
  const pending: Promise<readonly [string, string | Diagnostic]>[] = [];
  for await (const [path, text] of files) pending.push(formatOne(path, text).then((result) => [path, result] as const));
  const results = await Promise.all(pending);
  const problems = results.flatMap(([, result]) => (typeof result === "string" ? [] : [result]));
  if (problems.length > 0) throw new Failure(problems);
  return new Map(results.flatMap(([path, result]) => (typeof result === "string" ? [[path, result] as const] : [])));
}

/** The formatted text, or why it does not parse. */
async function formatOne(path: string, text: string): Promise<string | Diagnostic> {
  const parser = parsers.get(path.slice(path.lastIndexOf(".") + 1));
  if (parser === undefined) return text;
  try {
    if (!isPrintedCompactly(path))
      return await prettier(text, { parser, plugins: await pluginsFor(parser), ...unalignedTables });
    parseModule(text, { next: true });
    return text;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return diagnostic("SW240", undefined, { path, problem: message.split("\n")[0] ?? "" });
  }
}

/** Markdown has code in it. */
async function pluginsFor(parser: string): Promise<Plugin[]> {
  const code = [babel, estree, typescript];
  return parser === "markdown" ? [await import("prettier/plugins/markdown"), ...code] : code;
}
