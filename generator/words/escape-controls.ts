/** Messages quote what a schema says: it must not move the cursor, ring, or turn the writing direction. */
export function escapeControls(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Surrogate}\p{Bidi_Control}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
