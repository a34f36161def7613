/**
 * Stepwright for programs: `generate` and `check` do what the command does, `generateFiles` does it in memory. A mistake in a
 * contract or a schema is a diagnostic, never an exception; a TypeError says which argument is wrong. What is heavy is loaded where
 * there is something to do.
 */
import { Failure, type Diagnostic } from "./diagnostics.js";
import type { SealedPackage } from "./write/manifest.js";

export type { Contract } from "./contract.js";
export type { Diagnostic, Place } from "./diagnostics.js";

/** A package and where it belongs. Paths are relative to the working directory. */
export interface Target {
  /** The contract's path. */
  readonly contract: string;
  /** Read this schema instead of the one that the contract names. */
  readonly schema?: string;
  /** The package's folder; `generated` where nothing is said. */
  readonly out?: string;
}

/** A file that need not be on any disk. */
export interface Text {
  /** Its name: diagnostics show it, its ending tells JSON from YAML, and the package's header names the schema by it. */
  readonly file: string;
  readonly text: string;
}

/** All that a package is made of. What the contract says of paths does not count. */
export interface Documents {
  readonly contract: Text;
  readonly schema: Text;
  readonly overlay?: Text;
  /** What the schema refers to: path relative to the schema's folder (`common/types.json`) → text. */
  readonly references?: Readonly<Record<string, string>>;
}

export interface Outcome {
  /** No diagnostic is an error. */
  readonly success: boolean;
  /** Errors, warnings and notes. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Written extends Outcome {
  /** New or changed files, as paths below the folder. */
  readonly written: readonly string[];
  /** Files that were written once and are emitted no more. */
  readonly removed: readonly string[];
}

export interface Checked extends Outcome {
  /** The folder does not hold what would be written; the diagnostics say why. */
  readonly isStale: boolean;
  /** A short unified diff; empty where nothing differs. */
  readonly difference: string;
}

export interface Made extends Outcome {
  /** Path below the package's folder → text; empty where there is an error. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Writes the package, as `stepwright generate` does: all of it or, where something is wrong, nothing.
 * @throws TypeError where an argument is not what its type says; so do the others.
 */
export async function generate(target: Target): Promise<Written> {
  const nothing = { written: [], removed: [] };
  return settled<Omit<Written, keyof Outcome>>(nothing, async () => {
    const { notes, sealed, renewed, out } = await packageFor(target);
    const whole = sealed ?? renewed;
    if (whole === undefined) return { ...nothing, diagnostics: notes };
    const { writePackage } = await import("./write/write.js");
    const { written, removed, diagnostics } = await writePackage(whole, out);
    return { written, removed, diagnostics: [...notes, ...diagnostics] };
  });
}

/** Compares the package with its folder, as `stepwright generate --check` does. Writes nothing. */
export async function check(target: Target): Promise<Checked> {
  const same = { isStale: false, difference: "" };
  return settled<Omit<Checked, keyof Outcome>>(same, async () => {
    const { notes, sealed, out } = await packageFor(target);
    if (sealed === undefined) return { ...same, diagnostics: notes };
    const { checkPackage } = await import("./write/check.js");
    const { commandFor } = await import("./command/mending-command.js");
    const { diagnostics, ...result } = await checkPackage(sealed, out, commandFor(target));
    return { ...result, diagnostics: [...notes, ...diagnostics] };
  });
}

/** Makes the files of a package from texts: nothing is read, nothing is written. */
export async function generateFiles(documents: Documents): Promise<Made> {
  return settled<Omit<Made, keyof Outcome>>({ files: new Map() }, async () => {
    const { checkDocuments } = await import("./check-arguments.js");
    checkDocuments(documents);
    const { givenSources } = await import("./load/given-sources.js");
    const { accept } = await import("./load/load.js");
    const { generate } = await import("./generate.js");
    return generate(accept(await givenSources(documents)));
  });
}

/**
 * Diagnostics as the command prints them, with the line of the source and a hint; without its colours, and all of them.
 * @param textOf the text of a file by its name; by default what is on the disk.
 */
export async function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  textOf?: (file: string) => string | undefined,
): Promise<string> {
  const { checkDiagnostics } = await import("./check-arguments.js");
  checkDiagnostics(diagnostics, textOf);
  const { formatDiagnostics } = await import("./report/pretty.js");
  const { unpainted } = await import("./report/paint.js");
  const { sourceText } = await import("./load/read-document.js");
  return formatDiagnostics(diagnostics, textOf ?? sourceText, { frames: true, paint: unpainted });
}

/** The package of a target, ready to be written; absent where nothing has changed since it was, but for its manifest perhaps. */
async function packageFor(target: Target): Promise<{
  readonly notes: readonly Diagnostic[];
  readonly out: string;
  readonly sealed?: SealedPackage;
  readonly renewed?: SealedPackage;
}> {
  const { checkTarget } = await import("./check-arguments.js");
  checkTarget(target);
  const { contract, schema, out = "generated" } = target;
  const { untouched } = await import("./write/untouched.js");
  if (untouched(target)) return { notes: [], out };
  const { readSources } = await import("./load/read-sources.js");
  const { unchanged } = await import("./write/unchanged.js");
  const sources = await readSources(contract, { schema });
  const same = unchanged(sources, out);
  if (same) return { ...same, out };
  const { makePackage } = await import("./make-package.js");
  const { sealPackage } = await import("./write/manifest.js");
  const { files, diagnostics } = await makePackage(sources);
  return { notes: diagnostics, out, sealed: sealPackage(files, sources, diagnostics) };
}

/** What the work gives, or its diagnostics and nothing else; anything but a Failure is a wrong argument or a bug, and thrown. */
async function settled<Result extends object>(
  nothing: Result,
  work: () => Promise<Result & { readonly diagnostics: readonly Diagnostic[] }>,
): Promise<Result & Outcome> {
  const result = await work().catch((error: unknown) => {
    if (error instanceof Failure) return { ...nothing, diagnostics: error.diagnostics };
    throw error;
  });
  return { success: result.diagnostics.every(({ severity }) => severity !== "error"), ...result };
}
