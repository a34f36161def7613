/**
 * What a value was meant to be that is wrong in more than one way, as a union's branches or tags tell it: the issues of that alone.
 */

import { nearest } from "./did-you-mean.js";
import { listed, report, type CountingCollector, type Draft, type PathKey } from "./issues.js";

/**
 * For a value without a tag that is wrong as what that means: it may have the tag with a slip of the pen, or be right with another
 * one, or have properties that only another one knows, and then that is the one thing to say.
 * @param found what is wrong with it, at least one thing.
 * @param branches what takes a value with some tags.
 */
export function untagged(
  found: Draft,
  max: number,
  data: unknown,
  tag: PathKey,
  branches: readonly (readonly [tags: readonly string[], collect: CountingCollector])[],
  depth = 0,
): Draft | undefined {
  for (let each: Draft | undefined = found; each !== undefined; each = each.before) {
    const { keyword, place, received, expected } = each;
    const isUnknown = keyword === "additionalProperties" && place.inner === undefined;
    if (isUnknown && nearest(String(received), expected as readonly string[]) === String(tag))
      return { ...each, before: undefined, count: 1 };
  }
  const own: Readonly<Record<string, unknown>> = { ...(data as object) };
  const others = branches.map(([tags, collect]) => {
    const wrong = collect({ ...own, [String(tag)]: tags[0] }, max, depth);
    return { tags, strangers: wrong === undefined ? -1 : isOther(wrong) ? Infinity : strangers(wrong) };
  });
  const least = Math.min(...others.map((each) => each.strangers));
  if (least >= strangers(found)) return found;
  const tags = others.filter((each) => each.strangers === least).flatMap((each) => each.tags);
  // Null is no tag either, but it is there.
  return report(undefined, max, own[String(tag)] === null ? "discriminator" : "required", tags, data, tag);
}

/** How many properties the value has that are not known. */
const strangers = (found: Draft): number => issuesOfOwn(found, ["additionalProperties"]).length;

/** Whether the value lacks a property, or a tag of its own says that it is something else. */
const isOther = (found: Draft): boolean => issuesOfOwn(found, ["required", "discriminator"]).length > 0;

/** For a value without the tag that it must have: one of its properties may be the tag, with a slip of the pen. */
export function missingTag(
  max: number,
  tags: readonly string[],
  data: Readonly<Record<string, unknown>>,
  tag: PathKey,
): Draft | undefined {
  const found = report(undefined, max, "required", tags, data, tag);
  const meant = Object.keys(data).find(
    (key) => tags.includes(data[key] as string) && nearest(key, [String(tag)]) !== undefined,
  );
  return found && meant !== undefined
    ? { ...found, says: `is missing; ${JSON.stringify(meant)} may be meant for it` }
    : found;
}

/**
 * For a value that no branch of a union takes: the issues of the one branch it was meant for, if that can be told. It was
 * meant for a branch that has something to say about its parts, rather than about the whole; of several, for the one whose
 * constants it has, and that has the least to say; of several such, for the one whose required properties it has.
 */
export function closest(
  value: unknown,
  max: number,
  keyword: string,
  expected: string,
  branches: readonly CountingCollector[],
  depth = 0,
): Draft | undefined {
  const meant: Draft[] = [];
  // A loop takes less of the stack than a callback.
  for (const collect of branches) {
    const found = collect(value, max, depth);
    if (found !== undefined && isOfParts(found)) meant.push(found);
  }
  const likely = meant.length > 1 ? meant.filter((found) => !isOfAnother(found)) : meant;
  const least = Math.min(...likely.map(({ count }) => count));
  const near = likely.filter(({ count }) => count === least);
  const [closest, ...others] = near.length > 1 ? near.filter((found) => !isMissingOwn(found)) : near;
  if (others.length === 0 && closest) return closest;
  const tag = meant.length === branches.length ? tagIssue(meant, max, value) : undefined;
  return tag ?? report(undefined, max, keyword, expected, value);
}

/** For a property that has another constant in each branch: that it must be one of them all. */
function tagIssue(meant: readonly Draft[], max: number, value: unknown): Draft | undefined {
  const [first = [], ...others] = meant.map(constants);
  for (const one of first) {
    const { key, index } = one.place;
    const isThere = ({ place }: Draft): boolean => String(place.key) === String(key) && place.index === index;
    const all = [one, ...others.flatMap((each) => each.find(isThere) ?? [])];
    if (all.length < meant.length) continue;
    // A single constant is told as the text it is in JSON.
    const values = all.flatMap(({ expected }) => (typeof expected === "string" ? [JSON.parse(expected)] : expected));
    return report(undefined, max, "enum", [...new Set(values)], value, key, index);
  }
  return undefined;
}

/** Whether a property of the value has another constant, or one that it may not have, which may tell the branches apart. */
const isOfAnother = (found: Draft): boolean => issuesOfOwn(found, ["const", "enum", "not"]).length > 0;

/** Whether the value lacks a property of its own. */
const isMissingOwn = (found: Draft): boolean => issuesOfOwn(found, ["required"]).length > 0;

/** What is wrong with constants of the value's own properties. */
const constants = (found: Draft): readonly Draft[] => issuesOfOwn(found, ["const", "enum"]);

/** What some keywords say of the value's own properties. */
const issuesOfOwn = (found: Draft, keywords: readonly string[]): readonly Draft[] =>
  listed(found).filter(({ keyword, place }) => place.inner === undefined && keywords.includes(keyword));

/** Whether none of the issues is about the value itself. */
function isOfParts(found: Draft): boolean {
  for (let each: Draft | undefined = found; each !== undefined; each = each.before) {
    if (each.place.key === undefined) return false;
  }
  return true;
}
