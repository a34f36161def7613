/** Entries in; a map in which a key that comes again has several values out, all in the order in which they come. */
export function multimap<Key, Value>(
  entries: Iterable<readonly [Key, Value]>,
): ReadonlyMap<Key, readonly [Value, ...Value[]]> {
  const map = new Map<Key, [Value, ...Value[]]>();
  for (const [key, value] of entries) {
    const values = map.get(key);
    if (values) values.push(value);
    else map.set(key, [value]);
  }
  return map;
}
