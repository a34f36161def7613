/**
 * The text of guards: a value comes in, yes or no goes out, nothing is built.
 */
import type { Compile } from "../ajv/compile.js";
import type { Depth } from "./depth.js";
import { dispatchLines } from "./dispatch.js";
import { readChecks } from "../checks/read-checks.js";
import { guardLines, rejected } from "./guard-lines.js";
import { functionText } from "./lines.js";
import { printerFor } from "./printer.js";
import type { ValidatorFunction } from "../program/program.js";
import type { Scope } from "./scope.js";

export interface GuardTools {
  readonly compile: Compile;
  readonly scope: Scope;
  readonly depth: Depth;
  /** Whether it may be asked about one value again and again, and remembers what it has said. */
  readonly isMemoized: boolean;
}

export function guardText(name: string, target: ValidatorFunction, tools: GuardTools): string {
  const { parameter, check } = tools.depth;
  const lines = bodyLines(target, tools);
  const body = tools.isMemoized
    ? [`return ${tools.scope.runtime("memoized")}(${name}, data, () => {`, ...lines.map((line) => ` ${line}`), "});"]
    : lines;
  return functionText(`function ${name}(data${parameter})`, [...check, ...body]);
}

function bodyLines(target: ValidatorFunction, { compile, scope, depth }: GuardTools): readonly string[] {
  switch (target.kind) {
    case "constant":
      return [`return ${String(target.accepts)};`];
    case "dispatch":
      return dispatchLines(target, {
        notObject: rejected,
        missing: rejected,
        unknown: rejected,
        go: (to) => `return ${scope.guard(to)}(data${depth.argument(to, 0)});`,
      });
    case "schema": {
      const compiled = compile(target.schema);
      return guardLines(readChecks(compiled, target), printerFor(compiled, scope, depth));
    }
  }
}
