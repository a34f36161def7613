/**
 * Which function stands in which module: one module where the model asks for no more, else one for each step type with
 * what only that step needs, one for what several share, and the rest beside the entry types that are no step's.
 */
import { reachable } from "../../../graph.js";
import type { Entry } from "../../../model/model.js";
import { stepModule } from "../../../model/step-module.js";
import type { Program } from "../program/program.js";
import { targetsOf } from "../program/targets-of.js";

export const mainModule = "validators";
export const sharedModule = "validators/shared";
export const runtimeModule = "validators/runtime";

export interface ModulePlan {
  /** Without extension, `validators` last, so that each stands behind what it imports. */
  readonly modules: readonly string[];
  moduleOf(target: string): string;
  /** Whether the runtime has a module of its own, or stands in the only one. */
  readonly isSplit: boolean;
}

export function planModules(program: Program, entries: readonly Entry[]): ModulePlan {
  const steps = [...new Set(entries.flatMap(({ module }) => (module === undefined ? [] : [module])))];
  const users = new Map<string, string | undefined>();
  for (const step of steps) {
    const own = entries.filter(({ module }) => module === step).map(({ name }) => name);
    for (const target of reachable(own, calledBy)) {
      users.set(target, users.has(target) ? sharedModule : stepModule(step));
    }
  }
  const isShared = [...users.values()].includes(sharedModule);
  return {
    modules: [...(isShared ? [sharedModule] : []), ...steps.map(stepModule), mainModule],
    moduleOf: (target) => users.get(target) ?? mainModule,
    isSplit: steps.length > 0,
  };

  function calledBy(name: string): readonly string[] {
    const fn = program.get(name);
    return fn === undefined ? [] : targetsOf(fn);
  }
}
