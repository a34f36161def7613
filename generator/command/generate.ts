/**
 * `stepwright generate`: a contract in; the package on the disk, or with `--check` whether it is up to date, out.
 */
import { defaultOut, type RequestFor } from "../flags.js";
import { readSources } from "../load/read-sources.js";
import { checkChanges, packageOf, writeChanges, type Package } from "../package-of.js";
import type { CommandOutcome } from "../report/outcome.js";
import { asFolder } from "../write/emitted-path.js";
import { readManifest } from "../write/read-manifest.js";
import { inputPaths, listing, outputPaths } from "./list-paths.js";
import { upToDate } from "./nothing-to-do.js";
import { optimizeLate } from "./short-lived.js";

export interface Surroundings {
  /** The same command line without `--check`. */
  readonly mendingCommand: string;
  /** Told what takes a while before it begins. */
  readonly showProgress: (what: string) => void;
  /** Told of each input before it is read. */
  readonly willRead?: (file: string) => void;
}

/** @throws Failure with everything that is wrong; then nothing was written. */
export async function runGenerate(
  { argument: contract, flags }: RequestFor<"generate">,
  { mendingCommand, showProgress, willRead }: Surroundings,
): Promise<CommandOutcome> {
  const out = flags.out ?? defaultOut;
  const sources = await readSources(contract, { schema: flags.schema, willRead });
  if (flags["print-inputs"]) return listing(inputPaths(sources));
  const made = await packageOf(sources, out, () => {
    if (!flags.watch) optimizeLate();
    showProgress(`generating from ${sources.schema?.file ?? contract}`);
  });
  const manifest = made.sealed?.manifest ?? readManifest(out);
  if (flags["print-outputs"]) return listing(outputPaths(Object.keys(manifest?.outputs ?? {}), out));
  const writeDepfile = await depfile();
  const outcome = flags.check ? await check(made, out, mendingCommand) : await write(made, out);
  await writeDepfile?.();
  return { ...outcome, diagnostics: [...made.notes, ...outcome.diagnostics] };

  async function depfile() {
    if (flags.depfile === undefined) return undefined;
    return (await import("./depfile.js")).depfileOf(flags.depfile, sources, out);
  }
}

async function write(made: Package, out: string): Promise<CommandOutcome> {
  const { touched, written, removed, diagnostics } = await writeChanges(made, out);
  const folder = asFolder(out);
  if (!touched) return { result: upToDate(out), written: { folder, changed: [], removed: [] }, diagnostics };
  const changes = [`${written.length} changed`, ...(removed.length > 0 ? [`${removed.length} removed`] : [])];
  const count = Object.keys(made.sealed?.manifest.outputs ?? {}).length;
  return {
    result: `generated ${count} files in ${folder} (${changes.join(", ")})`,
    written: { folder, changed: written, removed },
    diagnostics,
  };
}

async function check(made: Package, out: string, mendingCommand: string): Promise<CommandOutcome> {
  const { isStale, difference, diagnostics } = await checkChanges(made, out, mendingCommand);
  return isStale ? { difference, diagnostics } : { result: upToDate(out), diagnostics };
}
