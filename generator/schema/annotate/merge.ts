/**
 * Two values in, one out: how an overlay's update is merged into what its target selects. Nothing is mutated.
 */
import { isArray, isObject, originOf, type Json, type Overlaid } from "../../json/json-schema.js";
import { formatPointer } from "../../json/pointer.js";
import { changesAt, withOverlaid } from "./overlaid.js";

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
    const from = originOf(update);
    const changes: Overlaid[number][] = [];
    const merged = Object.entries(update).map(([key, value]) => {
      const before = Object.hasOwn(target, key) ? target[key] : undefined;
      const next = before === undefined ? value : merge(before, value, onConflict, pointer + formatPointer([key]));
      // An object that is merged knows of its members; of a new one it is the holder that knows where its name is written.
      if (next !== before && (before === undefined || !isObject(value)))
        changes.push(...changesAt(key, before, value, from));
      return [key, next] as const;
    });
    return withOverlaid({ ...target, ...Object.fromEntries(merged) }, changes);
  }
  if (isPlain(target) && isPlain(update)) return update;
  onConflict({ pointer, target, update });
  return target;
}

const isPlain = (value: Json): boolean => typeof value !== "object" || value === null;
