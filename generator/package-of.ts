/**
 * What was read and the folder that its package belongs in, in; what there is to write out: every stage between reading and writing, in
 * threads, or none of them where nothing has changed.
 */
import type { Diagnostic } from "./diagnostics.js";
import type { Generated } from "./generate.js";
import type { Sources } from "./load/document.js";
import type { CheckResult } from "./write/check.js";
import { sealPackage, type SealedPackage } from "./write/manifest.js";
import { sameContent } from "./write/same-content.js";
import type { WriteResult } from "./write/write.js";

export interface Package {
  /** What there is to say of it before it is written. */
  readonly notes: readonly Diagnostic[];
  /** Absent where nothing has changed since it was written. */
  readonly sealed?: SealedPackage;
  /** The same package, where only its manifest is to be written again: an input's text has changed, and not its content. */
  readonly renewed?: SealedPackage;
}

/**
 * @param willMake told before a package is made, which takes a while.
 * @throws Failure with all that is wrong with the schema or the contract.
 */
export async function packageOf(sources: Sources, out: string, willMake = (): void => {}): Promise<Package> {
  const same = sameContent(sources, out);
  if (same) return same;
  willMake();
  const { files, diagnostics } = await made(sources);
  return { notes: diagnostics, sealed: sealPackage(files, sources, diagnostics) };
}

async function made(sources: Sources): Promise<Generated> {
  const { startThreads } = await import("./threads/threads.js");
  const { make, stop } = startThreads();
  try {
    const { accept } = await import("./load/load.js");
    const inputs = accept(sources);
    const { generate } = await import("./generate.js");
    return await generate(inputs, make);
  } finally {
    stop();
  }
}

/** Nothing but a manifest changes no file that somebody would look for. */
export async function writeChanges({ sealed, renewed }: Package, out: string): Promise<WriteResult> {
  const nothing = { touched: false, written: [], removed: [], diagnostics: [] };
  const whole = sealed ?? renewed;
  if (whole === undefined) return nothing;
  const { writePackage } = await import("./write/write.js");
  const result = await writePackage(whole, out);
  return sealed === undefined ? nothing : result;
}

/** @param mendingCommand what writes the package. */
export async function checkChanges({ sealed }: Package, out: string, mendingCommand: string): Promise<CheckResult> {
  if (sealed === undefined) return { isStale: false, difference: "", diagnostics: [] };
  const { checkPackage } = await import("./write/check.js");
  return checkPackage(sealed, out, mendingCommand);
}
