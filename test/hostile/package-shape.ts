/**
 * An emitted package in; the shape of each of its files out. Packages of schemas that differ in harmless words have one shape.
 */
import type { FileTree } from "../support/file-tree.js";
import { typeScriptShape, scriptShape, type Shape } from "./code-shape.js";
import { codeBlocks, markdownShape } from "./markdown-shape.js";

/** By the file's path. */
export type PackageShape = Readonly<Record<string, Shape>>;

/** @throws SyntaxError where a file does not parse. */
export function packageShape(files: FileTree): PackageShape {
  return Object.fromEntries([...files].map(([path, text]) => [path, shapeOf(path, text)]));
}

function shapeOf(path: string, text: string): Shape {
  if (path.endsWith(".d.ts")) return typeScriptShape(text);
  if (path.endsWith(".js")) return scriptShape(text);
  if (path === "README.md") return readmeShape(text);
  if (path === "package.json") return Object.fromEntries(pathsIn(JSON.parse(text)).map((each) => [each, 1]));
  return path === "schema.json" ? { [typeof JSON.parse(text)]: 1 } : {};
}

/** The README's programs are read by people, who may run them. */
function readmeShape(text: string): Shape {
  const programs = codeBlocks(text, "ts").map((block) => Object.entries(typeScriptShape(block, "example.ts")));
  const commands = codeBlocks(text, "sh").map((block): [string, number] => [
    "lines of commands",
    block.split("\n").length,
  ]);
  return { ...markdownShape(text), ...Object.fromEntries([...programs.flat(), ...commands]) };
}

/** Which members a JSON value has; what they hold is data. */
function pathsIn(value: unknown, at = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [at];
  return Object.entries(value).flatMap(([key, child]) => pathsIn(child, `${at}/${key}`));
}

/** `steps.js: call eval 0 → 1` for each thing that there is more or less of; a file that is missing or surplus. */
export function differences(expected: PackageShape, found: PackageShape): readonly string[] {
  return [...new Set([...Object.keys(expected), ...Object.keys(found)])].flatMap((file) => {
    const [before, after] = [expected[file], found[file]];
    if (before === undefined || after === undefined) return [`${file}: ${before ? "missing" : "surplus"}`];
    return [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((what) => before[what] !== after[what])
      .map((what) => `${file}: ${what} ${before[what] ?? 0} → ${after[what] ?? 0}`);
  });
}
