/** How words of a schema become type names. */

/** `image-gen`, `imageGen` and `Image gen` become `ImageGen`; a leading digit gets an underscore in front. */
export function pascalCase(text: string): string {
  const words = text.normalize("NFC").match(/[\p{ID_Continue}$]+/gu) ?? [];
  const name = words
    .flatMap((word) => word.replaceAll("$", "").split("_").filter(Boolean))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
  return /^\p{ID_Start}/u.test(name) ? name : `_${name}`;
}
