/**
 * A draft of an issue, with its whole path → the sentence a person can act on.
 */
import type { Draft } from "./issues.js";
import type { Issue } from "./issue.js";

export function finish({ path, keyword, expected, received }: Draft): Issue {
  const place = placeText(path);
  const pointer = path.map((key) => `/${String(key).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");
  const issue = { path, pointer, keyword };
  if (keyword === "additionalProperties") {
    const name = String(path.at(-1));
    const meant = typeof expected === "string" ? "" : didYouMean(name, expected);
    return { ...issue, message: `${place} is not a known property${meant}` };
  }
  if (keyword === "required") return { ...issue, message: `${place} is required: ${String(expected)}`, expected: String(expected) };
  const wanted = typeof expected === "string" ? expected : `one of ${listText(expected)}`;
  const meant = typeof expected === "string" ? "" : didYouMean(received, expected);
  const got = receivedText(received);
  return { ...issue, message: `${place} must be ${wanted}, got ${got}${meant}`, expected: wanted, received: got };
}

function placeText(path: readonly (string | number)[]): string {
  let text = "";
  for (const key of path) {
    if (typeof key === "number") text += `[${key}]`;
    else if (/^[\w$]+$/.test(key)) text += text === "" ? key : `.${key}`;
    else text += `[${JSON.stringify(key)}]`;
  }
  return text === "" ? "the value" : text;
}

function listText(values: readonly unknown[]): string {
  const shown = values.slice(0, 12).map((value) => JSON.stringify(value));
  return shown.join(", ") + (values.length > shown.length ? ` and ${values.length - shown.length} more` : "");
}

function receivedText(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === "string") return `${JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value)} (string)`;
  return typeof value === "number" || typeof value === "boolean" ? `${value} (${typeof value})` : `an ${typeof value}`.replace("an function", "a function");
}

function didYouMean(value: unknown, known: readonly unknown[]): string {
  if (typeof value !== "string") return "";
  const near = known
    .filter((each): each is string => typeof each === "string")
    .map((each) => ({ each, distance: distance(value.toLowerCase(), each.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)[0];
  return near !== undefined && near.distance <= Math.max(1, value.length / 3) ? `; did you mean ${JSON.stringify(near.each)}?` : "";
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
