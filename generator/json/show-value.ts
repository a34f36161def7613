/** A JSON value in a sentence: a plain one as it is written, a long text cut short, anything else by its kind. */
export function showValue(value: unknown): string {
  if (typeof value === "string" && value.length > 60) return `${JSON.stringify(value.slice(0, 57)).slice(0, -1)}…"`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return Object.keys(value).length === 0 ? kindInWords(value).replace(" ", " empty ") : kindInWords(value);
}

/** "an object", "a string", "null": a JSON value's type with its article. */
export function kindInWords(value: unknown): string {
  if (value === null) return "null";
  return typeInWords(Array.isArray(value) ? "array" : typeof value);
}

/** The same of the word for a type: "an integer". */
export const typeInWords = (type: string): string =>
  type === "null" ? type : `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`;
