/**
 * What a value was meant to be that is wrong in more than one way, as a union's branches or tags tell it: the issues of that alone.
 */

import { didYouMean, nearest } from "./did-you-mean.js";
import { countOf, listed, report, type CountingCollector, type Draft, type PathKey, type Place } from "./issues.js";
import { finish } from "./message.js";

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

/** How many properties the value lacks. */
const gaps = (found: Draft): number => issuesOfOwn(found, ["required"]).length;

/** How many are not known or missing, and tags that the value does not have: nobody has looked at the rest of it then. */
const misfits = (found: Draft): number =>
  issuesOfOwn(found, ["additionalProperties", "required", "discriminator"]).length;

/** How many of the properties that are not known have no name that is nearly one that is. */
const slipless = (found: Draft): number => issuesOfOwn(found, ["additionalProperties"]).filter(isNoSlip).length;

/** How many constants the value has that are not nearly the branch's. */
const strays = (found: Draft): number => constants(found).filter(isNoSlip).length;

const isNoSlip = (one: Draft): boolean => didYouMean(one.received, valuesOf(one)) === "";

/** Whether the value lacks a property, or a tag of its own says that it is something else. */
const isOther = (found: Draft): boolean => issuesOfOwn(found, ["required", "discriminator"]).length > 0;

/** For a value without the tag that it must have: one of its properties may be the tag, with a slip of the pen. */
export function missingTag(
  max: number,
  tags: readonly unknown[],
  data: Readonly<Record<string, unknown>>,
  tag: PathKey,
): Draft | undefined {
  const found = report(undefined, max, "required", tags, data, tag);
  const meant = Object.keys(data).find((key) => tags.includes(data[key]) && nearest(key, [String(tag)]) !== undefined);
  return found && meant !== undefined
    ? { ...found, says: `is missing; ${JSON.stringify(meant)} may be meant for it` }
    : found;
}

/**
 * For a value that no branch of a union takes: the issues of the one branch it was meant for, if that can be told. It was
 * meant for a branch that has something to say about its parts, rather than about the whole; of several, for one whose
 * constants it has; of several such, for the one whose properties it has, that has the least to say, and that knows a property
 * but for a slip of the pen. Of several such, what they have in common, or what the one says that has one of several values; else
 * that a part must be one of what any of them lists.
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
  const whole: Draft[] = [];
  // A loop takes less of the stack than a callback.
  for (const collect of branches) {
    const found = collect(value, max, depth);
    if (found !== undefined) (isOfParts(found) ? meant : whole).push(found);
  }
  const tag = meant.length === branches.length ? tagIssue(meant, max, value) : undefined;
  if (tag !== undefined && meant.some((found) => hasFewer(found, tag))) return tag;
  let near: readonly Draft[] = meant.length > 1 ? withoutOthers(meant) : meant;
  for (const measure of [misfits, ({ count }: Draft) => count, gaps, slipless]) near = leastBy(measure, near);
  const same = near.every(({ count }) => count === 1) ? tagIssue(near, max, value) : undefined;
  const likely = leastBy(strays, near);
  const found = inCommon(near) ?? tag ?? same ?? inCommon(likely) ?? slipIssue(whole, max, value);
  return found ?? ofParts(likely) ?? report(undefined, max, keyword, expected, value);
}

/** For a text that is nearly a constant of some branches: that it must be one of them. */
function slipIssue(whole: readonly Draft[], max: number, value: unknown): Draft | undefined {
  const values = valuesOfAll(whole.flatMap(constants));
  return didYouMean(value, values) === "" ? undefined : report(undefined, max, "enum", values, value);
}

/** What all of several branches say of a value; all that one says. */
function inCommon(near: readonly Draft[]): Draft | undefined {
  const [first = [], ...others] = near.map(listed);
  const texts = others.map((drafts) => new Set(drafts.map(textOf)));
  let found: Draft | undefined;
  for (const each of first) {
    if (texts.every((other) => other.has(textOf(each)))) found = { ...each, before: found, count: countOf(found) + 1 };
  }
  return found;
}

const textOf = (draft: Draft): string => JSON.stringify(finish(draft));

function leastBy(measure: (found: Draft) => number, drafts: readonly Draft[]): readonly Draft[] {
  const least = Math.min(...drafts.map(measure));
  return drafts.filter((found) => measure(found) === least);
}

/** For a property that has another constant in each branch: that it must be one of them all, or be there. */
function tagIssue(meant: readonly Draft[], max: number, value: unknown): Draft | undefined {
  const [one] = united(meant.map((found) => [...constants(found), ...missingConstants(found)]));
  if (one === undefined) return undefined;
  const keyword = one.keyword === "required" ? "required" : "enum";
  return report(undefined, max, keyword, one.expected, value, one.place.key, one.place.index);
}

/** Of several branches, what the ones say that have the fewest other constants at any depth; or what these must be, all told. */
function ofParts(near: readonly Draft[]): Draft | undefined {
  const likely = leastBy((found) => constantsBelow(found).length, near);
  const drafts = united(likely.map(constantsBelow));
  const last = drafts.reduce<Draft | undefined>(
    (before, each) => ({ ...each, keyword: "enum", before, count: countOf(before) + 1 }),
    undefined,
  );
  return inCommon(likely) ?? last;
}

/** Of what branches say of constants, the places that all speak of, each with the values of all. */
function united([first = [], ...others]: readonly (readonly Draft[])[]): readonly Draft[] {
  const known = others.map((each) => new Map(each.map((one) => [placeOf(one), one])));
  return first.flatMap((one) => {
    const all = [one, ...known.flatMap((each) => each.get(placeOf(one)) ?? [])];
    return all.length > others.length ? [{ ...one, expected: valuesOfAll(all) }] : [];
  });
}

function placeOf({ place }: Draft): string {
  let text = "";
  for (let at: Place | undefined = place; at !== undefined; at = at.inner) text += `/${String(at.key)}/${at.index}`;
  return text;
}

/** Whether a branch takes fewer values of a property than all of them do, which tells it apart. */
const hasFewer = (found: Draft, tag: Draft): boolean =>
  constants(found).some((each) => placeOf(each) === placeOf(tag) && valuesOf(each).length < valuesOf(tag).length);

/**
 * Those of several branches of which no property of the value has another constant, that of another branch, or one that it may not
 * have, which may tell the branches apart. A slip of the pen is not another one, and one of several is not what a branch is known by,
 * unless it is its tag: then nobody has looked at the rest of the value.
 */
function withoutOthers(meant: readonly Draft[]): readonly Draft[] {
  // There may be as many issues as the value has parts: all of them are looked at once.
  const wrong = meant.map((found) => new Set(listed(found).map(({ place }) => String(place.key))));
  const isAnother = (one: Draft): boolean =>
    (one.keyword === "discriminator" || valuesOf(one).length === 1) &&
    isNoSlip(one) &&
    wrong.some((keys) => !keys.has(String(one.place.key)));
  return meant.filter((found) => issuesOfOwn(found, ["not"]).length === 0 && !constants(found).some(isAnother));
}

/** The values that are expected: a single constant is told as the text it is in JSON. */
const valuesOf = ({ expected }: Draft): readonly unknown[] =>
  typeof expected === "string" ? [JSON.parse(expected)] : expected;

/** The values that any of several takes; lists and objects that are equal are one, too. */
const valuesOfAll = (drafts: readonly Draft[]): readonly unknown[] => [
  ...new Map(drafts.flatMap(valuesOf).map((value) => [JSON.stringify(value), value])).values(),
];

/** What is wrong with constants of the value's own properties, tags among them. */
const constants = (found: Draft): readonly Draft[] => issuesOfOwn(found, constantKeywords);

const constantKeywords: readonly string[] = ["const", "enum", "discriminator"];

/** The same at any depth. */
const constantsBelow = (found: Draft): readonly Draft[] =>
  listed(found).filter(({ keyword }) => constantKeywords.includes(keyword));

/** Properties that the value lacks, and that must have listed values. */
const missingConstants = (found: Draft): readonly Draft[] =>
  issuesOfOwn(found, ["required"]).filter(({ expected }) => Array.isArray(expected));

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
