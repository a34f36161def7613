/** What `uniqueItems` asks, in time that grows with the size of the items and not with the number of their pairs. */

/**
 * Whether two of the JSON values are equal (JSON Schema 2020-12 core section 4.2.2: 1.0 is 1, the order of properties
 * means nothing, own properties only). Values of any depth: nothing here recurs.
 */
export function hasDuplicates(items: readonly unknown[]): boolean {
  const seen = new Set<string>();
  return items.some((item) => seen.size === seen.add(canonicalText(item)).size);
}

/**
 * The same text for equal values, another for all others: JSON with sorted keys and a comma after each value, written
 * from its end.
 */
function canonicalText(root: unknown): string {
  let text = "";
  // Containers still to be written, and text that is ready.
  const stack: unknown[] = [prepared(root)];
  while (stack.length > 0) {
    const next = stack.pop();
    if (typeof next === "string") {
      text += next;
    } else if (Array.isArray(next)) {
      text += "[";
      stack.push("],");
      for (const item of next) stack.push(prepared(item));
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
