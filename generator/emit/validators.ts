/**
 * The validator modules: `isX`, `parseX`, `safeParseX`, `xSchema` for each entry type. The canonical schema and the model
 * come in; module path without extension → JavaScript goes out. One module imports nothing, several import each other.
 */
import { formatFunctions } from "../model/formats.js";
import type { Workflow } from "../model/model.js";
import type { CanonicalSchema } from "../schema/json-schema.js";
import { stepReference } from "../schema/step-references.js";
import { runtimeModules } from "./runtime-modules.js";
import { runtimePool } from "./runtime-pool.js";
import { createCompiler } from "./validators/compile.js";
import { planModules, runtimeModule } from "./validators/module-plan.js";
import { importLines, passedOn } from "./validators/module-text.js";
import { functionNames, publicNames } from "./validators/names.js";
import { printModules, type ModuleScope, type PrintedModule } from "./validators/print-modules.js";
import { project } from "./validators/project.js";
import { createScope, type Scope } from "./validators/scope.js";
import { share } from "./validators/share.js";

export function emitValidators(schema: CanonicalSchema, model: Workflow): ReadonlyMap<string, string> {
  const entries = model.entries.map(({ name }) => name);
  const names = functionNames(new Set(entries));
  const taken = new Set(entries.flatMap((entry) => Object.values(publicNames(entry))));
  const pool = runtimePool(runtimeModules(".js"));
  const runtimeName = (name: string): string => pool.nameOf(name, taken);
  const program = share(project(schema.$defs, entries), new Set([...entries, stepReference]));
  const plan = planModules(program, model.entries);
  const scopes = new Map(plan.modules.map((path) => [path, createScope(names, runtimeName)]));
  const scopeOf = (path: string): ModuleScope => scopes.get(path) as ModuleScope;

  const publics = new Map(
    entries.map((entry) => [
      scopeOf(plan.moduleOf(entry)).guard(entry),
      publicFunctions(entry, scopeOf(plan.moduleOf(entry))),
    ]),
  );
  const printed = printModules(program, createCompiler(formatFunctions), plan, scopeOf);
  const helpers = pool.take(
    [...scopes.values()].flatMap((scope) => [...scope.helpers]),
    taken,
  ).text;
  const inOrder = [...program.keys()].flatMap((target) => [names.guard(target), names.collector(target)]);

  const modules = [...printed].map(([path, module]): [string, string] => {
    const scope = scopeOf(path);
    if (plan.isSplit) module.imports.set(runtimeModule, new Set([...scope.helpers].map(runtimeName)));
    const lines = [
      ...importLines(path, module.imports),
      ...passedOn(path, model.entries, plan),
      ...functionsOf(module, publics, inOrder, scope),
      ...(plan.isSplit ? [] : [exportError(helpers)]),
    ];
    return [path, `${lines.join("\n")}\n`];
  });
  return new Map(plan.isSplit ? [...modules, [runtimeModule, `${exportAll(helpers)}\n`]] : modules);
}

/** The public functions first, then hoisted lists and patterns, then what the public ones call. */
function functionsOf(
  { texts, exported }: PrintedModule,
  publics: ReadonlyMap<string, readonly string[]>,
  inOrder: readonly string[],
  scope: ModuleScope,
): readonly string[] {
  const first = [...publics].flatMap(([guard, others]) =>
    texts.has(guard) ? [`export ${texts.get(guard) ?? ""}`, ...others] : [],
  );
  const rest = inOrder.flatMap((name) => {
    const text = publics.has(name) ? undefined : texts.get(name);
    return text === undefined ? [] : [exported.has(name) ? `export ${text}` : text];
  });
  return [...first, ...scope.declarations(), ...rest];
}

function publicFunctions(entry: string, scope: Scope): readonly string[] {
  const { parse, safeParse, schema } = publicNames(entry);
  const collect = scope.collector(entry);
  return [
    `export function ${parse}(value, options) {\n return ${scope.runtime("parse")}(value, ${collect}, options);\n}`,
    `export function ${safeParse}(value, options) {\n return ${scope.runtime("safeParse")}(value, ${collect}, options);\n}`,
    `export const ${schema} = /* @__PURE__ */ ${scope.runtime("standardSchema")}(${collect});`,
  ];
}

/** The error class is the only value of the runtime that is public. */
const exportError = (text: string): string => text.replace(/^class ValidationError\b/m, "export $&");

const exportAll = (text: string): string => text.replace(/^(?:function|class|const)\b/gm, "export $&");
