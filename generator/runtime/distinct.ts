/** A collector that may say the same thing twice in, one that says it once out. */
import { countOf, isEnough, listed, type Collector, type Draft } from "./issues.js";
import { finish } from "./message.js";

/** How often the same may be said, at most, before less is told than there is room for. */
const mayRepeat = 10;

export function distinct(collect: Collector): Collector {
  return (value, max) => withoutRepeats(collect(value, max * mayRepeat), max);
}

/** What two schemas say of one value in the same words is one issue, and so is a property that both miss. */
export function withoutRepeats(repeated: Draft | undefined, max: number): Draft | undefined {
  const said = new Set<string>();
  let found: Draft | undefined;
  for (const draft of listed(repeated)) {
    const { pointer, keyword, message } = finish(draft);
    const words = `${pointer}\n${keyword === "required" ? keyword : message}`;
    if (isEnough(found, max) || said.size === said.add(words).size) continue;
    draft.before = found;
    draft.count = countOf(found) + 1;
    found = draft;
  }
  return found;
}
