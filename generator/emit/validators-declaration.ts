/**
 * The declarations of the validator modules: module path without extension → text.
 */
import type { Entry, Workflow } from "../model/model.js";
import { articleOf } from "./article.js";
import { runtimeModules } from "./runtime-modules.js";
import { declarationsIn } from "./runtime-types.js";
import { mainModule, runtimeModule, stepModule } from "./validators/module-plan.js";
import { relative } from "./validators/module-text.js";
import { publicNames } from "./validators/names.js";

/** The runtime's public types, in the order in which they are declared. */
const runtimeTypes = ["issue.d.ts", "format-issues.d.ts", "standard-schema-types.d.ts"];

export function emitValidatorsDeclaration({ entries }: Workflow): ReadonlyMap<string, string> {
  const runtime = runtimeModules(".d.ts");
  const shared = runtimeTypes.map((path) => declarationsIn(runtime.get(path) ?? "")).join("\n");
  const common = entries.filter(({ module }) => module === undefined);
  const steps = [...new Set(entries.flatMap(({ module }) => module ?? []))];
  if (steps.length === 0)
    return new Map([[mainModule, `${typeImport(mainModule, entries)}\n${functionsOf(entries)}\n${shared}`]]);
  const stepModules = steps.map((step): [string, string] => {
    const own = entries.filter(({ module }) => module === step);
    return [stepModule(step), moduleText(stepModule(step), own)];
  });
  const passedOn = [runtimeModule, ...stepModules.map(([path]) => path)].map(
    (path) => `export * from "${relative(mainModule, path)}";\n`,
  );
  return new Map([
    [mainModule, `${passedOn.join("")}\n${moduleText(mainModule, common)}`],
    ...stepModules,
    [runtimeModule, shared],
  ]);
}

function moduleText(path: string, entries: readonly Entry[]): string {
  const runtime = `import type { ParseOptions, SafeParseResult, StandardSchema } from "${relative(path, runtimeModule)}";`;
  return entries.length === 0 ? "" : `${runtime}\n${typeImport(path, entries)}\n${functionsOf(entries)}`;
}

function typeImport(path: string, entries: readonly Entry[]): string {
  const types = [...new Set(entries.map(({ type }) => type))];
  return `import type { ${types.join(", ")} } from "${relative(path, "types")}";\n`;
}

const functionsOf = (entries: readonly Entry[]): string => entries.map(entryFunctions).join("\n");

function entryFunctions({ name, type, direction }: Entry): string {
  const { guard, parse, safeParse, schema } = publicNames(name);
  const what = `${articleOf(name)} ${name} (${direction === "request" ? "what is sent" : "what the server answers"})`;
  return `/** Whether a value is ${what}: yes or no, nothing is built. */
export declare function ${guard}(value: unknown): value is ${type};
/** The same value, typed. @throws ValidationError with every issue. */
export declare function ${parse}(value: unknown, options?: ParseOptions): ${type};
/** The same value, typed, or what is wrong with it. */
export declare function ${safeParse}(value: unknown, options?: ParseOptions): SafeParseResult<${type}>;
/** ${name} as a Standard Schema. */
export declare const ${schema}: StandardSchema<${type}>;
`;
}
