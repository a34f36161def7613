/**
 * The command's target in; whether all texts are those that its package was written from, and its own, out. Bytes are compared by their
 * hashes and nothing else is done, so that it takes no longer than reading them; where this does not say yes, `sameContent` says more.
 */
import { createHash } from "node:crypto";
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs";
import type { Contract } from "../contract.js";
import type { ResolvedTarget } from "../given.js";
import { belowSchema, forwardSlashes, namedPath } from "../load/input-paths.js";
import { decode, readWithin } from "../load/read-text.js";
import { below, foldersOf, installedFolder } from "./emitted-path.js";
import { inputKey, manifestName, manifestText, referencePrefix, sha256, withTexts, type Manifest } from "./manifest.js";

/** False, too, where anything is out of the ordinary: what it is, and what it means, a full run tells. */
export function haveSameTexts({ contract, schema, out }: ResolvedTarget): boolean {
  try {
    const text = readFileSync(below(out, manifestName), "utf8");
    const then = JSON.parse(text) as Partial<Manifest>;
    if (!then.inputs || !then.texts || !then.outputs) return false;
    const now = inputTexts(forwardSlashes(contract), schema, then.texts);
    return (
      manifestText(withTexts({ inputs: then.inputs, outputs: then.outputs }, now)) === text && holds(out, then.outputs)
    );
  } catch {
    return false;
  }
}

type Hashes = Readonly<Record<string, string>>;

/**
 * What a run reads is what the last one read, as long as no text has changed: only the contract is parsed.
 * @throws where a file cannot be read or is not the one that was read then.
 */
function inputTexts(contract: string, givenSchema: string | undefined, then: Hashes): Hashes {
  const named = JSON.parse(decode(bytesOf(contract)) ?? "") as Pick<Contract, "schema" | "overlay">;
  const schema = givenSchema === undefined ? namedPath(contract, named.schema) : forwardSlashes(givenSchema);
  const overlay = named.overlay === undefined ? undefined : namedPath(contract, named.overlay);
  const references = Object.keys(then).filter((key) => key.startsWith(referencePrefix));
  return Object.fromEntries([
    [inputKey("contract", contract), textHash(contract)],
    [inputKey("schema", schema), textHash(schema)],
    ...(overlay === undefined ? [] : [[inputKey("overlay", overlay), textHash(overlay)]]),
    ...references.map((key) => [key, referenceHash(schema, key.slice(referencePrefix.length))]),
  ]);
}

function referenceHash(schema: string, relative: string): string {
  const found = belowSchema(schema, relative);
  return "why" in found ? found.why : textHash(found.file);
}

/** Of the text as `readDocument` sees it, which most often is what the bytes say: then they need not be decoded. */
function textHash(file: string): string {
  const bytes = bytesOf(file);
  const isPlain = bytes[0] !== byteOrderMark && !bytes.includes("\r\n");
  return sha256(isPlain ? bytes : (decode(bytes) ?? ""));
}

/** The first of its three bytes. */
const byteOrderMark = 0xef;

/** A pipe is left alone: it can be read only once, and a full run has to. */
function bytesOf(file: string): Buffer {
  const bytes = statSync(file).isFile() ? readWithin(file) : undefined;
  if (bytes === undefined) throw new Error(`${file} cannot be read, or not twice`);
  return bytes;
}

/** Whether the folder has these files, the manifest, and nothing besides. */
function holds(out: string, outputs: Hashes): boolean {
  const files = new Set([...Object.keys(outputs), manifestName]);
  const folders = new Set([...files].flatMap(foldersOf));
  const chunk = Buffer.allocUnsafeSlow(chunkSize);
  return (
    filesIn("") === files.size &&
    Object.entries(outputs).every(([file, hash]) => fileHash(below(out, file), chunk) === hash)
  );

  /** How many there are; NaN where there is another one among them. */
  function filesIn(folder: string): number {
    let count = 0;
    for (const entry of readdirSync(below(out, folder), { withFileTypes: true })) {
      const name = `${folder}${entry.name}`;
      if (entry.isFile() && files.has(name)) count += 1;
      else if (entry.isDirectory() && folders.has(name)) count += filesIn(`${name}/`);
      else if (name !== installedFolder) return NaN;
    }
    return count;
  }
}

/** In bytes. Memory that is used again is twice as fast as what has to be had from the system for each file. */
const chunkSize = 2 ** 18;

function fileHash(file: string, chunk: Buffer): string {
  const hash = createHash("sha256");
  const descriptor = openSync(file, "r");
  try {
    for (let size = readSync(descriptor, chunk); size > 0; size = readSync(descriptor, chunk)) {
      hash.update(chunk.subarray(0, size));
    }
  } finally {
    closeSync(descriptor);
  }
  return hash.digest("hex");
}
