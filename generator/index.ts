/**
 * Stepwright for programs: `generate` and `check` do what the command does, `generateFiles` does it in memory. A mistake in a
 * contract or a schema is a diagnostic, never an exception; a TypeError says which argument is wrong. What is heavy is loaded where
 * there is something to do.
 */
import { Failure, type Diagnostic } from "./diagnostics.js";
import { defaultOut } from "./flags.js";
import type { Documents, Target } from "./given.js";
import type { Package } from "./package-of.js";

export type { Contract } from "./contract.js";
export type { Diagnostic, Place } from "./diagnostics.js";
export type { Documents, Target, Text } from "./given.js";

/** What every run tells. */
export interface Outcome {
  /** No diagnostic is an error. */
  readonly success: boolean;
  /** Errors, warnings and notes. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Written extends Outcome {
  /** New or changed files, as paths below the folder; none where all was up to date. The manifest is not listed. */
  readonly written: readonly string[];
  /** Files of an earlier run that are no longer part of the package, and were deleted. */
  readonly removed: readonly string[];
}

export interface Checked extends Outcome {
  /** The folder does not hold what would be written; the diagnostics say why. */
  readonly isStale: boolean;
  /** A unified diff for people, cut short where it is long; empty where nothing differs. */
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
  return settled<Omit<Written, keyof Outcome>>({ written: [], removed: [] }, async () => {
    const { out, ...made } = await packageFor(target);
    const { writeChanges } = await import("./package-of.js");
    const { written, removed, diagnostics } = await writeChanges(made, out);
    return { written, removed, diagnostics: [...made.notes, ...diagnostics] };
  });
}

/**
 * Compares the package with its folder, as `stepwright generate --check` does. Writes nothing. A stale package is an error among the
 * diagnostics too, so `success` is false; it is also false with `isStale` false, where something is wrong with the contract or schema.
 */
export async function check(target: Target): Promise<Checked> {
  return settled<Omit<Checked, keyof Outcome>>({ isStale: false, difference: "" }, async () => {
    const { out, ...made } = await packageFor(target);
    const { checkChanges } = await import("./package-of.js");
    const { commandFor } = await import("./command/mending-command.js");
    const { diagnostics, ...result } = await checkChanges(made, out, commandFor(target));
    return { ...result, diagnostics: [...made.notes, ...diagnostics] };
  });
}

/** Makes the files of a package from texts: nothing is read, nothing is written. There is no manifest among them. */
export async function generateFiles(documents: Documents): Promise<Made> {
  return settled<Omit<Made, keyof Outcome>>({ files: new Map() }, async () => {
    const { checkDocuments } = await import("./check-arguments.js");
    checkDocuments(documents);
    const { givenSources } = await import("./load/given-sources.js");
    const { accept } = await import("./load/load.js");
    const { generate } = await import("./generate.js");
    const { makeHere } = await import("./threads/make.js");
    return generate(accept(await givenSources(documents)), makeHere);
  });
}

/**
 * Diagnostics as the command prints them, with the line of the source and a hint; without its colours, and all of them.
 * @param textOf the text of a file by the name in a diagnostic's place, or undefined to leave its line out; by default what is on
 * the disk.
 */
export async function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  textOf?: (file: string) => string | undefined,
): Promise<string> {
  const { checkDiagnostics } = await import("./check-arguments.js");
  checkDiagnostics(diagnostics, textOf);
  const { prettyDiagnostics } = await import("./report/pretty.js");
  const { unpainted } = await import("./report/paint.js");
  const { sourceText } = await import("./load/read-document.js");
  return prettyDiagnostics(diagnostics, textOf ?? sourceText, unpainted);
}

/** The package of a target, and its folder; bytes that are the same as ever are not even read as JSON. */
async function packageFor(target: Target): Promise<Package & { readonly out: string }> {
  const { checkTarget } = await import("./check-arguments.js");
  checkTarget(target);
  const { contract, schema, out = defaultOut } = target;
  const { haveSameTexts } = await import("./write/same-texts.js");
  if (haveSameTexts({ ...target, out })) return { notes: [], out };
  const { readSources } = await import("./load/read-sources.js");
  const { packageOf } = await import("./package-of.js");
  return { ...(await packageOf(await readSources(contract, { schema }), out)), out };
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
