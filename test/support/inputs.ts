/**
 * A schema in memory in; what `load` makes of it and of a contract beside it out.
 */
import type { Contract } from "#generator/contract.js";
import type { Document, Inputs } from "#generator/load/document.js";
import type { Json } from "#generator/schema/json-schema.js";
import { stampOrigins } from "#generator/schema/stamp.js";

export interface Given {
  /** The name by which the contract calls the whole schema, as a request. */
  readonly entry: string;
  readonly settings?: Partial<Contract>;
  /** The documents that the schema may refer to, by their paths or addresses. */
  readonly referenced?: ReadonlyMap<string, Json>;
}

export const inputsOf = (schema: Json, { entry, settings, referenced = new Map() }: Given): Inputs => ({
  contract: {
    schema: "made.schema.json",
    package: { name: "made", version: "0.0.0", license: "MIT", description: "Made for a test." },
    entries: { [entry]: { at: "#", direction: "request" } },
    ...settings,
  },
  contractDocument: documentOf("made.contract.json", {}),
  schema: documentOf("made.schema.json", schema),
  referenced: new Map([...referenced].map(([file, value]) => [file, documentOf(file, value)])),
  unavailable: new Map(),
});

const documentOf = (file: string, value: Json): Document => ({ file, text: "", value: stampOrigins(value, file) });
