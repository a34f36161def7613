/** The equality that `const` and `enum` speak of. */

/**
 * Deep equality of two JSON values (JSON Schema 2020-12 core section 4.2.2): 1.0 is 1 and -0 is 0, the order of
 * properties means nothing, only own properties count. Descends no deeper than the shallower of the two.
 */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isContainer(a) || !isContainer(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]));
}

const isContainer = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
