/**
 * How a validator collects what is wrong with a value: a chain of issues, the last one first. A collector makes nothing for a
 * valid value; a place is built from the inside out, only where there is an issue.
 */

import { nearest } from "./did-you-mean.js";

/** A property name that may stand behind a dot, an array index, or any other name (see `propertyName`). */
export type PathKey = string | number | Named;

/** A property name that may need brackets and escapes. It stands where a key stands, as it turns into its key. */
export interface Named {
  toString(): string;
  /** As a token of a JSON Pointer. */
  readonly token: string;
  /** What it is to people, behind what stands before it. */
  behind(where: string): string;
}

/** A property of a value or an item of that, an item of a list (`key` is a number), or the value itself; and what is below that. */
export interface Place {
  readonly key: PathKey | undefined;
  readonly index: number | undefined;
  readonly inner?: Place;
}

/** An issue on its way out: its place grows at the front. */
export interface Draft {
  place: Place;
  readonly keyword: string;
  readonly expected: string | readonly unknown[];
  readonly received: unknown;
  /** What is said of the place, where it is not that it "must be" what was expected. */
  readonly says?: string;
  /** What would do as well, behind what was expected; absent for most. */
  also?: string;
  /** The issue before it, and how many there are with it. */
  before: Draft | undefined;
  count: number;
}

/** What is wrong with a value: undefined where nothing is. No more is looked for where there are `max`, but one is told always. */
export type Collector = (value: unknown, max: number) => Draft | undefined;
/** A collector of a type that contains itself: `depth` is how far the value is below the place where that began. */
export type CountingCollector = (value: unknown, max: number, depth: number) => Draft | undefined;

/**
 * One issue more, about `data` or a property of it or an item of that property: it must be what is expected. None more where there are
 * enough, or where the property is inherited. A list of `expected` values becomes text only when somebody reads it.
 */
export function report(
  found: Draft | undefined,
  max: number,
  keyword: string,
  expected: string | readonly unknown[],
  data: unknown,
  key?: PathKey,
  index?: number,
): Draft | undefined {
  const isMissing = keyword === "required";
  if (isEnough(found, max) || !(isMissing || isOwn(data, key))) return found;
  let received = data;
  if (key !== undefined) received = isMissing ? undefined : (data as Readonly<Record<string, unknown>>)[key as string];
  if (index !== undefined) received = (received as readonly unknown[])[index];
  return {
    place: { key, index },
    keyword,
    expected,
    received,
    before: found,
    count: countOf(found) + 1,
  };
}

/** One issue more, about a property's name or that there is none: it `says` what is wrong. */
export function reportName(
  found: Draft | undefined,
  max: number,
  keyword: string,
  expected: string | readonly unknown[],
  says: string,
  key: PathKey,
): Draft | undefined {
  if (isEnough(found, max)) return found;
  return {
    place: { key, index: undefined },
    keyword,
    expected,
    received: keyword === "dependentRequired" ? undefined : String(key),
    says,
    before: found,
    count: countOf(found) + 1,
  };
}

/**
 * One issue more, about a property that a closed object does not know: it might be one of those that `data` does not have yet. One that
 * stands for a missing property, with a slip of the pen, takes the place of the issue about that.
 */
export function reportUnknown(
  found: Draft | undefined,
  max: number,
  known: readonly string[],
  data: Readonly<Record<string, unknown>>,
  key: PathKey,
): Draft | undefined {
  const free = known.filter((name) => !isOwn(data, name) || data[name] === undefined);
  const meant = nearest(String(key), free);
  const one = reportName(undefined, max, "additionalProperties", free, "is not a known property", key);
  for (let each = found; each !== undefined; each = each.before) {
    const { keyword, place } = each;
    if (keyword !== "required" || place.inner !== undefined || String(place.key) !== meant) continue;
    Object.assign(each, { ...one, before: each.before, count: each.count });
    return found;
  }
  return add(found, max, one);
}

/**
 * Adds the issues of a part of `data`, which is at a property or an item of that property: those there is room for, and none where the
 * property is inherited.
 */
export function add(
  found: Draft | undefined,
  max: number,
  inner: Draft | undefined,
  data?: unknown,
  key?: PathKey,
  index?: number,
): Draft | undefined {
  if (inner === undefined || isEnough(found, max) || !isOwn(data, key)) return found;
  const before = countOf(found);
  let last = inner;
  while (last.before !== undefined && last.count + before > max) last = last.before;
  let first = last;
  for (let each: Draft | undefined = last; each !== undefined; each = each.before) {
    if (key !== undefined) each.place = { key, index, inner: each.place };
    each.count += before;
    first = each;
  }
  first.before = found;
  return last;
}

/** The issues of a chain, the first one first. */
export function listed(found: Draft | undefined): readonly Draft[] {
  const drafts: Draft[] = [];
  for (let each = found; each !== undefined; each = each.before) drafts.push(each);
  drafts.reverse();
  return drafts;
}

export const countOf = (found: Draft | undefined): number => (found === undefined ? 0 : found.count);

/** One is told, whatever the most is. */
export const isEnough = (found: Draft | undefined, max: number): boolean => found !== undefined && found.count >= max;

/** An item is one at any index below the array's length, hole or not. */
const isOwn = (data: unknown, key: PathKey | undefined): boolean =>
  key === undefined || typeof key === "number" || Object.hasOwn(data as object, key as string);
