/**
 * A schema in; the package that is made of it out, by the real stages, in memory: nothing is read or written.
 */
import type { Contract } from "#generator/contract.js";
import { emitPart, jobsOf, type EmittedFile } from "#generator/emit/parts.js";
import type { Document, Inputs } from "#generator/load/document.js";
import { prepare } from "#generator/prepare.js";
import type { Json } from "#generator/schema/json-schema.js";
import { stampOrigins } from "#generator/schema/stamp.js";

const contract: Contract = {
  schema: "made.schema.json",
  package: { name: "made", version: "0.0.0", license: "MIT", description: "Made for a test." },
  entries: { Root: { at: "#", direction: "request" } },
};

const documentOf = (file: string, value: Json): Document => ({ file, text: "", value: stampOrigins(value, file) });

/** What `load` makes of a schema that stands alone, and of a contract which calls all of it `Root`. */
const inputsOf = (schema: Json): Inputs => ({
  contract,
  contractDocument: documentOf("made.contract.json", {}),
  schema: documentOf("made.schema.json", schema),
  referenced: new Map(),
  unavailable: new Map(),
});

/**
 * The files before they are formatted.
 * @throws Failure where the generator refuses the schema.
 */
export async function emittedPackage(schema: Json): Promise<readonly EmittedFile[]> {
  const files: EmittedFile[] = [];
  for (const job of jobsOf(prepare(inputsOf(schema)))) {
    for await (const file of emitPart(job)) files.push(file);
  }
  return files;
}
