/** A compiled schema in; what the lines of its function are printed with, names and expressions, out. */
import type { Compiled } from "../ajv/compile.js";
import { expressionPrinter, type ExpressionText } from "../ajv/expressions.js";
import type { Meaning } from "../ajv/meaning.js";
import type { Depth } from "./depth.js";
import { createLocals, type Locals } from "./locals.js";
import type { Scope } from "./scope.js";

export interface Printer {
  readonly locals: Locals;
  readonly text: ExpressionText;
}

export function printerFor(compiled: Compiled, scope: Scope, depth: Depth): Printer {
  const locals = createLocals();
  return {
    locals,
    text: expressionPrinter(compiled, (meaning) => nameIn(scope, meaning), locals.nameOf, depth.argument),
  };
}

/** The text in a module for a name that is free in AJV's code. */
function nameIn(scope: Scope, meaning: Meaning): string {
  switch (meaning.kind) {
    case "call":
      return scope.guard(meaning.target);
    case "pattern":
      return scope.pattern(meaning.source);
    case "list":
      return scope.list(meaning.values);
    case "runtime":
      return scope.runtime(meaning.name);
    case "hasOwn":
      return "Object.hasOwn";
  }
}
