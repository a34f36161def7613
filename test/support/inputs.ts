/**
 * A schema in memory in; what `load` makes of it and of a contract beside it out.
 */
import path from "node:path";
import type { Contract } from "#generator/contract.js";
import type { Json } from "#generator/json/json-schema.js";
import type { Document, Inputs, Unavailable } from "#generator/load/document.js";
import { stampOrigins } from "#generator/load/stamp.js";

export interface Given {
  /** What the contract says: its entries, and what else matters. */
  readonly contract: Pick<Contract, "entries"> & Partial<Contract>;
  /** The path of both files, without `.contract.json` and `.schema.json`. */
  readonly files?: string;
  /** The documents that the schema may refer to, by their paths from its folder, or their addresses. */
  readonly referenced?: ReadonlyMap<string, Json>;
  readonly unavailable?: ReadonlyMap<string, Unavailable>;
}

export function inputsOf(
  schema: Json,
  { contract, files = "made", referenced = new Map(), unavailable = new Map() }: Given,
): Inputs {
  const name = path.posix.basename(files);
  const whole: Contract = {
    schema: `${name}.schema.json`,
    package: { name, version: "1.0.0", license: "MIT", description: "Made for a test." },
    ...contract,
  };
  return {
    contract: whole,
    contractDocument: documentOf(`${files}.contract.json`, whole as unknown as Json),
    schema: documentOf(`${files}.schema.json`, schema),
    referenced: new Map(
      [...referenced].map(([at, value]) => [at, documentOf(files.replace(/[^/]*$/, "") + at, value)]),
    ),
    addressOf: new Map(),
    unavailable,
  };
}

const documentOf = (file: string, value: Json): Document => ({
  file,
  text: `${JSON.stringify(value, undefined, 2)}\n`,
  value: stampOrigins(value, file),
});
