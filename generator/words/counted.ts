/** A number of things in words: `1 leaf`, `3 leaves`. */
export const counted = (count: unknown, one: string, many = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : many}`;
