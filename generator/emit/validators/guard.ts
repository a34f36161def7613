/**
 * The text of guards: a value comes in, yes or no goes out, nothing is built.
 */
import type { Compile } from "./compile.js";
import { dispatchLines } from "./dispatch.js";
import { readChecks } from "./checks.js";
import { expressionPrinter } from "./expressions.js";
import { guardLines as linesOf, rejected } from "./guard-lines.js";
import { functionText } from "./lines.js";
import { createLocals } from "./locals.js";
import { nameFor } from "./name-for.js";
import type { ValidatorFunction } from "./program.js";
import type { Scope } from "./scope.js";

export function guardText(name: string, target: ValidatorFunction, compile: Compile, scope: Scope): string {
  return functionText(`function ${name}(data)`, guardLines(target, compile, scope));
}

function guardLines(target: ValidatorFunction, compile: Compile, scope: Scope): readonly string[] {
  switch (target.kind) {
    case "constant":
      return [`return ${String(target.accepts)};`];
    case "dispatch":
      return dispatchLines(target, {
        notObject: rejected,
        missing: rejected,
        unknown: rejected,
        go: (to) => `return ${scope.guard(to)}(data);`,
      });
    case "schema": {
      const compiled = compile(target.schema);
      const locals = createLocals();
      return linesOf(readChecks(compiled), locals, expressionPrinter(compiled, nameFor(scope), locals.nameOf));
    }
  }
}
