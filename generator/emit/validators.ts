/**
 * The validator modules: `isX`, `parseX`, `safeParseX`, `xSchema` for each entry type. The canonical schema and the model
 * come in; module path without extension → JavaScript goes out. One module imports nothing, several import each other.
 */
import type { CanonicalSchema } from "../json/json-schema.js";
import type { Workflow } from "../model/model.js";
import { publicNames } from "../model/public-names.js";
import { multimap } from "../multimap.js";
import { stepReference } from "../schema/step-references/step-references.js";
import { runtimePool } from "./runtime/runtime-pool.js";
import { planModules, runtimeModule } from "./validators/module/module-plan.js";
import { publicFunctions } from "./validators/module/public-functions.js";
import { exportAll, exportPublic, importLines, passedOn, publicRuntime } from "./validators/module/module-text.js";
import { functionNames } from "./validators/print/names.js";
import { constantNames } from "./validators/print/constant-names.js";
import { printModules, type ModuleScope, type PrintedModule } from "./validators/module/print-modules.js";
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

  const publics = multimap(
    entries.map((entry): [string, Public] => {
      const path = plan.moduleOf(entry);
      const scope = scopeOf(path);
      return [path, { guard: scope.guard(entry), beside: publicFunctions(entry, scope, traits) }];
    }),
  );
  const printed = printModules(program, traits, plan, scopeOf);
  for (const entry of plain) printed.get(plan.moduleOf(entry))?.exported.add(names.guard(entry));
  const wanted = [...publicRuntime, ...[...scopes.values()].flatMap((scope) => [...scope.helpers])];
  const helpers = pool.take(wanted, taken).text;
  const functions = multimap(
    [...program.keys()].flatMap((target) =>
      [names.guard(target), names.collector(target)].map((name) => [plan.moduleOf(target), name] as const),
    ),
  );

  const modules = [...printed].map(([path, module]): [string, string] => {
    const scope = scopeOf(path);
    if (plan.isSplit) module.imports.set(runtimeModule, new Set([...scope.helpers].map(runtimeName)));
    const lines = [
      ...importLines(path, module.imports),
      ...passedOn(path, model.entries, plan),
      ...functionsOf(module, publics.get(path) ?? [], functions.get(path) ?? [], scope.declarations()),
      ...(plan.isSplit ? [] : [exportPublic(helpers)]),
    ];
    return [path, `${lines.join("\n")}\n`];
  });
  return new Map(plan.isSplit ? [...modules, [runtimeModule, `${exportAll(helpers)}\n`]] : modules);
}

interface Public {
  readonly guard: string;
  /** The functions that stand beside it. */
  readonly beside: readonly string[];
}

/** The public functions first, then hoisted lists and patterns, then what the public ones call. */
function functionsOf(
  { texts, exported }: PrintedModule,
  publics: readonly Public[],
  functions: readonly string[],
  hoisted: readonly string[],
): readonly string[] {
  const textOf = (name: string): string => `${exported.has(name) ? "export " : ""}${texts.get(name) ?? ""}`;
  const first = new Set(publics.map(({ guard }) => guard));
  return [
    ...publics.flatMap(({ guard, beside }) => [textOf(guard), ...beside]),
    ...hoisted,
    ...functions.filter((name) => texts.has(name) && !first.has(name)).map(textOf),
  ];
}
