/** A JSON value in a sentence: a short one as it is written, anything else by its kind. */
export function showValue(value: unknown): string {
  if (typeof value !== "object" || value === null) {
    const text = JSON.stringify(value);
    return text.length > 60 ? kindInWords(value) : text;
  }
  return Object.keys(value).length === 0 ? kindInWords(value).replace(" ", " empty ") : kindInWords(value);
}

/** "an object", "a string", "null": a JSON value's type with its article. */
export function kindInWords(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
