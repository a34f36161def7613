/**
 * The names at the top of one validator module: guards and collectors by target, hoisted lists and patterns, and the
 * runtime functions that were asked for. Asking for a name is what puts the thing into the module.
 */
import type { Json } from "../../schema/json-schema.js";
import { literal } from "../literal.js";

export interface ModuleScope {
  guard(target: string): string;
  collector(target: string): string;
  format(format: string): string;
  pattern(source: string): string;
  list(values: readonly Json[]): string;
  runtime(name: string): string;
}

/** What a module was asked for so far; it grows while its functions are printed. */
export interface Asked {
  readonly guards: ReadonlySet<string>;
  readonly collectors: ReadonlySet<string>;
  readonly helpers: ReadonlySet<string>;
  /** `const list0 = […];` and `const pattern0 = /…/u;` */
  declarations(): readonly string[];
}

/** @param entries the targets whose guard is public: `isWorkflow`; others are `checkJob`. */
export function moduleScope(entries: ReadonlySet<string>, formatFunction: (format: string) => string): ModuleScope & Asked {
  const guards = new Set<string>();
  const collectors = new Set<string>();
  const helpers = new Set<string>();
  const hoisted = new Map<string, string>();

  function hoist(kind: string, text: string): string {
    const known = hoisted.get(text);
    if (known !== undefined) return known;
    const name = `${kind}${[...hoisted.values()].filter((each) => each.startsWith(kind)).length}`;
    hoisted.set(text, name);
    return name;
  }

  return {
    guards,
    collectors,
    helpers,
    guard(target) {
      guards.add(target);
      return entries.has(target) ? `is${target}` : `check${target}`;
    },
    collector(target) {
      collectors.add(target);
      return `collect${target}`;
    },
    format(format) {
      const name = formatFunction(format);
      helpers.add(name);
      return name;
    },
    pattern: (source) => hoist("pattern", String(new RegExp(source, "u"))),
    list: (values) => hoist("list", literal(values)),
    runtime(name) {
      helpers.add(name);
      return name;
    },
    declarations: () => [...hoisted].map(([text, name]) => `const ${name} = ${text};`),
  };
}
