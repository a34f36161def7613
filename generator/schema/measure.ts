/**
 * Rule **measure**: what the entries reach may not be so much that types and validators of it would take minutes, gigabytes, or
 * an editor's patience.
 */
import { diagnostic, placeOfSchema } from "../diagnostics.js";
import { isObject, type Definitions } from "../json/json-schema.js";
import type { Context } from "./context.js";

/** Objects, lists and plain values, all in all; 5,000 step types of the official document's kind have 640,000. */
export const mostValues = 1_000_000;

/** Members of one object, or of one list that holds more than plain values. */
export const mostMembers = 10_000;

/** Characters of all names and words together. */
export const mostCharacters = 10_000_000;

export function measure({ $defs }: { readonly $defs: Definitions }, { problems }: Context): void {
  let values = 0;
  let characters = 0;
  const waiting: unknown[] = Object.values($defs);
  for (let next = waiting.pop(); next !== undefined && values <= mostValues; next = waiting.pop()) {
    values += 1;
    if (typeof next === "string") characters += next.length;
    if (typeof next !== "object" || next === null) continue;
    if (isObject(next)) for (const key of Object.keys(next)) characters += key.length;
    const members: readonly unknown[] = Object.values(next);
    for (const member of members) waiting.push(member);
    const isList = Array.isArray(next) && members.every((member) => typeof member !== "object");
    if (members.length > mostMembers && !isList) problems.push(tooMany(next, members.length));
  }
  if (values > mostValues) problems.push(tooMuch("values", mostValues));
  if (characters > mostCharacters) problems.push(tooMuch("characters of names and words", mostCharacters));
}

const tooMuch = (what: string, limit: number) => diagnostic("SW217", undefined, { what, limit: String(limit) });

const tooMany = (at: object, count: number) =>
  diagnostic("SW218", placeOfSchema(at), { what: "members", count: String(count), limit: String(mostMembers) });
