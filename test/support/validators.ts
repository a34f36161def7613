/**
 * Definitions of a canonical schema in; the validator module that is emitted for them, as text and running, out.
 */
import { emitValidators } from "#generator/emit/validators.js";
import type { Definitions } from "#generator/json/json-schema.js";
import type { Workflow } from "#generator/model/model.js";
import { exportsOf, type Exports } from "./module-exports.js";
import type { Issue, ParseOptions, SafeParseResult } from "#generator/runtime/issue.js";

export interface Validators {
  readonly text: string;
  readonly exports: Exports;
  accepts(type: string, value: unknown): boolean;
  issues(type: string, value: unknown, options?: ParseOptions): readonly Issue[];
  /** What a person reads. */
  messages(type: string, value: unknown, options?: ParseOptions): readonly string[];
}

/** @param entries the types with public validators: all, where nothing is said. */
export async function validatorsOf($defs: Definitions, entries = Object.keys($defs)): Promise<Validators> {
  const text = validatorText($defs, entries);
  const exports = exportsOf(text);
  const issues = (type: string, value: unknown, options?: ParseOptions): readonly Issue[] => {
    const safeParse = exports[`safeParse${type}`] as (
      value: unknown,
      options?: ParseOptions,
    ) => SafeParseResult<unknown>;
    const result = safeParse(value, options);
    return result.success ? [] : result.issues;
  };
  return {
    text,
    exports,
    accepts: (type, value) => (exports[`is${type}`] as (value: unknown) => boolean)(value),
    issues,
    messages: (type, value, options) => issues(type, value, options).map(({ message }) => message),
  };
}

export function validatorText($defs: Definitions, entries = Object.keys($defs)): string {
  const schema = { $schema: "https://json-schema.org/draft/2020-12/schema", $defs } as const;
  return emitValidators(schema, modelOf(entries), new Map()).get("validators") ?? "";
}

export const modelOf = (entries: readonly string[]): Workflow => ({
  title: "Test",
  source: "test.schema.json",
  contract: "test.contract.json",
  package: { name: "test", version: "0.0.0", license: "MIT", description: "For a test." },
  entries: entries.map((name) => ({ name, type: name, direction: "response" })),
  constants: [],
});
