/** Things of one direction each in; each name once out, of both directions where it was there for both. */
import type { Directions } from "../contract.js";

interface Named {
  readonly name: string;
  readonly direction: Directions;
}

/** Of two with one name the first stays, and its place. */
export function onceEach<Each extends Named>(all: readonly Each[]): readonly Each[] {
  const byName = new Map<string, Each>();
  for (const each of all) {
    const first = byName.get(each.name) ?? each;
    byName.set(each.name, first.direction === each.direction ? first : { ...first, direction: "both" });
  }
  return [...byName.values()];
}
