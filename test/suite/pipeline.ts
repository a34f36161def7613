/**
 * A schema and the documents it may refer to in; the emitted guard and collector, running, out: the real stages between
 * reading and writing, in memory.
 */
import type { Contract } from "#generator/contract.js";
import { emitTypes } from "#generator/emit/types.js";
import { emitValidators } from "#generator/emit/validators.js";
import type { Json } from "#generator/json/json-schema.js";
import { prepare, type Prepared } from "#generator/generate.js";
import type { SafeParseResult } from "#generator/runtime/issue.js";
import { exportsOf } from "../support/module-exports.js";
import { inputsOf } from "../support/inputs.js";

const entry = "SuiteEntry";

export interface Emitted {
  guard(value: unknown): boolean;
  collector(value: unknown): boolean;
}

export type Settings = Pick<Contract, "formats" | "names">;

const prepared = (schema: Json, remotes: ReadonlyMap<string, Json>, settings: Settings): Prepared => {
  const contract = { entries: { [entry]: { at: "#", direction: "request" } }, ...settings } as const;
  return prepare(inputsOf(schema, { contract, referenced: remotes }));
};

/** @throws Failure where the generator refuses the schema. */
export async function emittedFor(
  schema: Json,
  remotes: ReadonlyMap<string, Json>,
  settings: Settings,
): Promise<Emitted> {
  const { canonical, model } = prepared(schema, remotes, settings);
  const text = emitValidators(canonical.schema, model, canonical.typeOf).get("validators") ?? "";
  const module = exportsOf(text) as {
    readonly isSuiteEntry: (value: unknown) => boolean;
    readonly safeParseSuiteEntry: (value: unknown) => SafeParseResult<unknown>;
  };
  return {
    guard: (value) => module.isSuiteEntry(value),
    collector: (value) => module.safeParseSuiteEntry(value).success,
  };
}

/** The types that are emitted for it, of which `SuiteEntry` is the one. @throws Failure where the schema is refused. */
export function typesFor(schema: Json, remotes: ReadonlyMap<string, Json>, settings: Settings): Promise<string> {
  const { canonical, model } = prepared(schema, remotes, settings);
  return emitTypes(canonical.types, model);
}
