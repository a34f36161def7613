/** A collector that may say the same thing twice in, one that says it once out. */
import { countOf, isEnough, listed, type Collector, type Draft } from "./issues.js";
import { finish } from "./message.js";

/** How often the same may be said, at most, before less is told than there is room for. */
const mayRepeat = 10;

export function distinct(collect: Collector): Collector {
  return (value, max) => withoutRepeats(collect(value, max * mayRepeat), max, wordsOf);
}

/**
 * What two schemas say of one value in the same words is one issue, and so is a property that both miss.
 * @param sayingOf the same for what says the same.
 */
export function withoutRepeats(
  repeated: Draft | undefined,
  max: number,
  sayingOf: (draft: Draft) => unknown,
): Draft | undefined {
  const said = new Set<unknown>();
  let found: Draft | undefined;
  for (const draft of listed(repeated)) {
    if (isEnough(found, max) || said.size === said.add(sayingOf(draft)).size) continue;
    draft.before = found;
    draft.count = countOf(found) + 1;
    found = draft;
  }
  return found;
}

/** Where it is and what it says. */
export function wordsOf(draft: Draft): string {
  const { pointer, keyword, message } = finish(draft);
  return `${pointer}\n${keyword === "required" ? keyword : message}`;
}
