/**
 * The files a schema refers to: the schema and its overlay in, every reachable file below the schema's folder out, and why the
 * others are not there. References are found loosely, in data too; what really is one, and whether that is an error, the bundle
 * rule says.
 */
import path from "node:path";
import { diagnostic, Failure } from "../diagnostics.js";
import { isObject, type Json } from "../json/json-schema.js";
import type { Document, Sources, Unavailable } from "./document.js";
import { belowSchema, isOutside } from "./input-paths.js";
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
): Promise<Pick<Sources, "referenced" | "unavailable" | "problems">> {
  const referenced = new Map<string, Document>();
  const unavailable = new Map<string, Unavailable>();
  if (schema === undefined) return { referenced, unavailable, problems: [] };
  const own = path.posix.basename(schema.file);
  const paths = new Set([schema, overlay].flatMap((each) => [...(each ? referencedPaths(each.value, own) : [])]));
  let characters = 0;
  // The set grows while it is read.
  for (const next of paths) {
    if (next === own) continue;
    if (referenced.size === mostFiles || characters > mostReferencedCharacters) {
      const limit = referenced.size === mostFiles ? `${mostFiles} files` : `${mostReferencedCharacters / 2 ** 20} MiB`;
      const problems = [diagnostic("SW236", { file: schema.file }, { limit })];
      return { referenced, unavailable, problems };
    }
    const found = await open(next, schema.file);
    if ("why" in found) unavailable.set(next, found);
    else {
      referenced.set(next, found);
      characters += found.text.length;
      for (const target of referencedPaths(found.value, next)) paths.add(target);
    }
  }
  return { referenced, unavailable, problems: [] };
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

/** The paths, relative to the schema's folder, that the references in a file name; `from` is that file's own. */
function referencedPaths(value: Json, from: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting: Json[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const ref of isObject(next) ? [next["$ref"], next["$dynamicRef"]] : []) {
      const target = typeof ref === "string" ? referencedPath(ref, from) : undefined;
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

/** Whether a reference has a scheme or a host, and so leads to no file beside the schema. */
export const isElsewhere = (ref: string): boolean => /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(ref);

function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
