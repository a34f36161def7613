/**
 * The path of a contract in, every file of the run out, read and parsed and nothing more: enough to tell whether anything has
 * changed since the last run.
 */
import path from "node:path";
import { Failure, type Diagnostic } from "../diagnostics.js";
import { isObject } from "../schema/json-schema.js";
import type { Document, Sources } from "./document.js";
import { isAddress, readDocument } from "./read-document.js";
import { readReferences } from "./references.js";

export interface LoadOptions {
  /** The schema's path, instead of the one that the contract names. */
  readonly schema?: string | undefined;
}

/** The contract, its schema, its overlay and the files that the schema refers to; and what is wrong with any of them. */
export async function readSources(contractPath: string, options: LoadOptions = {}): Promise<Sources> {
  const problems: Diagnostic[] = [];
  const contractDocument = await attempt(problems, readDocument(forwardSlashes(contractPath), "contract"));
  const schema = await attempt(
    problems,
    options.schema === undefined
      ? readNamed(contractDocument, "schema")
      : readDocument(forwardSlashes(options.schema), "schema"),
  );
  const overlay = await attempt(problems, readNamed(contractDocument, "overlay"));
  const references = schema ? await readReferences(schema) : { referenced: new Map(), unavailable: new Map() };
  return {
    ...(contractDocument && { contractDocument }),
    ...(schema && { schema }),
    ...(overlay && { overlay }),
    ...references,
    problems,
  };
}

/** The file that a contract names, relative to the contract. A contract with other mistakes is followed all the same. */
async function readNamed(contract: Document | undefined, role: "schema" | "overlay"): Promise<Document | undefined> {
  const named = isObject(contract?.value) ? contract.value[role] : undefined;
  if (contract === undefined || typeof named !== "string") return undefined;
  const isComplete = isAddress(named) || path.isAbsolute(named);
  const file = isComplete ? named : path.posix.join(path.posix.dirname(contract.file), named);
  return readDocument(file, role, { file: contract.file, pointer: `/${role}` });
}

/** What the work gives, or nothing and its problems among the others. */
async function attempt<T>(problems: Diagnostic[], work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    for (const each of error.diagnostics) problems.push(each);
    return undefined;
  }
}

const forwardSlashes = (file: string): string => file.split(path.sep).join("/");
