/**
 * A hostile text and its place in; what is wrong with the package that is made out, or that it was refused.
 */
import path from "node:path";
import type { FileTree } from "../support/file-tree.js";
import { makePackage } from "./made-package.js";
import { differences, packageShape, type PackageShape } from "./package-shape.js";
import type { Payload } from "./payloads.js";
import { canBeFileName, harmless, hostileInput, type Slot } from "./slots.js";

export interface Injection {
  readonly name: string;
  readonly given: Partial<Readonly<Record<Slot, string>>>;
}

export interface Outcome {
  /** What differs from the package with harmless texts, or what has no diagnostic that it should have. */
  readonly problems: readonly string[];
  /** Absent where the input was refused. */
  readonly files?: FileTree;
}

/** The same text in one slot or in several; nothing where no file can have such a name. */
export function injection(slots: readonly Slot[], { name, text }: Payload, inModules = false): readonly Injection[] {
  if (slots.some((slot) => slot.endsWith("File")) && !canBeFileName(text)) return [];
  const given = Object.fromEntries([...slots.map((slot) => [slot, text]), ["inModules", String(inModules)]]);
  return [{ name: `${name} as ${slots.join(", ")}${inModules ? ", a module a step" : ""}`, given }];
}

/** @throws Error where the harmless input is refused. */
async function harmlessShape(folder: string, given: Injection["given"]): Promise<PackageShape> {
  const made = await makePackage(hostileInput(given), path.join(folder, "in"));
  if (made.kind === "refusal") throw new Error(made.printed);
  return shapeOf(made.files);
}

/** A pattern is plain text, more than that, or fits every name: its property's type is another one each time. */
const harmlessPatterns = [harmless.patternProperty, "^x-\\d", "x*"] as const;

/** The shape with all harmless texts, and then those with other harmless patterns. */
export async function harmlessShapes(folder: string, given: Injection["given"] = {}): Promise<readonly PackageShape[]> {
  const shapes: PackageShape[] = [];
  for (const patternProperty of harmlessPatterns) {
    shapes.push(await harmlessShape(folder, { ...given, patternProperty }));
  }
  return shapes;
}

/** Refusals are fine where they say what is wrong; that an emitted text does not parse is not for the user to hear. */
export async function inject(each: Injection, expected: readonly PackageShape[], folder: string): Promise<Outcome> {
  const made = await makePackage(hostileInput(each.given), path.join(folder, "in"));
  if (made.kind === "package") {
    const shape = shapeOf(made.files, each.given.packageName);
    const allowed = each.given.patternProperty === undefined ? expected.slice(0, 1) : expected;
    const problems = allowed.map((harmless) => differences(harmless, shape));
    return { problems: problems.find(({ length }) => length === 0) ?? problems[0] ?? [], files: made.files };
  }
  const errors = made.diagnostics.filter(({ severity }) => severity === "error");
  return { problems: errors.some(({ code }) => code === "SW240" || code === "SW401") ? [made.printed] : [] };
}

/** A module that is named after a hostile tag is called by its number; any other odd path is told. */
function shapeOf(files: FileTree, packageName: string = harmless.packageName): PackageShape {
  const steps = [...files.keys()].flatMap((file) => /^validators\/(.*)\.js$/.exec(file)?.[1] ?? []);
  const numbers = new Map(
    steps.filter((name) => !/^(?:shared|runtime)$/.test(name)).map((name, index) => [name, index]),
  );
  const renamed = (text: string): string =>
    text
      .replace(`from "${packageName}`, `from "${harmless.packageName}`)
      .replace(/validators\/([^."]+)/, (whole, name: string) =>
        numbers.has(name) ? `validators/step ${numbers.get(name)}` : whole,
      );
  const renamedKeys = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [renamed(key), value]));
  const odd = [...files.keys()].filter(
    (file) => !/^(?:[\w.-]|validators\/[\w$]){1,200}(?:\.js|\.d\.ts|\.json|\.md|LICENSE)$/.test(file),
  );
  const shapes = Object.entries(renamedKeys(packageShape(files))).map(
    ([file, shape]) => [file, renamedKeys(shape)] as const,
  );
  return { ...Object.fromEntries(shapes), "odd paths": Object.fromEntries(odd.map((file) => [file, 1])) };
}
