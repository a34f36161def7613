/**
 * What a run reads and writes in; the manifest out: which stepwright made which files from which inputs. It has no time
 * and no path of a machine, so the same run gives the same manifest everywhere.
 */
import { createHash } from "node:crypto";
import type { Document, Inputs } from "../load/document.js";
import type { Files } from "../model/model.js";
import { ownPackage } from "../own-package.js";

export const manifestName = ".stepwright.json";

export interface Manifest {
  /** `stepwright@0.1.0` */
  readonly generator: string;
  /** Package name → exact version, of each tool that can shape the output. */
  readonly tools: Readonly<Record<string, string>>;
  /** Role and name (`schema:x.schema.json`) → SHA-256 of the parsed content: line ends and white space do not count. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Path below the output folder → SHA-256 of the file. The manifest itself is not listed. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** A package that is ready to be written or compared. */
export interface SealedPackage {
  readonly manifest: Manifest;
  /** All that goes to the disk: the emitted files and then the manifest. */
  readonly files: Files;
}

/** Adds the manifest to what was emitted. */
export function sealPackage(files: Files, inputs: Inputs): SealedPackage {
  const { version, dependencies } = ownPackage();
  const manifest = {
    generator: `stepwright@${version}`,
    tools: sorted(Object.entries(dependencies)),
    inputs: sorted(inputHashes(inputs)),
    outputs: sorted([...files].map(([path, text]) => [path, sha256(text)])),
  };
  return { manifest, files: new Map([...files, [manifestName, `${JSON.stringify(manifest, undefined, 2)}\n`]]) };
}

/** @param content text (hashed as UTF-8) or bytes; the hash is in lower-case hex. */
export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

function inputHashes({ contractDocument, schema, overlay, referenced }: Inputs): [string, string][] {
  const named = (role: string, document: Document): [string, string] => [
    `${role}:${document.file.slice(document.file.lastIndexOf("/") + 1)}`,
    contentHash(document),
  ];
  return [
    named("contract", contractDocument),
    named("schema", schema),
    ...(overlay ? [named("overlay", overlay)] : []),
    ...[...referenced].map(([path, document]): [string, string] => [`reference:${path}`, contentHash(document)]),
  ];
}

// The order of keys counts: properties are emitted in the schema's order.
const contentHash = (document: Document): string => sha256(JSON.stringify(document.value));

/** By code unit, never by locale. */
const sorted = (entries: readonly (readonly [string, string])[]): Readonly<Record<string, string>> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
