/** What schemas use and where they do in; each with its first place, and in how many it is used, out. */
import type { Place } from "../../diagnostics.js";

export interface Use {
  readonly used: string;
  readonly first: Place | undefined;
  /** "once", "3 times" */
  readonly times: string;
}

/** A definition that is there more than once counts once: by its place. */
export function usesOf(all: Iterable<readonly [used: string, place: Place | undefined]>): readonly Use[] {
  const placesOf = new Map<string, Map<string, Place | undefined>>();
  for (const [used, place] of all) {
    const places = placesOf.get(used) ?? new Map<string, Place | undefined>();
    placesOf.set(used, places.set(`${place?.file}#${place?.pointer}`, place));
  }
  return [...placesOf].map(([used, places]) => {
    const [first] = places.values();
    return { used, first, times: places.size === 1 ? "once" : `${places.size} times` };
  });
}
