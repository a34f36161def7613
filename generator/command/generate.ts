/**
 * `stepwright generate`: a contract in; the package on the disk, or with `--check` whether it is up to date, out.
 */
import type { RequestFor } from "../flags.js";
import { checkPackage } from "../write/check.js";
import { asFolder } from "../write/emitted-path.js";
import { sealPackage, type SealedPackage } from "../write/manifest.js";
import { writePackage } from "../write/write.js";
import type { Outcome } from "./outcome.js";

/**
 * @param mendingCommand the same command line without `--check`.
 * @throws Failure with everything that is wrong; then nothing was written.
 */
export async function runGenerate(
  { argument: contract, flags }: RequestFor<"generate">,
  mendingCommand: string,
): Promise<Outcome> {
  const out = flags.out ?? "generated";
  const { load } = await import("../load/load.js");
  const inputs = await load(contract, { schema: flags.schema });
  const { generate } = await import("../generate.js");
  const { files, diagnostics } = await generate(inputs);
  const sealed = sealPackage(files, inputs);
  const outcome = flags.check ? await check(sealed, out, mendingCommand) : await write(sealed, out);
  return { ...outcome, diagnostics: [...diagnostics, ...outcome.diagnostics] };
}

async function write(sealed: SealedPackage, out: string): Promise<Outcome> {
  const { touched, written, removed, diagnostics } = await writePackage(sealed, out);
  if (!touched) return { result: upToDate(out), diagnostics };
  const changes = [`${written.length} changed`, ...(removed.length > 0 ? [`${removed.length} removed`] : [])];
  const count = Object.keys(sealed.manifest.outputs).length;
  return { result: `generated ${count} files in ${asFolder(out)} (${changes.join(", ")})`, diagnostics };
}

async function check(sealed: SealedPackage, out: string, mendingCommand: string): Promise<Outcome> {
  const { isStale, difference, diagnostics } = await checkPackage(sealed, out, mendingCommand);
  return isStale ? { details: difference, diagnostics } : { result: upToDate(out), diagnostics };
}

const upToDate = (out: string): string => `${asFolder(out)} is up to date`;
