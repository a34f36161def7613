/**
 * validators.js and validators.d.ts: `isX`, `parseX`, `safeParseX`, `xSchema` for each entry type, in one module that
 * imports nothing.
 */
import { formatFunctions } from "../model/formats.js";
import type { Workflow } from "../model/model.js";
import type { CanonicalSchema } from "../schema/json-schema.js";
import { runtimePool } from "./runtime-pool.js";
import { runtimeModules } from "./runtime-modules.js";
import { createCompiler } from "./validators/compile.js";
import { functionPrinter } from "./validators/functions.js";
import { moduleScope, type ModuleScope } from "./validators/module-scope.js";
import { project } from "./validators/project.js";

export function emitValidators(schema: CanonicalSchema, model: Workflow): string {
  const entries = model.entries.map((entry) => entry.name);
  const program = project(schema.$defs, entries);
  const scope = moduleScope(new Set(entries), (format) => formatFunctions.get(format)?.name ?? "");
  const compiler = createCompiler(new Map([...formatFunctions].map(([format, { type }]) => [format, type])));
  const printer = functionPrinter(program, compiler, scope);

  for (const entry of entries) scope.guard(entry);
  const publics = new Map(entries.map((entry) => [entry, publicFunctions(entry, scope.collector(entry), scope)]));
  const printed = new Map<string, string>();
  const print = (name: string, text: () => string): void => void (printed.has(name) || printed.set(name, text()));
  for (let size = -1; size !== printed.size; ) {
    size = printed.size; // printing a function may ask for others
    for (const target of scope.guards) print(scope.guard(target), () => printer.guard(target));
    for (const target of scope.collectors) print(scope.collector(target), () => printer.collector(target));
  }
  const first = entries.flatMap((entry) => [`export ${printed.get(scope.guard(entry)) ?? ""}`, ...(publics.get(entry) ?? [])]);
  const isPublic = new Set(entries.map((entry) => scope.guard(entry)));
  const inner = [...program.keys()].flatMap((target) => [scope.guard(target), scope.collector(target)]).filter((name) => !isPublic.has(name));
  const taken = new Set([...printed.keys(), ...entries.flatMap((entry) => [`parse${entry}`, `safeParse${entry}`, schemaConstant(entry)])]);
  const helpers = runtimePool(runtimeModules(".js")).take(scope.helpers, taken);
  const functions = inner.flatMap((name) => printed.get(name) ?? []);
  return [...first, ...scope.declarations(), ...functions, exportPublic(helpers.text)].join("\n") + "\n";
}

/** The error class is the only public thing of the runtime that has a value. */
const exportPublic = (text: string): string => text.replace(/^class ValidationError\b/m, "export $&");

function publicFunctions(entry: string, collect: string, scope: ModuleScope): readonly string[] {
  return [
    `export function parse${entry}(value, options) {\n return ${scope.runtime("parse")}(value, ${collect}, options);\n}`,
    `export function safeParse${entry}(value, options) {\n return ${scope.runtime("safeParse")}(value, ${collect}, options);\n}`,
    `export const ${schemaConstant(entry)} = /* @__PURE__ */ ${scope.runtime("standardSchema")}(${collect});`,
  ];
}

/** `WorkflowRequest` → `workflowRequestSchema`. */
export const schemaConstant = (entry: string): string => `${entry.charAt(0).toLowerCase()}${entry.slice(1)}Schema`;

export function emitValidatorsDeclaration(model: Workflow): string {
  const types = [...new Set(model.entries.map((entry) => entry.type))];
  const declarations = runtimeModules(".d.ts");
  const body = ["issue.d.ts", "standard-schema-types.d.ts"].map((path) => declarations.get(path) ?? "").map((text) => text.replace(/^import .*;\n/gm, "").replace(/^\/\*\*(?:(?!\*\/)[^])*\*\/\n\n?/, "")).join("\n");
  const functions = model.entries.map(({ name, type, direction }) => {
    const what = `${name} (${direction === "request" ? "what is sent" : "what the server answers"})`;
    return `/** Whether a value is a ${what}: yes or no, nothing is built. */
export declare function is${name}(value: unknown): value is ${type};
/** The same value, typed. @throws ValidationError with every issue. */
export declare function parse${name}(value: unknown, options?: ParseOptions): ${type};
/** The same value, typed, or what is wrong with it. */
export declare function safeParse${name}(value: unknown, options?: ParseOptions): SafeParseResult<${type}>;
/** ${name} as a Standard Schema. */
export declare const ${schemaConstant(name)}: StandardSchema<${type}>;
`;
  });
  return `import type { ${types.join(", ")} } from "./types.js";\n\n${functions.join("\n")}\n${body}`;
}
