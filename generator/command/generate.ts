/**
 * `stepwright generate`: a contract in; the package on the disk, or with `--check` whether it is up to date, out.
 */
import type { RequestFor } from "../flags.js";
import { readSources } from "../load/read-sources.js";
import { makePackage } from "../make-package.js";
import type { Outcome, Written } from "../report/outcome.js";
import { asFolder } from "../write/emitted-path.js";
import { sealPackage, type SealedPackage } from "../write/manifest.js";
import { readManifest } from "../write/read-manifest.js";
import { unchanged } from "../write/unchanged.js";
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
): Promise<Outcome> {
  const out = flags.out ?? "generated";
  const sources = await readSources(contract, { schema: flags.schema, willRead });
  if (flags["print-inputs"]) return listing(inputPaths(sources));
  const same = unchanged(sources, out);
  if (same) {
    if (flags["print-outputs"]) return listing(outputPaths(Object.keys(readManifest(out)?.outputs ?? {}), out));
    const writeDepfile = await depfile();
    if (same.renewed && !flags.check) await (await import("../write/write.js")).writePackage(same.renewed, out);
    await writeDepfile?.();
    return { result: upToDate(out), ...(!flags.check && { written: nothing(out) }), diagnostics: same.notes };
  }

  if (!flags.watch) optimizeLate();
  showProgress(`generating from ${sources.schema?.file ?? contract}`);
  const { files, diagnostics } = await makePackage(sources);
  if (flags["print-outputs"]) return listing(outputPaths(files.keys(), out));
  const sealed = sealPackage(files, sources, diagnostics);
  const writeDepfile = await depfile();
  const outcome = flags.check ? await check(sealed, out, mendingCommand) : await write(sealed, out);
  await writeDepfile?.();
  return { ...outcome, diagnostics: [...diagnostics, ...outcome.diagnostics] };

  async function depfile() {
    if (flags.depfile === undefined) return undefined;
    return (await import("./depfile.js")).depfileOf(flags.depfile, sources, out);
  }
}

async function write(sealed: SealedPackage, out: string): Promise<Outcome> {
  const { writePackage } = await import("../write/write.js");
  const { touched, written, removed, diagnostics } = await writePackage(sealed, out);
  if (!touched) return { result: upToDate(out), written: nothing(out), diagnostics };
  const changes = [`${written.length} changed`, ...(removed.length > 0 ? [`${removed.length} removed`] : [])];
  const count = Object.keys(sealed.manifest.outputs).length;
  return {
    result: `generated ${count} files in ${asFolder(out)} (${changes.join(", ")})`,
    written: { folder: asFolder(out), changed: written, removed },
    diagnostics,
  };
}

async function check(sealed: SealedPackage, out: string, mendingCommand: string): Promise<Outcome> {
  const { checkPackage } = await import("../write/check.js");
  const { isStale, difference, diagnostics } = await checkPackage(sealed, out, mendingCommand);
  return isStale ? { difference, diagnostics } : { result: upToDate(out), diagnostics };
}

const nothing = (out: string): Written => ({ folder: asFolder(out), changed: [], removed: [] });
