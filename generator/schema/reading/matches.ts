/** Whether a text fits a pattern; undefined where finding out may keep the engine busy. */
export const matches = (pattern: string, text: string): boolean | undefined =>
  isQuick(pattern, text) ? new RegExp(pattern, "u").test(text) : undefined;

/** Within a few characters no pattern gets lost; a longer text takes one with a few loops, none of them around a group. */
const isQuick = (pattern: string, text: string): boolean =>
  text.length <= 16 || (text.length <= 200 && (pattern.match(/[*+{]/g)?.length ?? 0) <= 3 && !/\)[*+{]/.test(pattern));
