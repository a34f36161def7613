/**
 * A draft of an issue, with its whole path → the sentence a person can act on.
 */
import type { Draft } from "./issues.js";
import type { Issue } from "./issue.js";

export function finish({ path, keyword, expected, received }: Draft): Issue {
  const place = placeText(path);
  const pointer = path.map((key) => `/${String(key).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");
  const known = typeof expected === "string" ? [] : expected;
  const wanted = typeof expected === "string" ? expected : listText(expected);
  const shown = typeof expected === "string" ? expected : listText(expected, 12);
  const got = receivedText(received);
  const issue = { path, pointer, keyword };
  switch (keyword) {
    case "additionalProperties":
      return { ...issue, message: `${place} is not a known property${didYouMean(path.at(-1), known)}` };
    case "required":
      return wanted === "" // there is nothing to say of a property that may be anything
        ? { ...issue, message: `${place} is required` }
        : { ...issue, message: `${place} is required: ${shown}`, expected: wanted };
    case "dependentRequired":
      return {
        ...issue,
        message: `${place} is required because ${placeText([...path.slice(0, -1), wanted])} is present`,
      };
    case "propertyNames":
      return { ...issue, message: `${place} must have a name that is ${wanted}`, expected: wanted, received: got };
    default: {
      const message = `${place} must be ${shown}, got ${got}${didYouMean(received, known)}`;
      return { ...issue, message, expected: wanted, received: got };
    }
  }
}

function placeText(path: readonly (string | number)[]): string {
  let text = "";
  for (const key of path) {
    if (typeof key === "number") text += `[${key}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(key)) text += text === "" ? key : `.${key}`;
    else text += `[${JSON.stringify(key)}]`;
  }
  return text === "" ? "the value" : text;
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
  if (typeof value === "string") return `${JSON.stringify(shortened(value))} (string)`;
  if (typeof value === "number" || typeof value === "boolean") return `${value} (${typeof value})`;
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** At most 60 characters, none cut in two. */
function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57).replace(/[\ud800-\udbff]$/, "")}...` : text;
}

function didYouMean(value: unknown, known: readonly unknown[]): string {
  if (typeof value !== "string") return "";
  const near = known
    .filter((each): each is string => typeof each === "string")
    .map((each) => ({ each, distance: distance(value.toLowerCase(), each.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)[0];
  const isNear = near !== undefined && near.distance < value.length && near.distance <= Math.ceil(value.length / 3);
  return isNear ? `; did you mean ${JSON.stringify(near.each)}?` : "";
}

/** How many characters must be put in, left out or changed (Levenshtein), for short texts. */
function distance(a: string, b: string): number {
  if (Math.max(a.length, b.length) > 80) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + cost));
    }
    row = next;
  }
  return row[b.length] as number;
}
