/**
 * The path of a contract in, every file of the run out, read and parsed and nothing more: enough to tell whether anything has
 * changed since the last run.
 */
import { Failure, type Diagnostic } from "../diagnostics.js";
import { isObject } from "../json/json-schema.js";
import type { Document, Sources } from "./document.js";
import { forwardSlashes, namedPath } from "./input-paths.js";
import { otherThanContract } from "./other-kind.js";
import { readDocument } from "./read-document.js";
import { readBelow, readReferences } from "./references.js";

export interface LoadOptions {
  /** The schema's path, instead of the one that the contract names. */
  readonly schema?: string | undefined;
  /** Told of each file before it is read, be it there or not. */
  readonly willRead?: ((file: string) => void) | undefined;
}

/** The contract, its schema, its overlay and the files that the schema refers to; and what is wrong with any of them. */
export async function readSources(
  contractPath: string,
  { schema: givenSchema, willRead = () => undefined }: LoadOptions = {},
): Promise<Sources> {
  const problems: Diagnostic[] = [];
  const read: typeof readDocument = (file, ...rest) => {
    willRead(file);
    return readDocument(file, ...rest);
  };
  const given = { mayBePipe: true } as const;
  const contractDocument = await attempt(problems, read(forwardSlashes(contractPath), "contract", given));
  const schema = await attempt(
    problems,
    givenSchema === undefined
      ? readNamed(contractDocument, "schema", read)
      : read(forwardSlashes(givenSchema), "schema", given),
  );
  const overlay = await attempt(problems, readNamed(contractDocument, "overlay", read));
  const references = await readReferences(schema, overlay, (...paths) => readBelow(...paths, willRead));
  return { contractDocument, schema, overlay, ...references, problems: [...problems, ...references.problems] };
}

/**
 * The file that a contract names, relative to the contract. A contract with other mistakes is followed all the same, but nothing that
 * is none.
 */
async function readNamed(
  contract: Document | undefined,
  role: "schema" | "overlay",
  read: typeof readDocument,
): Promise<Document | undefined> {
  const named = isObject(contract?.value) ? contract.value[role] : undefined;
  if (contract === undefined || typeof named !== "string" || otherThanContract(contract.value)) return undefined;
  return read(namedPath(contract.file, named), role, { namedAt: { file: contract.file, pointer: `/${role}` } });
}

/** What the work gives, or nothing and its problems among the others. */
export async function attempt<T>(problems: Diagnostic[], work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    for (const each of error.diagnostics) problems.push(each);
    return undefined;
  }
}
