/**
 * What a package holds, as hashes, and the folder it belongs in go in; what differs between them comes out. Reads only: the writer and
 * `--check` both decide by it. Synchronous, as that is the fastest way to read some dozen small files.
 */
import { lstatSync, readdirSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { diagnostic, Failure } from "../diagnostics.js";
import { contentAt, fileAt, ifThere } from "./disk.js";
import { asFolder, below, foldersOf, isPathBelow, someOf } from "./emitted-path.js";
import { foreignFiles } from "./foreign-files.js";
import { lockName, refuseOtherThanFolder } from "./lock.js";
import { isSealed, manifestName, sha256, type Hashes, type Manifest } from "./manifest.js";
import { readManifest } from "./read-manifest.js";
import { alsoRecorded, interruptedPaths, stagingName, type Recorded } from "./staging.js";

export interface Survey {
  /** What the folder says it holds; undefined where it has no manifest. */
  readonly manifest: Manifest | undefined;
  /** Emitted and not there. */
  readonly missing: readonly string[];
  /** Emitted and there with other content. */
  readonly changed: readonly Changed[];
  /** Emitted by an earlier run, and not by this one. */
  readonly dropped: readonly string[];
  /** The dropped files that are still on the disk, and ours to remove. */
  readonly surplus: readonly string[];
  /** The surplus files that are an emitted file under another letter case: they are removed before that is written. */
  readonly respelled: readonly string[];
  /** Every path that was emitted, and what was. */
  readonly recorded: Recorded;
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

interface Changed {
  readonly path: string;
  readonly found: Buffer;
}

/**
 * What looks like somebody else's may be another run's that has begun meanwhile: then more is recorded by now.
 *
 * @throws Failure SW136 (something in the place of our folders), SW150 (broken manifest), SW153 (linked folder), SW510 (cannot be read)
 */
export function survey(expected: Hashes, out: string): Survey {
  assertPaths(expected);
  const found = look(expected, out);
  if (found.foreign.length + found.clashes.length === 0) return found;
  return isDeepStrictEqual(recordedIn(out).recorded, found.recorded) ? found : survey(expected, out);
}

function look(expected: Hashes, out: string): Survey {
  const entries = ifThere(out, () => readdirSync(out)) ?? [];
  for (const name of [lockName, stagingName]) refuseOtherThanFolder(below(out, name));
  const { interrupted, manifest, recorded } = recordedIn(out);
  const isOurs = ownership(manifest, recorded);
  refuseLinkedFolders([...recorded.keys(), ...expected.keys()], out);

  const dropped = [...recorded.keys()].filter((path) => !expected.has(path));
  const left = dropped.flatMap((path) => {
    const found = fileAt(below(out, path));
    return found === undefined ? [] : [{ path, isOurs: isOurs(path, found) }];
  });
  const strangers = new Set(left.flatMap(({ path, isOurs }) => (isOurs ? [] : [path])));
  const surplus = left.flatMap(({ path, isOurs }) => (isOurs ? [path] : []));
  const spellings = spellingsOf(surplus, expected, out);

  const found = [...expected].map(([path, hash]) => {
    return { path, hash, found: spellings.has(path) ? undefined : contentAt(below(out, path)) };
  });
  const changed = found.flatMap(({ path, hash, found }) =>
    found === undefined || sha256(found) === hash ? [] : [{ path, found }],
  );
  const foreign = foreignFiles(out, [...expected.keys(), ...dropped.filter((path) => !strangers.has(path))]);
  const clashes = changed.filter(({ path, found }) => !isOurs(path, found)).map(({ path }) => path);
  return {
    manifest,
    missing: found.filter((each) => each.found === undefined).map(({ path }) => path),
    changed,
    dropped,
    surplus,
    respelled: [...spellings.values()],
    recorded,
    foreign,
    clashes,
    isForeign: !manifest && interrupted.size === 0 && foreign.length + clashes.length > 0,
    interrupted: entries.includes(stagingName),
    locked: entries.includes(lockName),
  };
}

/** In this order: a run that ends in between puts its manifest there before it takes its list of paths away. */
function recordedIn(out: string) {
  const interrupted = interruptedPaths(out);
  const manifest = readManifest(out);
  return { interrupted, manifest, recorded: alsoRecorded(interrupted, Object.entries(manifest?.outputs ?? {})) };
}

/** What is emitted → what is emitted no more and is the same file. */
function spellingsOf(surplus: readonly string[], expected: Hashes, out: string): ReadonlyMap<string, string> {
  if (surplus.length === 0) return new Map();
  const byIdentity = new Map(surplus.map((path) => [identityOf(below(out, path)), path]));
  return new Map(
    [...expected.keys()].flatMap((path): [string, string][] => {
      const other = byIdentity.get(identityOf(below(out, path)));
      return other === undefined ? [] : [[path, other]];
    }),
  );
}

/** The same text for two paths of one file, which letter case may tell apart; of a path that leads to none, the path. */
function identityOf(file: string): string {
  const found = ifThere(file, () => lstatSync(file, { bigint: true }));
  return found === undefined ? file : `${found.dev} ${found.ino}`;
}

/**
 * Whether stepwright wrote what stands at a path. A manifest that is whole is believed, also of a file that was edited since; of
 * a damaged one, and of a run that was killed, only that we wrote these bytes.
 */
function ownership(manifest: Manifest | undefined, recorded: Recorded): (path: string, found: Buffer) => boolean {
  const believed = new Set(manifest && isSealed(manifest) ? Object.keys(manifest.outputs) : []).add(manifestName);
  return (path, found) => believed.has(path) || recorded.get(path)?.includes(sha256(found)) === true;
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
