/**
 * The files a schema refers to: the schema and its overlay in, every reachable file below the schema's folder out, and why the
 * others are not there. An address names the file in that folder that has its last name, if the file says itself that the address
 * is its `$id`. References are found loosely, in data too; what really is one, and whether that is an error, the bundle rule says.
 */
import path from "node:path";
import { diagnostic, Failure } from "../diagnostics.js";
import { isObject, type Json } from "../json/json-schema.js";
import type { Document, Sources, Unavailable } from "./document.js";
import { isYaml } from "./file-kind.js";
import { belowSchema, isAddress, isOutside } from "./input-paths.js";
import { mostReferencedCharacters, mostFiles } from "./limits.js";
import { readDocument } from "./read-document.js";

/**
 * None where there is no schema.
 * @param overlay its references are those of the schema that it changes
 * @param open gives the file at a path relative to the schema's folder, or tells why there is none
 */
export async function readReferences(
  schema: Document | undefined,
  overlay: Document | undefined,
  open: (relative: string, schemaFile: string) => Promise<Document | Unavailable>,
): Promise<Pick<Sources, "referenced" | "addressOf" | "unavailable" | "problems">> {
  const referenced = new Map<string, Document>();
  const addressOf = new Map<string, string>();
  const unavailable = new Map<string, Unavailable>();
  if (schema === undefined) return { referenced, addressOf, unavailable, problems: [] };
  const own = path.posix.basename(schema.file);
  const opened = new Map<string, Document | Unavailable>();
  const targets = new Set([schema, overlay].flatMap((each) => [...(each ? targetsIn(each.value, own) : [])]));
  let characters = 0;
  // The set grows while it is read.
  for (const target of targets) {
    const isPath = !isAddress(target);
    const file = isPath ? target : fileNameOf(target);
    if (file === own || file === "") continue;
    if (referenced.size === mostFiles || characters > mostReferencedCharacters) {
      const limit = referenced.size === mostFiles ? `${mostFiles} files` : `${mostReferencedCharacters / 2 ** 20} MiB`;
      const problems = [diagnostic("SW236", { file: schema.file }, { limit })];
      return { referenced, addressOf, unavailable, problems };
    }
    const found = opened.get(file) ?? (await open(file, schema.file));
    opened.set(file, found);
    if (isPath) addressOf.delete(file);
    if ("why" in found) {
      if (isPath || found.why === "unreadable") unavailable.set(file, found);
    } else if (!referenced.has(file) && (isPath || idOf(found.value) === target)) {
      referenced.set(file, found);
      if (!isPath) addressOf.set(file, target);
      characters += found.text.length;
      for (const each of targetsIn(found.value, file)) targets.add(each);
    }
  }
  return { referenced, addressOf, unavailable, problems: [] };
}

/**
 * The file at a path relative to the schema's folder, from the disk.
 * @param willRead told of a file that is looked for
 */
export async function readBelow(
  relative: string,
  schemaFile: string,
  willRead: (file: string) => void,
): Promise<Document | Unavailable> {
  if (!isOutside(relative)) willRead(path.posix.join(path.posix.dirname(schemaFile), relative));
  const found = belowSchema(schemaFile, relative);
  if ("why" in found) return found;
  return orUnreadable(readDocument(found.file, "schema", {}));
}

/** What is wrong with a file that is referred to is told where something really refers to it. */
export const orUnreadable = (document: Promise<Document>): Promise<Document | Unavailable> =>
  document.catch((error: unknown): Unavailable => {
    if (error instanceof Failure) return { why: "unreadable", diagnostics: error.diagnostics };
    throw error;
  });

/** The paths, relative to the schema's folder, and the addresses that the references in a file name; `from` is its own path. */
function targetsIn(value: Json, from: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting: Json[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const ref of isObject(next) ? [next["$ref"], next["$dynamicRef"]] : []) {
      const target = typeof ref === "string" ? (addressIn(ref) ?? referencedPath(ref, from)) : undefined;
      if (target !== undefined) found.add(target);
    }
    if (typeof next === "object" && next !== null) for (const child of Object.values(next)) waiting.push(child);
  }
  return found;
}

/**
 * The path that a `$ref` names, relative to the schema's folder: `../money.json#/x` in `common/types.json` is `money.json`.
 * Undefined for a reference within the same file, and for one with a scheme or a host, which names no file.
 */
export function referencedPath(ref: string, from: string): string | undefined {
  const address = ref.split("#", 1)[0] ?? "";
  if (address === "" || isElsewhere(address)) return undefined;
  const decoded = decodeAddress(address);
  return decoded.startsWith("/") ? decoded : path.posix.join(path.posix.dirname(from), decoded);
}

/** The address of the document that a `$ref` or an `$id` names; undefined for one that is relative, or no URL of a file. */
const addressIn = (ref: string): string | undefined =>
  isAddress(ref) && URL.canParse(ref) ? new URL(ref).href.replace(/#.*$/s, "") : undefined;

/** What a whole file says is its address; `id` is draft-04's. */
function idOf(file: Json): string | undefined {
  const id = isObject(file) ? (file["$id"] ?? file["id"]) : undefined;
  return typeof id === "string" ? addressIn(id) : undefined;
}

/**
 * The name at the end of an address, under which its document may lie in the schema's folder; "" where that is no name of JSON
 * or YAML, but perhaps a folder's.
 */
export function fileNameOf(ref: string): string {
  const address = addressIn(ref);
  if (address === undefined) return "";
  const name = path.posix.basename(`/${decodeAddress(new URL(address).pathname.replace(/.*\//s, ""))}`);
  return isYaml(name) || /\.json$/i.test(name) ? name : "";
}

/** Whether a reference has a scheme or a host, and so leads to no file beside the schema. */
export const isElsewhere = (ref: string): boolean => /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(ref);

function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
