/**
 * Identifiers that stand in AJV's code for the functions of the module to come, and what each of them means.
 */
import { _, Name, type Code } from "ajv/dist/compile/codegen/index.js";
import type { Meaning } from "./meaning.js";

export interface CallIdentifiers {
  /**
   * The call of a target's guard for a value.
   * @param levels how far the value is below the one that the calling function was given.
   */
  call(target: string, value: Name, levels: number): Code;
  /** The identifier for a function of the runtime. */
  runtime(name: string): Name;
  meaningOf(identifier: string): Meaning | undefined;
}

export function callIdentifiers(): CallIdentifiers {
  const guards = new Map<string, Name>();
  const meanings = new Map<string, Meaning>();
  return {
    call(target, value, levels) {
      const name = guards.get(target) ?? new Name(`$guard${guards.size}`);
      guards.set(target, name);
      meanings.set(name.str, { kind: "call", target });
      return _`${name}(${value}, ${levels})`;
    },
    runtime(name) {
      const identifier = new Name(`$runtime_${name}`);
      meanings.set(identifier.str, { kind: "runtime", name });
      return identifier;
    },
    meaningOf: (identifier) => meanings.get(identifier),
  };
}
