/**
 * Where each object stands: a document's tree in, the same tree with an `origin` on every object out. Nothing is mutated.
 */
import { diagnostic, Failure } from "../diagnostics.js";
import { isArray, isObject, origin, originOf, type Json, type JsonObject, type Origin } from "../json/json-schema.js";
import { formatPointer } from "../json/pointer.js";
import { mostLevels } from "./limits.js";

/** Every object gets the file and its JSON Pointer there. */
export function stampOrigins(value: Json, file: string): Json {
  return stamp(value, { file, pointer: "" }, 0, (_, place) => place);
}

/**
 * Every object with an origin gets `at`, its JSON Pointer in this tree: what a contract's pointers name.
 * @param prefix what stands in front of each pointer: "" in the schema itself, `common.json#` in a file beside it.
 * @throws Failure where an overlay has nested the tree deeper than `mostLevels`.
 */
export function stampPointers(value: Json, prefix = ""): Json {
  return stamp(
    value,
    { file: "", pointer: "" },
    0,
    (previous, { pointer }) => previous && { ...previous, at: prefix + pointer },
  );
}

type Decide = (previous: Origin | undefined, place: Origin) => Origin | undefined;

function stamp(value: Json, place: Origin, depth: number, decide: Decide): Json {
  if (typeof value !== "object" || value === null) return value;
  const next = isObject(value) ? decide(originOf(value), place) : undefined;
  if (depth === mostLevels) throw new Failure([diagnostic("SW206", next ?? place, { limit: String(mostLevels) })]);
  const below = (child: Json, key: string | number): Json =>
    typeof child !== "object" || child === null
      ? child
      : stamp(child, { file: place.file, pointer: place.pointer + formatPointer([key]) }, depth + 1, decide);
  if (isArray(value)) return value.map(below);
  // fromEntries defines its keys, so `__proto__` stays a member like any other.
  const members = Object.fromEntries(Object.entries(value).map(([key, child]) => [key, below(child, key)]));
  return next === undefined ? members : (Object.assign(members, { [origin]: next }) as JsonObject);
}
