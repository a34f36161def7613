/**
 * What a package holds, as hashes, and the folder it belongs in go in; what differs between them comes out. Reads only: the writer and
 * `--check` both decide by it. Synchronous, as that is the fastest way to read some dozen small files.
 */
import { lstatSync, readdirSync } from "node:fs";
import { diagnostic, Failure } from "../diagnostics.js";
import { contentAt, ifThere } from "./disk.js";
import { asFolder, below, foldersOf, isPathBelow, someOf } from "./emitted-path.js";
import { foreignFiles, tolerated } from "./foreign-files.js";
import { lockName } from "./lock.js";
import { manifestName, sha256, type Hashes, type Manifest } from "./manifest.js";
import { readManifest } from "./read-manifest.js";
import { interruptedPaths, stagingName } from "./staging.js";

export interface Survey {
  /** What the folder says it holds; undefined where it has no manifest. */
  readonly manifest: Manifest | undefined;
  /** Emitted and not there. */
  readonly missing: readonly string[];
  /** Emitted and there with other content. */
  readonly changed: readonly Changed[];
  /** Once emitted and no longer. */
  readonly dropped: readonly string[];
  /** Those of them that are still there. */
  readonly surplus: readonly string[];
  /** Every path that is or was emitted. */
  readonly ours: readonly string[];
  /** Paths of what somebody else put there; a folder's ends in a slash. */
  readonly foreign: readonly string[];
  /** Emitted, and in the way stands somebody else's file. */
  readonly clashes: readonly string[];
  /** The folder is in use for something else. */
  readonly isForeign: boolean;
  /** A run was killed, or is at it right now: its staging folder is there. */
  readonly interrupted: boolean;
  /** The lock of such a run is there. */
  readonly locked: boolean;
}

export interface Changed {
  readonly path: string;
  readonly found: Buffer;
}

/** @throws Failure SW150 (broken manifest), SW153 (linked folder), SW510 (cannot be read) */
export function survey(expected: Hashes, out: string): Survey {
  assertPaths(expected);
  // In this order: a run that ends in between puts its manifest there before it takes its list of paths away.
  const entries = ifThere(out, () => readdirSync(out)) ?? [];
  const interrupted = interruptedPaths(out);
  const manifest = readManifest(out);
  const written = new Set([...(manifest ? Object.keys(manifest.outputs) : []), manifestName, ...interrupted]);
  const ours = [...new Set([...written, ...expected.keys()])];
  refuseLinkedFolders(ours, out);

  const found = [...expected].map(([path, hash]) => ({ path, hash, found: contentAt(below(out, path)) }));
  const changed = found.flatMap(({ path, hash, found }) =>
    found === undefined || sha256(found) === hash ? [] : [{ path, found }],
  );
  const dropped = ours.filter((path) => !expected.has(path));
  return {
    manifest,
    missing: found.filter((each) => each.found === undefined).map(({ path }) => path),
    changed,
    dropped,
    surplus: dropped.filter((path) => ifThere(below(out, path), () => lstatSync(below(out, path)))),
    ours,
    foreign: foreignFiles(out, ours),
    clashes: changed.map(({ path }) => path).filter((path) => !written.has(path)),
    isForeign: !manifest && interrupted.length === 0 && entries.some((name) => !tolerated.has(name)),
    interrupted: entries.includes(stagingName),
    locked: entries.includes(lockName),
  };
}

/** What has to be written. */
export const outdated = ({ missing, changed }: Survey): readonly string[] => [
  ...missing,
  ...changed.map(({ path }) => path),
];

export const isUpToDate = (found: Survey): boolean => outdated(found).length === 0 && found.surplus.length === 0;

/** @throws Failure SW151 or SW152 when writing would touch what is not ours. */
export function refuseForeign({ isForeign, foreign, clashes }: Survey, out: string): void {
  const folder = asFolder(out);
  if (isForeign)
    throw new Failure([diagnostic("SW151", undefined, { folder, files: someOf([...clashes, ...foreign]) })]);
  if (clashes.length > 0) throw new Failure([diagnostic("SW152", undefined, { folder, files: someOf(clashes) })]);
}

/** What somebody else put there, as notes. */
export const foreignNotes = ({ foreign }: Survey, out: string) =>
  foreign.length === 0 ? [] : [diagnostic("SW154", undefined, { folder: asFolder(out), files: someOf(foreign) })];

function refuseLinkedFolders(paths: readonly string[], out: string): void {
  const linked = [...new Set(paths.flatMap(foldersOf))].filter((folder) =>
    ifThere(below(out, folder), () => lstatSync(below(out, folder)))?.isSymbolicLink(),
  );
  const problems = linked.map((folder) => diagnostic("SW153", undefined, { folder: below(out, folder) }));
  if (problems.length > 0) throw new Failure(problems);
}

/** Names in a schema become file names in an emitter, which has to keep them harmless. */
function assertPaths(expected: Hashes): void {
  for (const path of expected.keys()) {
    if (!isPathBelow(path)) throw new Error(`the emitted path ${JSON.stringify(path)} is not below the output folder`);
  }
}
