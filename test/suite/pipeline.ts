/**
 * A schema and the documents it may refer to in; the emitted guard and collector, running, out: the real stages between
 * reading and writing, in memory.
 */
import type { Contract } from "#generator/contract.js";
import { emitTypes } from "#generator/emit/types.js";
import { emitValidators } from "#generator/emit/validators.js";
import type { Document, Inputs } from "#generator/load/document.js";
import { prepare } from "#generator/prepare.js";
import type { SafeParseResult } from "#generator/runtime/issue.js";
import type { Json } from "#generator/schema/json-schema.js";
import { stampOrigins } from "#generator/schema/stamp.js";

export interface Emitted {
  guard(value: unknown): boolean;
  collector(value: unknown): boolean;
}

const contract: Contract = {
  schema: "suite.schema.json",
  package: { name: "suite", version: "0.0.0", license: "MIT", description: "One group of the suite." },
  entries: { SuiteEntry: { at: "#", direction: "request" } },
};

export type Settings = Pick<Contract, "formats" | "names">;

/** @throws Failure where the generator refuses the schema. */
export async function emittedFor(
  schema: Json,
  remotes: ReadonlyMap<string, Json>,
  settings: Settings,
): Promise<Emitted> {
  const { canonical, model } = prepare(inputsFor(schema, remotes, settings));
  const text = emitValidators(canonical.schema, model).get("validators") ?? "";
  const module = (await import(`data:text/javascript,${encodeURIComponent(text)}`)) as {
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
  const { canonical, model } = prepare(inputsFor(schema, remotes, settings));
  return emitTypes(canonical.types, model);
}

const inputsFor = (schema: Json, remotes: ReadonlyMap<string, Json>, settings: Settings): Inputs => ({
  contract: { ...contract, ...settings },
  contractDocument: documentOf("suite.contract.json", {}),
  schema: documentOf("suite.schema.json", schema),
  referenced: new Map([...remotes].map(([uri, value]) => [uri, documentOf(uri, value)])),
  unavailable: new Map(),
});

const documentOf = (file: string, value: Json): Document => ({ file, text: "", value: stampOrigins(value, file) });
