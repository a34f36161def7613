/** Messages quote what a schema says: it must not move the cursor, ring, or turn the writing direction. */
export function escapeControls(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
