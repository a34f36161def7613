/**
 * A schema in; the package that is made of it out, by the real stages, in memory: nothing is read or written.
 */
import type { Contract } from "#generator/contract.js";
import { jobsOf, type EmittedFile } from "#generator/emit/parts/jobs.js";
import { emitPart } from "#generator/emit/parts/emit-part.js";
import type { Json } from "#generator/json/json-schema.js";
import { prepare } from "#generator/generate.js";
import { inputsOf } from "./inputs.js";

const requests = { entries: { Root: { at: "#", direction: "request" } } } as const;

/**
 * The files before they are formatted; the schema as a whole is `Root`, where the contract says nothing else.
 * @throws Failure where the generator refuses the schema.
 */
export async function emittedPackage(
  schema: Json,
  contract: Pick<Contract, "entries"> & Partial<Contract> = requests,
): Promise<readonly EmittedFile[]> {
  const files: EmittedFile[] = [];
  for (const job of jobsOf(prepare(inputsOf(schema, { contract })))) {
    for await (const file of emitPart(job)) files.push(file);
  }
  return files;
}
