/**
 * A program → the text of each function that a module needs, by name: those that were asked for, those that these ask for,
 * and so on. A function of another module is asked for there, and imported.
 */
import { collectorText } from "../print/collector.js";
import { createCompiler, type Compile, type Compiled } from "../ajv/compile.js";
import { depthIn } from "../print/depth.js";
import { describer } from "../phrases/describe.js";
import { guardText } from "../print/guard.js";
import type { ModulePlan } from "./module-plan.js";
import type { ProjectedSchema, Program, ValidatorFunction } from "../program/program.js";
import type { Traits } from "../program/traits.js";
import type { Asked, FunctionId, Scope } from "../print/scope.js";

export interface PrintedModule {
  /** Function name → text. */
  readonly texts: Map<string, string>;
  /** Names of functions that other modules import from this one. */
  readonly exported: Set<string>;
  /** Module → the names imported from it. */
  readonly imports: Map<string, Set<string>>;
}

export type ModuleScope = Scope & Asked;

/** @throws Error where a function asks for one that the program does not have. */
export function printModules(
  program: Program,
  { cycles, memoized }: Traits,
  plan: ModulePlan,
  scopeOf: (path: string) => ModuleScope,
): ReadonlyMap<string, PrintedModule> {
  const describe = describer(program);
  const compile = compiledTwice(createCompiler());
  const printed = new Map(
    plan.modules.map((path): [string, PrintedModule] => [
      path,
      { texts: new Map(), exported: new Set(), imports: new Map() },
    ]),
  );
  for (let isBusy = true; isBusy;) isBusy = plan.modules.map(printAsked).some(Boolean);
  return printed;

  /** Whether there was something to do; printing one module may ask for functions of another. */
  function printAsked(path: string): boolean {
    const module = printed.get(path) as PrintedModule;
    let isBusy = false;
    // The map grows while it is read.
    for (const [name, id] of scopeOf(path).functions) {
      const owner = plan.moduleOf(id.target);
      if (owner !== path) isBusy = importFrom(owner, name, id, module) || isBusy;
      else if (!module.texts.has(name)) {
        module.texts.set(name, print(name, id, scopeOf(path)));
        isBusy = true;
      }
    }
    return isBusy;
  }

  function importFrom(owner: string, name: string, { kind, target }: FunctionId, { imports }: PrintedModule): boolean {
    const names = imports.get(owner) ?? new Set();
    if (names.has(name)) return false;
    imports.set(owner, names.add(name));
    printed.get(owner)?.exported.add(name);
    scopeOf(owner)[kind](target);
    return true;
  }

  function print(name: string, { kind, target }: FunctionId, scope: Scope): string {
    const fn = functionFor(target);
    const tools = { compile, scope, depth: depthIn(target, cycles, scope), isMemoized: memoized[kind].has(target) };
    return kind === "guard" ? guardText(name, fn, tools) : collectorText(name, fn, { ...tools, program, describe });
  }

  function functionFor(target: string): ValidatorFunction {
    const found = program.get(target);
    if (found === undefined) throw new Error(`the program has no ${target}`);
    return found;
  }
}

/** Guard and collector are made of the same tree; whoever comes second takes it along, so that memory holds few of them. */
function compiledTwice(compile: Compile): Compile {
  const waiting = new Map<ProjectedSchema, Compiled>();
  return (schema) => {
    const compiled = waiting.get(schema) ?? compile(schema);
    if (!waiting.delete(schema)) waiting.set(schema, compiled);
    return compiled;
  };
}
