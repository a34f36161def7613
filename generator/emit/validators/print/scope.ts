/**
 * What stands at the top of one validator module: functions by target, hoisted lists and patterns, and functions of the
 * runtime. Asking for a name here is what puts the thing into the module.
 */
import type { Json } from "../../../json/json-schema.js";
import { literal, patternLiteral } from "../../text/literal.js";
import type { FunctionNames } from "./names.js";

export interface Scope {
  guard(target: string): string;
  collector(target: string): string;
  pattern(source: string): string;
  list(values: readonly Json[]): string;
  runtime(name: string): string;
}

export interface FunctionId {
  readonly kind: "guard" | "collector";
  readonly target: string;
}

/** What a module was asked for so far; it grows while its functions are printed. */
export interface Asked {
  /** By name. */
  readonly functions: ReadonlyMap<string, FunctionId>;
  readonly helpers: ReadonlySet<string>;
  /** `const statusValues = […];` and `const idPattern = /…/u;` */
  declarations(): readonly string[];
}

/**
 * @param runtimeName the name of a runtime function in this module.
 * @param constantNames the text of a list or a pattern → its name, where it has one.
 */
export function createScope(
  names: FunctionNames,
  runtimeName: (name: string) => string,
  constantNames: ReadonlyMap<string, string>,
): Scope & Asked {
  const functions = new Map<string, FunctionId>();
  const helpers = new Set<string>();
  const lists = new Map<string, string>();
  const patterns = new Map<string, string>();

  function ask(name: string, id: FunctionId): string {
    if (!functions.has(name)) functions.set(name, id);
    return name;
  }

  /** What has no name is written where it is used. */
  function hoist(hoisted: Map<string, string>, text: string): string {
    const name = constantNames.get(text);
    if (name === undefined) return text;
    hoisted.set(text, name);
    return name;
  }

  return {
    functions,
    helpers,
    guard: (target) => ask(names.guard(target), { kind: "guard", target }),
    collector: (target) => ask(names.collector(target), { kind: "collector", target }),
    pattern: (source) => hoist(patterns, patternLiteral(source)),
    list: (values) => hoist(lists, literal(values)),
    runtime(name) {
      helpers.add(name);
      return runtimeName(name);
    },
    declarations: () => [...lists, ...patterns].map(([text, name]) => `const ${name} = ${text};`),
  };
}
