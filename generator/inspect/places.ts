/**
 * Places in named types as short text: `StepInput.width`, `JobBlob.{width, height} (+2)`.
 */
import { multimap } from "../multimap.js";
import type { SchemaPosition } from "../schema/reading/walk.js";

export interface TypePlace {
  readonly type: string;
  /** `.input["a-b"][].width`; the type itself is "". */
  readonly path: string;
  /** The same text for all places that come from one place of the schema. */
  readonly source: string;
}

/** What a subschema's position adds to the path: nothing where it is about the same value; undefined where it is no place of its own. */
export function pathBelow([keyword, key = ""]: SchemaPosition): string | undefined {
  switch (keyword) {
    case "properties":
      return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
    case "patternProperties":
      return `[/${key}/]`;
    case "additionalProperties":
      return "[*]";
    case "items":
      return "[]";
    case "prefixItems":
      return `[${key}]`;
    case "allOf":
    case "anyOf":
    case "oneOf":
      return "";
    default:
      // What `not`, `if` or `contains` holds is a part of that keyword.
      return undefined;
  }
}

/** A place, and how many types beside its own have it from the same source. */
interface SharedPlace extends TypePlace {
  readonly more: number;
}

/** The places that a reader has to know apart: the first of each source. */
export function sharedPlaces(places: readonly TypePlace[]): readonly SharedPlace[] {
  const typesOf = new Map<string, Set<string>>();
  const first = new Map<string, TypePlace>();
  for (const place of places) {
    const types = typesOf.get(place.source) ?? new Set();
    if (types.size === 0) first.set(place.type + place.path, place);
    typesOf.set(place.source, types.add(place.type));
  }
  return [...first.values()].map((place) => ({ ...place, more: (typesOf.get(place.source)?.size ?? 1) - 1 }));
}

/** One item for the properties of one type; `(+2)` behind what two more types have. */
export function shownPlaces(places: readonly SharedPlace[]): readonly string[] {
  const keyOf = ({ type, more, path }: SharedPlace): string =>
    JSON.stringify([type, more, path.startsWith(".") ? "." : path]);
  const groups = multimap(places.map((place) => [keyOf(place), place] as const));
  return [...groups.values()].map((group) => {
    const [{ type, path, more }] = group;
    const below = group.length === 1 ? path : `.{${group.map((each) => each.path.slice(1)).join(", ")}}`;
    return `${type}${below}${more === 0 ? "" : ` (+${more})`}`;
  });
}
