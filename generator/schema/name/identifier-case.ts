/** How words of a schema become type names. */

/**
 * `image-gen`, `image$gen`, `imageGen` and `Image gen` become `ImageGen`; a leading digit gets an underscore in front. A tool that
 * reads TypeScript writes `Def<number[]>` beside `Def<number>`: that is `DefNumberArray`.
 */
export function pascalCase(text: string): string {
  const words =
    text
      .normalize("NFC")
      .replaceAll("[]", "Array")
      .match(/\p{ID_Continue}+/gu) ?? [];
  const name = words
    .flatMap((word) => word.split("_").filter(Boolean))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
  return /^\p{ID_Start}/u.test(name) ? name : `_${name}`;
}
