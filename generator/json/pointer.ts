/**
 * JSON Pointers (RFC 6901), as text and as segments. `#/a` and `/a` are the same pointer: the `#` only marks it as one, and
 * nothing is percent-decoded (a `$ref` is a URI reference, so the bundle rule decodes it before it asks here).
 */
import { isArray, isObject, type Json } from "./json-schema.js";

const pattern = /^#?(?:\/(?:[^~/]|~[01])*)*$/;

export const isPointer = (text: string): boolean => pattern.test(text);

/**
 * The segments of a pointer, unescaped: `#/a/b~1c` → `["a", "b/c"]`, the root → `[]`.
 * @throws SyntaxError for a text that is not a pointer; ask `isPointer` first where that can be.
 */
export function parsePointer(pointer: string): readonly string[] {
  if (!isPointer(pointer)) throw new SyntaxError(`not a JSON Pointer: ${pointer}`);
  const [, ...segments] = pointer.split("/");
  return segments.map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The pointer of some segments, without `#`: `["a", "b/c"]` → `/a/b~1c`, `[]` → the empty text. */
export function formatPointer(segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${escapeSegment(String(segment))}`).join("");
}

const escapeSegment = (segment: string): string => segment.replaceAll("~", "~0").replaceAll("/", "~1");

/** What a pointer names (RFC 6901, section 4), own properties only; undefined where nothing is or the text is no pointer. */
export function resolvePointer(value: Json, pointer: string): Json | undefined {
  if (!isPointer(pointer)) return undefined;
  return parsePointer(pointer).reduce<Json | undefined>(member, value);
}

function member(value: Json | undefined, segment: string): Json | undefined {
  if (value === undefined) return undefined;
  if (isArray(value)) return /^(?:0|[1-9]\d*)$/.test(segment) ? value[Number(segment)] : undefined;
  return isObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined;
}
