/**
 * A schema's words in, JSDoc text out. Whatever the words are, they end neither the comment nor, as prose, become a tag.
 */

/**
 * A JSDoc comment with a line end behind it, to be put in front of a declaration; "" where there are no lines.
 * Takes lines of `prose` and `tag`, in the order in which they are printed.
 */
export function jsDoc(lines: readonly string[]): string {
  const safe = lines.map((line) => harmless(line).replaceAll("*/", "*\\/"));
  if (safe.length === 0) return "";
  if (safe.length === 1) return `/** ${safe.join("")} */\n`;
  return `/**\n${safe.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
}

/** Free text as lines: none of it reads as a tag, none is wrapped, and blank lines stand only between others. */
export function prose(text: string): string[] {
  const lines = text.split(lineEnd).map((line) => harmless(line).trimEnd());
  const first = lines.findIndex((line) => line !== "");
  const last = lines.findLastIndex((line) => line !== "");
  return first < 0 ? [] : lines.slice(first, last + 1).map(withoutTags);
}

/** One tag on one line, `@format uri`; the tag alone where there is no value. */
export function tag(name: string, value?: string): string {
  const line = harmless(value?.split(lineEnd).join(" ") ?? "").trim();
  return line === "" ? `@${name}` : `@${name} ${withoutTags(line)}`;
}

// Unicode's line and paragraph separators end a line in JavaScript too.
const lineEnd = /\r\n|[\r\n\u2028\u2029]/u;

/** Controls, and marks that turn the direction of what a reviewer sees, as a space each; broken pairs as U+FFFD. */
const harmless = (line: string): string =>
  line.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/gu, " ").replace(/\p{Surrogate}/gu, "\ufffd");

/** TypeScript reads a tag at a line's start, behind white space, to which it counts U+200B, and in `{@link …}`. */
const withoutTags = (line: string): string => line.replace(/(?<=^|[\s\u200b{])@/gu, "\\@");
