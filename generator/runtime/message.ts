/**
 * A draft of an issue, with its whole place → the sentence a person can act on.
 */
import type { Draft, Named, Place } from "./issues.js";
import type { Issue } from "./issue.js";
import { didYouMean } from "./did-you-mean.js";

/** An invalid value is often small, and the texts of its issue the most work: they are added up in one go, and not by templates, which take longer. */
export function finish({ place, keyword, expected, received, says, also = "" }: Draft): Issue {
  const path: (string | number)[] = [];
  let pointer = "";
  let where = "";
  for (let at: Place | undefined = place; at !== undefined; at = at.inner) {
    const { key } = at;
    if (typeof key === "string") {
      path.push(key);
      pointer = pointer + "/" + key;
      where += (where && ".") + key;
    } else if (typeof key === "object") {
      path.push(String(key));
      pointer = pointer + "/" + key.token;
      where = key.behind(where);
    }
    const index = typeof key === "number" ? key : at.index;
    if (index !== undefined) {
      path.push(index);
      pointer = pointer + "/" + index;
      where = where + "[" + index + "]";
    }
  }
  const isList = typeof expected !== "string";
  const all = (isList ? listText(expected) : expected) + also;
  const wish = (isList ? listText(expected, 12) : expected) + also;
  const got = receivedText(received);
  let message = where || "the value";
  if (says) message += " " + says;
  else if (keyword !== "required") message += " must be " + wish + ", got " + got;
  else message += " is required" + (wish && ": " + wish);
  if (received !== undefined) {
    if (isList) message += didYouMean(received, expected);
    return { path, pointer, message, keyword, expected: all, received: got };
  }
  // A property that is required may be anything.
  return all ? { path, pointer, message, keyword, expected: all } : { path, pointer, message, keyword };
}

/** A property name that is known at run time only, or is no identifier. The token is that of RFC 6901 section 3. */
export function propertyName(key: string): Named {
  return {
    toString: () => key,
    token: key.replace(/~/g, "~0").replace(/\//g, "~1"),
    behind: (where) => where + (isName(key) ? (where && ".") + key : `[${quoted(key)}]`),
  };
}

/** Whether a property's name may stand behind a dot. */
export const isName = (key: string): boolean => /^[a-z_$][\w$]{0,59}$/i.test(key);

/** `one of "a", "b"`; of a long list the beginning. */
export function listText(values: readonly unknown[], most = Infinity): string {
  const shown = values.slice(0, most).map((value) => JSON.stringify(value));
  const more = values.length > shown.length ? ` and ${values.length - shown.length} more` : "";
  return (values.length > 1 ? "one of " : "") + (shown.join(", ") || "absent") + more;
}

function receivedText(value: unknown): string {
  if (typeof value === "string") return quoted(value) + " (string)";
  if (value === undefined || value === null) return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "an empty array" : `an array of ${value.length}`;
  if (typeof value === "object") return "an object";
  return typeof value === "number" || typeof value === "boolean" ? `${value} (${typeof value})` : `a ${typeof value}`;
}

/** At most 60 characters, none cut in two. */
function quoted(text: string): string {
  if (/^[ !#-[\]-~]{0,60}$/.test(text)) return `"${text}"`; // what takes no escapes
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57).replace(/[\ud800-\udbff]$/, "")}...` : text);
}
