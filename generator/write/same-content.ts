/**
 * What a run would read and the folder it would write to in; whether it can be left out, out: nothing that shapes the output
 * has changed since the folder was written, and the folder still holds it. No tool of the generator is loaded for that.
 */
import { Failure, type Diagnostic } from "../diagnostics.js";
import type { Sources } from "../load/document.js";
import type { Files } from "../format.js";
import { contentAt } from "./disk.js";
import { below } from "./emitted-path.js";
import {
  manifestName,
  manifestOf,
  manifestText,
  sha256,
  withTexts,
  type Manifest,
  type SealedPackage,
} from "./manifest.js";
import { readManifest } from "./read-manifest.js";
import { foreignNotes, isUpToDate, survey } from "./survey.js";

interface SameContent {
  /** What such a run would have to say about the folder. */
  readonly notes: readonly Diagnostic[];
  /** The package with the manifest that it should have, where an input has another text with the same content. */
  readonly renewed?: SealedPackage;
}

/** @returns undefined where the package has to be made, be it only to tell what is wrong or to repeat its warnings. */
export function sameContent(sources: Sources, out: string): SameContent | undefined {
  if (sources.problems.length > 0) return undefined;
  try {
    const then = readManifest(out);
    if (then === undefined) return undefined;
    const outputs = new Map(Object.entries(then.outputs));
    // A manifest that counts warnings is another one: they have to be said again.
    const now = manifestOf(sources, outputs, 0);
    const same = manifestText(withTexts(now, then.texts));
    const found = survey(new Map([...outputs, [manifestName, sha256(same)]]), out);
    if (!isUpToDate(found) || found.interrupted || found.locked) return undefined;
    const notes = foreignNotes(found, out);
    if (manifestText(now) === same) return { notes };
    const files = filesOf(now, out);
    return files && { notes, renewed: { manifest: now, files } };
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** As the manifest has them; undefined where another run has written meanwhile. */
function filesOf(manifest: Manifest, out: string): Files | undefined {
  const files = new Map<string, string>();
  for (const [path, hash] of Object.entries(manifest.outputs)) {
    const text = contentAt(below(out, path))?.toString("utf8");
    if (text === undefined || sha256(text) !== hash) return undefined;
    files.set(path, text);
  }
  return files.set(manifestName, manifestText(manifest));
}
