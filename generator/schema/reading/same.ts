/** Two schemas, or two values of a keyword, in; whether they are written alike out, with their keywords in the same order. */
export const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);
