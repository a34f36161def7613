/**
 * What a run would read and the folder it would write to in; whether it can be left out, out: nothing that shapes the output
 * has changed since the folder was written, and the folder still holds it. No tool of the generator is loaded for that.
 */
import { Failure, type Diagnostic } from "../diagnostics.js";
import type { Sources } from "../load/document.js";
import { manifestName, manifestOf, manifestText, sha256 } from "./manifest.js";
import { readManifest } from "./read-manifest.js";
import { foreignNotes, isUpToDate, survey } from "./survey.js";

/**
 * @returns what such a run would have to say about the folder; undefined where it has to be made, be it only to tell what is
 * wrong or to repeat its warnings.
 */
export function unchanged(sources: Sources, out: string): readonly Diagnostic[] | undefined {
  if (sources.problems.length > 0) return undefined;
  try {
    const then = readManifest(out);
    if (then === undefined) return undefined;
    const outputs = new Map(Object.entries(then.outputs));
    // A manifest that counts warnings is another one: they have to be said again.
    const now = manifestOf(sources, outputs, 0);
    const found = survey(new Map([...outputs, [manifestName, sha256(manifestText(now))]]), out);
    return isUpToDate(found) && !found.interrupted && !found.locked ? foreignNotes(found, out) : undefined;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
