/** What `uniqueItems` asks, in time that grows with the size of the items and not with the number of their pairs. */

/**
 * Whether two of the JSON values are equal (JSON Schema 2020-12 core section 4.2.2: 1.0 is 1, the order of properties
 * means nothing, own properties only). Values of any depth, circles too: nothing here recurs.
 */
export function hasDuplicates(items: readonly unknown[]): boolean {
  return duplicatesIn(items) !== undefined;
}

/** What was expected of items of which some are equal, and which are. */
export function tellingDuplicates(expected: string, items: readonly unknown[]): string {
  const [first, second] = duplicatesIn(items) ?? [];
  return `${expected} ([${first}] and [${second}] are equal)`;
}

/** The indexes of the first item that is there before, and of where that is. */
function duplicatesIn(items: readonly unknown[]): readonly [number, number] | undefined {
  const seen = new Map<string, number>();
  for (let index = 0; items.length > 1 && index < items.length; index++) {
    const text = canonicalText(items[index]);
    const before = seen.get(text);
    if (before !== undefined) return [before, index];
    seen.set(text, index);
  }
  return undefined;
}

/**
 * The same text for equal values, another for all others: JSON with sorted keys and a comma after each value, written
 * from its end. A container within itself is the number of containers around it, which no JSON is.
 */
export function canonicalText(root: unknown): string {
  let text = "";
  // Containers still to be written, and text that is ready.
  const stack: unknown[] = [prepared(root)];
  // What is open: an end closes the last one.
  const around = new Map<unknown, number>();
  const open: unknown[] = [];
  while (stack.length > 0) {
    const next = stack.pop();
    if (typeof next === "string") {
      text += next;
      if (next === "]," || next === "},") around.delete(open.pop());
      continue;
    }
    if (around.has(next)) {
      text += `^${around.get(next)},`;
      continue;
    }
    around.set(next, open.push(next));
    if (Array.isArray(next)) {
      text += "[";
      stack.push("],");
      for (let index = 0; index < next.length; index++) stack.push(prepared(next[index]));
    } else {
      const object = next as Readonly<Record<string, unknown>>;
      text += "{";
      stack.push("},");
      for (const key of Object.keys(object).sort()) stack.push(prepared(object[key]), JSON.stringify(key) + ":");
    }
  }
  return text;
}

/** A container as it is; anything else as text: -0 and 0 are both "0", a string keeps its quotes. */
function prepared(value: unknown): unknown {
  if (typeof value === "object" && value !== null) return value;
  return (typeof value === "string" ? JSON.stringify(value) : String(value)) + ",";
}
