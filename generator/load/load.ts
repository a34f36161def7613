/**
 * Stage **load**: the path of a contract in, everything the run reads out. The only stage that reads.
 */
import type { Contract } from "../contract.js";
import { diagnostic, Failure, type Diagnostic } from "../diagnostics.js";
import { checkContract } from "./check-contract.js";
import type { Document, Inputs, Sources } from "./document.js";
import { otherThanSchema } from "./other-kind.js";
import { readSources, type LoadOptions } from "./read-sources.js";
import { resolveNames } from "./resolve-names.js";
import { saidTwice } from "./said-twice.js";
import { stampOrigins } from "./stamp.js";

/**
 * The contract, its schema, its overlay and the files that the schema refers to.
 * @throws Failure with everything that is wrong with any of them.
 */
export async function load(contractPath: string, options: LoadOptions = {}): Promise<Inputs> {
  return accept(await readSources(contractPath, options));
}

/**
 * What was read, with the contract checked and every object stamped with where it stands.
 * @throws Failure with everything that is wrong with any of the files.
 */
export function accept(sources: Sources): Inputs {
  const { contractDocument, schema, overlay, referenced, addressOf, unavailable } = sources;
  const { contract, mistakes } = checked(contractDocument);
  const twice = contract && contractDocument && schema ? saidTwice(contract, schema.value, contractDocument.file) : [];
  const problems = [...mistakes, ...twice, ...sources.problems, ...(schema ? noSchema(schema) : [])];
  if (problems.length > 0 || !contractDocument || !contract || !schema) throw new Failure(problems);
  return {
    contract: resolveNames(contract, schema.value),
    contractDocument: stamped(contractDocument),
    schema: stamped(schema),
    ...(overlay && { overlay: stamped(overlay) }),
    referenced: new Map([...referenced].map(([path, document]) => [path, stamped(document)])),
    addressOf,
    unavailable,
  };
}

/** Why what was given as the schema is none at all. */
function noSchema({ file, value }: Document): readonly Diagnostic[] {
  const kind = otherThanSchema(value);
  return kind === undefined ? [] : [diagnostic("SW143", { file, pointer: "" }, { kind })];
}

function checked(document: Document | undefined): {
  readonly contract?: Contract;
  readonly mistakes: readonly Diagnostic[];
} {
  if (document === undefined) return { mistakes: [] };
  try {
    return { contract: checkContract(document), mistakes: [] };
  } catch (error) {
    if (error instanceof Failure) return { mistakes: error.diagnostics };
    throw error;
  }
}

const stamped = (document: Document): Document => ({
  ...document,
  value: stampOrigins(document.value, document.file),
});
