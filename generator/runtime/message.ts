/**
 * A draft of an issue, with its whole path → the sentence a person can act on.
 */
import type { Draft } from "./issues.js";
import type { Issue } from "./issue.js";
import { didYouMean } from "./did-you-mean.js";

export function finish({ path, keyword, expected, received, says }: Draft): Issue {
  const known = typeof expected === "string" ? [] : expected;
  const text = (most?: number): string => (typeof expected === "string" ? expected : listText(expected, most));
  const got = receivedText(received);
  const wish = keyword === "required" ? `is required${expected && `: ${text(12)}`}` : `must be ${text(12)}, got ${got}`;
  return {
    path,
    pointer: pointerText(path),
    message: `${placeText(path)} ${says ?? wish}${didYouMean(received, known)}`,
    keyword,
    ...(expected && { expected: text() }), // a property that is required may be anything
    ...(received !== undefined && { received: got }),
  };
}

/** RFC 6901 section 3. */
function pointerText(path: readonly (string | number)[]): string {
  let text = "";
  for (const key of path) {
    const isPlain = typeof key === "number" || !/[~/]/.test(key);
    text += `/${isPlain ? key : key.replace(/~/g, "~0").replace(/\//g, "~1")}`;
  }
  return text;
}

function placeText(path: readonly (string | number)[]): string {
  let text = "";
  for (const key of path) {
    if (typeof key === "number") text += `[${key}]`;
    else if (/^[a-z_$][\w$]{0,59}$/i.test(key)) text += text === "" ? key : `.${key}`;
    else text += `[${quoted(key)}]`;
  }
  return text || "the value";
}

/** `one of "a", "b"`; of a long list the beginning. */
export function listText(values: readonly unknown[], most = Infinity): string {
  const shown = values.slice(0, most).map((value) => JSON.stringify(value));
  const more = values.length > shown.length ? ` and ${values.length - shown.length} more` : "";
  return (values.length > 1 ? "one of " : "") + (shown.join(", ") || "absent") + more;
}

function receivedText(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return value.length === 0 ? "an empty array" : `an array of ${value.length}`;
  if (typeof value === "object") return "an object";
  if (typeof value === "string") return `${quoted(value)} (string)`;
  return typeof value === "number" || typeof value === "boolean" ? `${value} (${typeof value})` : `a ${typeof value}`;
}

/** At most 60 characters, none cut in two. */
const quoted = (text: string): string =>
  JSON.stringify(text.length > 60 ? `${text.slice(0, 57).replace(/[\ud800-\udbff]$/, "")}...` : text);
