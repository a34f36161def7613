/**
 * Drafts of issues in, a number for each out: the same for what says the same of one place. A place that grows at the front is not
 * read as a whole again and again: one that is many levels deep would be, once for each level.
 */
import { wordsOf } from "./distinct.js";
import type { Draft, Place } from "./issues.js";

const nowhere: Place = { key: undefined, index: undefined };

/** Each draft has places of its own. */
export function numbering(): (draft: Draft) => number {
  const numbers = new Map<string, number>();
  const known = new Map<Place, number>();
  return numberOf;

  function numberOf(draft: Draft): number {
    const fresh: Place[] = [];
    let at: Place | undefined = draft.place;
    for (; at !== undefined && !known.has(at); at = at.inner) fresh.push(at);
    let number = at === undefined ? numbered(wordsOf({ ...draft, place: nowhere })) : (known.get(at) as number);
    fresh.reverse();
    for (const place of fresh) known.set(place, (number = around(number, place)));
    return number;
  }

  /** An item's place is that of a list and that of the item in it. */
  function around(number: number, { key, index }: Place): number {
    const inner = index === undefined ? number : numbered(`${number}/${index}`);
    if (key === undefined) return inner;
    return numbered(`${inner}/${typeof key === "object" ? key.token : key}`);
  }

  function numbered(text: string): number {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  }
}
