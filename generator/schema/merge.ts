/**
 * Two values in, one out: how an overlay's update is merged into what its target selects. Nothing is mutated.
 */
import { isObject, type Json, type JsonArray, type JsonObject } from "./json-schema.js";
import { formatPointer } from "./pointer.js";

/** Two values of kinds that do not go together; `pointer` is the place in the update. */
export interface Conflict {
  readonly pointer: string;
  readonly target: Json;
  readonly update: Json;
}

/**
 * Objects are merged member by member and keep the target's origin, arrays are joined, a plain value replaces a plain
 * value; anything else is a conflict, and the target stays. OpenAPI Overlay 1.0.0 (section 4.4.3.1) asks that the two are
 * compatible; 1.1.0 spells out this reading of it.
 */
export function merge(target: Json, update: Json, onConflict: (conflict: Conflict) => void, pointer = ""): Json {
  if (isArray(target) && isArray(update)) return [...target, ...update];
  if (isObject(target) && isObject(update)) {
    const merged = Object.entries(update).map(([key, value]) => {
      const inner = pointer + formatPointer([key]);
      return [key, Object.hasOwn(target, key) ? merge(target[key] as Json, value, onConflict, inner) : value] as const;
    });
    return { ...target, ...Object.fromEntries(merged) } as JsonObject;
  }
  if (isPlain(target) && isPlain(update)) return update;
  onConflict({ pointer, target, update });
  return target;
}

const isArray = (value: Json): value is JsonArray => Array.isArray(value);
const isPlain = (value: Json): boolean => typeof value !== "object" || value === null;
