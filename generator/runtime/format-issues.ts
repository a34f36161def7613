/**
 * What is wrong with a value, as one text for a log or a terminal.
 */
import type { Issue } from "./issue.js";

/**
 * One line for each issue, under their number where there are several. Characters that would end a line, steer a terminal
 * or turn the direction of writing are shown as escapes.
 */
export function formatIssues(issues: readonly Pick<Issue, "message">[]): string {
  const lines = issues.map(({ message }) => message.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, escaped));
  return lines.length > 1 ? [`${lines.length} issues`, ...lines].join("\n  ") : lines.join("");
}

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
