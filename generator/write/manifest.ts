/**
 * What a run reads and writes in; the manifest out: which stepwright made which files from which inputs. It has no time
 * and no path of a machine, so the same run gives the same manifest everywhere; and as all that shapes the output is in it,
 * a run that would give the manifest that is already there need not be made.
 */
import { createHash } from "node:crypto";
import path from "node:path";
import type { Document, Sources } from "../load/document.js";
import type { Role } from "../load/parse.js";
import type { Diagnostic } from "../diagnostics.js";
import type { Files } from "../format.js";
import { ownPackage } from "../own-package.js";

export const manifestName = ".stepwright.json";

export interface Manifest {
  /** Version and build of the generator's code: `stepwright@0.1.0+5f0c3d2e8b7a6914`. */
  readonly generator: string;
  /** Package name → exact version, of each tool that can shape the output. */
  readonly tools: Readonly<Record<string, string>>;
  /** Role and name (`schema:x.schema.json`) → SHA-256 of the parsed content: line ends and white space do not count. */
  readonly inputs: Readonly<Record<string, string>>;
  /**
   * The same keys → SHA-256 of the text; and for a path that only looks like a reference, why nothing was read. Where all are
   * the same, nothing has to be parsed to know that nothing has changed.
   */
  readonly texts?: Texts;
  /** Path below the output folder → SHA-256 of the file. The manifest itself is not listed. */
  readonly outputs: Readonly<Record<string, string>>;
  /** How many warnings and notes the schema gave; absent where there were none. */
  readonly remarks?: number;
  /** SHA-256 of all of the above: a manifest that was merged from two is nobody's. */
  readonly seal?: string;
}

export type Texts = Readonly<Record<string, string>>;

/** Path below the output folder → SHA-256 of what stands or should stand there. */
export type Hashes = ReadonlyMap<string, string>;

/** A package that is ready to be written or compared. */
export interface SealedPackage {
  readonly manifest: Manifest;
  /** All that goes to the disk: the emitted files and then the manifest. */
  readonly files: Files;
}

/** Adds the manifest to what was emitted from these inputs, with these warnings and notes. */
export function sealPackage(files: Files, inputs: Sources, remarks: readonly Diagnostic[]): SealedPackage {
  const manifest = manifestOf(inputs, hashesOf(files), remarks.length);
  return { manifest, files: new Map([...files, [manifestName, manifestText(manifest)]]) };
}

export function manifestOf(sources: Sources, outputs: Hashes, remarks: number): Manifest {
  const inputs = sorted(inputsOf(sources).map(([key, document]) => [key, contentHash(document)]));
  return sealed({ ...makers(), inputs, texts: sorted(textHashes(sources)), outputs: sorted([...outputs]), remarks });
}

/** The manifest that this very stepwright would write, had the inputs these texts. */
export const withTexts = (
  { inputs, outputs, remarks = 0 }: Pick<Manifest, "inputs" | "outputs" | "remarks">,
  texts: Texts = {},
): Manifest => sealed({ ...makers(), inputs, texts: sorted(Object.entries(texts)), outputs, remarks });

/** This very stepwright and its tools. */
function makers(): Pick<Manifest, "generator" | "tools"> {
  const { version, build, dependencies } = ownPackage();
  return { generator: `stepwright@${version}+${build}`, tools: sorted(Object.entries(dependencies)) };
}

/** The order of the keys is that in which they are written, and part of what is sealed. */
function sealed({ remarks, ...content }: Omit<Manifest, "seal"> & { readonly remarks: number }): Manifest {
  const all = { ...content, ...(remarks > 0 && { remarks }) };
  return { ...all, seal: sha256(JSON.stringify(all)) };
}

/** Whether it is as stepwright wrote it. */
export function isSealed({ seal, ...content }: Manifest): boolean {
  return seal === sha256(JSON.stringify(content));
}

/** As it stands on the disk. */
export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, undefined, 2)}\n`;

export const hashesOf = (files: Files): Hashes => new Map([...files].map(([path, text]) => [path, sha256(text)]));

/** @param content text (hashed as UTF-8) or bytes; the hash is in lower-case hex. */
export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** By its role and its name, as where it lies does not count. */
export const inputKey = (role: Role, file: string): string => `${role}:${path.posix.basename(file)}`;

/** Before the path of a file that the schema refers to. */
export const referencePrefix = "reference:";

function inputsOf({ contractDocument, schema, overlay, referenced }: Sources): [string, Document][] {
  return [
    ...(contractDocument ? [named("contract", contractDocument)] : []),
    ...(schema ? [named("schema", schema)] : []),
    ...(overlay ? [named("overlay", overlay)] : []),
    ...[...referenced].map(([path, document]): [string, Document] => [`${referencePrefix}${path}`, document]),
  ];
}

const named = (role: Role, document: Document): [string, Document] => [inputKey(role, document.file), document];

const textHashes = (sources: Sources): [string, string][] => [
  ...inputsOf(sources).map(([key, { text }]): [string, string] => [key, sha256(text)]),
  ...[...sources.unavailable].map(([path, { why }]): [string, string] => [`${referencePrefix}${path}`, why]),
];

// The order of keys counts: properties are emitted in the schema's order.
const contentHash = (document: Document): string => sha256(JSON.stringify(document.value));

/** By code unit, never by locale. */
const sorted = (entries: readonly (readonly [string, string])[]): Readonly<Record<string, string>> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
