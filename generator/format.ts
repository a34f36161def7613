/**
 * Stage **format**: files → files as prettier prints them. Validators are printed compactly already, and data stays data.
 */
import { format as prettier } from "prettier";
import { diagnostic, Failure, type Diagnostic } from "./diagnostics.js";
import type { Files } from "./model/model.js";

const parsers = new Map([
  ["js", "babel"],
  ["ts", "typescript"],
  ["md", "markdown"],
]);

/** Printed for machines, with lines short enough to debug. */
const isPrintedCompactly = (path: string): boolean => /^validators(?:\/.*)?\.js$/.test(path);

/** @throws Failure for each file whose text does not parse: such a text is never passed through. */
export async function format(files: Files): Promise<Files> {
  const problems: Diagnostic[] = [];
  const formatted = await Promise.all(
    [...files].map(async ([path, text]) => [path, await formatOne(path, text, problems)] as const),
  );
  if (problems.length > 0) throw new Failure(problems);
  return new Map(formatted);
}

async function formatOne(path: string, text: string, problems: Diagnostic[]): Promise<string> {
  const parser = isPrintedCompactly(path) ? undefined : parsers.get(path.slice(path.lastIndexOf(".") + 1));
  if (parser === undefined) return text;
  try {
    return await prettier(text, { parser });
  } catch (error) {
    problems.push(
      diagnostic("SW240", undefined, {
        path,
        problem: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error),
      }),
    );
    return text;
  }
}
