/** Whether a text fits a pattern, as far as that can be asked at once. */

/** @param otherwise the answer where finding out may keep the engine busy. */
export const matches = (pattern: string, text: string, otherwise: boolean): boolean =>
  isQuick(pattern, text) ? new RegExp(pattern, "u").test(text) : otherwise;

/** A short text and a few loops, none of them around a group, keep no engine busy. */
const isQuick = (pattern: string, text: string): boolean =>
  text.length <= 200 && (pattern.match(/[*+{]/g)?.length ?? 0) <= 3 && !/\)[*+{]/.test(pattern);
