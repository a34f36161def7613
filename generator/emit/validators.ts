/**
 * The validator modules: `isX`, `parseX`, `safeParseX`, `xSchema` for each entry type. The canonical schema and the model
 * come in; module path without extension → JavaScript goes out. One module imports nothing, several import each other.
 */
import type { CanonicalSchema } from "../json/json-schema.js";
import type { Workflow } from "../model/model.js";
import { publicNames } from "../model/public-names.js";
import { stepReference } from "../schema/step-references/step-references.js";
import { runtimePool } from "./runtime/runtime-pool.js";
import { planModules, runtimeModule } from "./validators/module/module-plan.js";
import { publicFunctions } from "./validators/module/public-functions.js";
import { exportAll, exportPublic, importLines, passedOn, publicRuntime } from "./validators/module/module-text.js";
import { functionNames, type FunctionNames } from "./validators/print/names.js";
import { constantNames } from "./validators/print/constant-names.js";
import { printModules, type ModuleScope, type PrintedModule } from "./validators/module/print-modules.js";
import type { Program } from "./validators/program/program.js";
import { project } from "./validators/program/project.js";
import { createScope } from "./validators/print/scope.js";
import { deduplicated } from "./validators/program/deduplicate.js";
import { traitsOf } from "./validators/program/traits.js";

/** @param typeOf definition → the type that stands for it, where that is another's. */
export function emitValidators(
  schema: CanonicalSchema,
  model: Workflow,
  typeOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const entries = model.entries.map(({ name }) => name);
  const taken = new Set(entries.flatMap((entry) => Object.values(publicNames(entry))));
  const pool = runtimePool();
  const runtimeName = (name: string): string => pool.nameOf(name, taken);
  const projected = project(schema.$defs, entries, typeOf);
  const program = deduplicated(projected, new Set([...entries, stepReference]));
  const traits = traitsOf(program);
  const plain = new Set(entries.filter((entry) => !traits.cycles.above.has(entry)));
  const names = functionNames(plain);
  const plan = planModules(program, model.entries);
  const constants = constantNames(projected, program);
  const scopes = new Map(plan.modules.map((path) => [path, createScope(names, runtimeName, constants)]));
  const scopeOf = (path: string): ModuleScope => scopes.get(path) as ModuleScope;

  const publics = new Map(
    entries.map((entry) => {
      const scope = scopeOf(plan.moduleOf(entry));
      return [scope.guard(entry), publicFunctions(entry, scope, traits)];
    }),
  );
  const printed = printModules(program, traits, plan, scopeOf);
  for (const entry of plain) printed.get(plan.moduleOf(entry))?.exported.add(names.guard(entry));
  const wanted = [...publicRuntime, ...[...scopes.values()].flatMap((scope) => [...scope.helpers])];
  const helpers = pool.take(wanted, taken).text;
  const order = new Map(
    [...new Set([...publics.keys(), ...functionsIn(program, names)])].map((name, index) => [name, index]),
  );

  const modules = [...printed].map(([path, module]): [string, string] => {
    const scope = scopeOf(path);
    if (plan.isSplit) module.imports.set(runtimeModule, new Set([...scope.helpers].map(runtimeName)));
    const lines = [
      ...importLines(path, module.imports),
      ...passedOn(path, model.entries, plan),
      ...functionsOf(module, publics, order, scope),
      ...(plan.isSplit ? [] : [exportPublic(helpers)]),
    ];
    return [path, `${lines.join("\n")}\n`];
  });
  return new Map(plan.isSplit ? [...modules, [runtimeModule, `${exportAll(helpers)}\n`]] : modules);
}

const functionsIn = (program: Program, names: FunctionNames): readonly string[] =>
  [...program.keys()].flatMap((target) => [names.guard(target), names.collector(target)]);

/**
 * The public functions first, then hoisted lists and patterns, then what the public ones call.
 * @param publics a guard's name → the public functions that stand beside it.
 * @param order function name → its place.
 */
function functionsOf(
  { texts, exported }: PrintedModule,
  publics: ReadonlyMap<string, readonly string[]>,
  order: ReadonlyMap<string, number>,
  scope: ModuleScope,
): readonly string[] {
  const inOrder = [...texts].sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  const isPublic = ([name]: readonly [string, string]): boolean => publics.has(name);
  const withExport = ([name, text]: readonly [string, string]): string =>
    exported.has(name) ? `export ${text}` : text;
  return [
    ...inOrder.filter(isPublic).flatMap((each) => [withExport(each), ...(publics.get(each[0]) ?? [])]),
    ...scope.declarations(),
    ...inOrder.filter((each) => !isPublic(each)).map(withExport),
  ];
}
