/**
 * A program → the text of each of its functions that a module needs, by name: those that were asked for, those that
 * these ask for, and so on.
 */
import { collectorText } from "./collector.js";
import type { Compile, Compiled } from "./compile.js";
import { describer } from "./describe.js";
import { guardText } from "./guard.js";
import type { ProjectedSchema, Program, ValidatorFunction } from "./program.js";
import type { Asked, FunctionId, Scope } from "./scope.js";

export function printProgram(program: Program, compile: Compile, scope: Scope & Asked): ReadonlyMap<string, string> {
  const describe = describer(program);
  const tools = { compile: once(compile), scope, describe };
  const texts = new Map<string, string>();
  for (const [name, id] of scope.functions) texts.set(name, print(name, id)); // the map grows while it is read
  return texts;

  function print(name: string, { kind, target }: FunctionId): string {
    return kind === "guard"
      ? guardText(name, functionFor(target), tools.compile, scope)
      : collectorText(name, functionFor(target), tools);
  }

  function functionFor(target: string): ValidatorFunction {
    const found = program.get(target);
    if (found === undefined) throw new Error(`the program has no ${target}`);
    return found;
  }
}

/** Guard and collector are made of the same tree. */
function once(compile: Compile): Compile {
  const done = new Map<ProjectedSchema, Compiled>();
  return (schema) => {
    const compiled = done.get(schema) ?? compile(schema);
    done.set(schema, compiled);
    return compiled;
  };
}
