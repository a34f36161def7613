/**
 * For fast-check: schemas and contracts that were fine, with a few things wrong: members gone, doubled, renamed, of another
 * type, swapped, hostile, references that lead nowhere.
 */
import fc from "fast-check";
import type { Json } from "#generator/json/json-schema.js";
import type { InputFiles } from "./measured-run.js";
import { payloads } from "./payloads.js";

type Path = readonly (string | number)[];

const oddValues: readonly Json[] = [
  ...[null, true, false, 0, -1, 1.5, 1e308, "", "string", "object", [], {}, [[]], [null], ["null", "object"]],
  ...[{ $ref: "#" }, { $ref: "#/$defs/Nowhere" }, { $ref: "nowhere.json" }, { $ref: 1 }, { type: "array" }],
  ...[{ oneOf: [] }, { oneOf: [{}, {}] }, { not: {} }, { enum: [] }, { const: {} }, { if: true, then: false }],
  ...[{ allOf: [{ $ref: "#" }] }, { discriminator: { propertyName: "kind" } }, { pattern: "(" }, { format: "uri" }],
];
const keywords = [
  "type",
  "properties",
  "required",
  "items",
  "enum",
  "const",
  "oneOf",
  "anyOf",
  "allOf",
  "$ref",
  "default",
];
const moreKeywords = [
  "additionalProperties",
  "title",
  "readOnly",
  "format",
  "pattern",
  "prefixItems",
  "not",
  "nullable",
];

const value = fc.oneof(
  fc.constantFrom(...oddValues),
  fc.constantFrom(...payloads.map(({ text }) => text).filter((text) => text.length < 1_000)),
);
const name = fc.oneof(
  fc.constantFrom(...keywords, ...moreKeywords),
  fc.constantFrom(...payloads.slice(0, 40).map(({ text }) => text)),
);

/** Any as likely as any other: fast-check likes the first and the last. */
const share = fc.noBias(fc.integer({ min: 0, max: 999_999 })).map((millionths) => millionths / 1_000_000);

/** What happens to a place; `at` and `other` are told by their share of all places. */
const mutation = fc.record({
  kind: fc.constantFrom("delete", "replace", "rename", "add", "copy", "swap", "refer"),
  at: share,
  other: share,
  value,
  name,
});
export type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

export interface Seed {
  readonly name: string;
  /** By name, with the document that is mutated among them. */
  readonly files: InputFiles;
  /** Which of them is mutated most of the time; else the contract is. */
  readonly schema: string;
}

export interface Mutant {
  readonly seed: Seed;
  readonly files: InputFiles;
}

export const mutants = (seeds: readonly Seed[]): fc.Arbitrary<Mutant> =>
  fc
    .record({
      seed: fc.constantFrom(...seeds),
      mutations: fc.array(mutation, { minLength: 1, maxLength: 4 }),
      isContract: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
    })
    .map(({ seed, mutations, isContract }) => {
      const file = isContract ? "workflow.contract.json" : seed.schema;
      const before = JSON.parse(seed.files[file] ?? "null") as Json;
      const after = mutations.reduce(mutate, before);
      return { seed, files: { ...seed.files, [file]: JSON.stringify(after) } };
    });

function mutate(root: Json, { kind, at, other, value: odd, name: key }: Mutation): Json {
  const places = placesIn(root).slice(1); // all but the whole
  const place = places[Math.floor(at * places.length)] ?? [];
  const second = places[Math.floor(other * places.length)] ?? [];
  const there = valueAt(root, second);
  switch (kind) {
    case "delete":
      return changed(root, place, () => undefined);
    case "replace":
      return changed(root, place, () => odd);
    case "add":
      return changed(root, place, (before) => (isRecord(before) ? withMember(before, key, odd) : [before, odd]));
    case "copy":
      return changed(root, place, (before) => (isRecord(before) ? withMember(before, key, there) : there));
    case "rename":
      return changed(root, place.slice(0, -1), (before) =>
        isRecord(before) ? renamed(before, place.at(-1), key) : before,
      );
    case "swap":
      return changed(
        changed(root, place, () => there),
        second,
        () => valueAt(root, place),
      );
    case "refer":
      return changed(root, place, () => ({
        $ref: `#/${second.map((part) => encodeURIComponent(String(part).replace(/\p{Surrogate}/gu, "")).replaceAll("~", "~0")).join("/")}`,
      }));
  }
}

function placesIn(value: Json, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const members: readonly (readonly [string | number, Json])[] = Array.isArray(value)
    ? value.map((child: Json, index) => [index, child] as const)
    : Object.entries(value);
  return [path, ...members.flatMap(([key, child]) => placesIn(child, [...path, key]))];
}

const valueAt = (root: Json, path: Path): Json =>
  path.reduce<Json>((value, key) => new Map(Object.entries(value ?? {})).get(String(key)) ?? null, root);

/** A copy in which the value at a place is another one, or is gone. */
function changed(value: Json, [key, ...rest]: Path, change: (before: Json) => Json | undefined): Json {
  if (key === undefined) return change(value) ?? {};
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).flatMap(([each, child]: [string, Json]): [string, Json][] => {
    if (each !== String(key)) return [[each, child]];
    const next = rest.length === 0 ? change(child) : changed(child, rest, change);
    return next === undefined ? [] : [[each, next]];
  });
  return Array.isArray(value) ? entries.map(([, child]) => child) : Object.fromEntries(entries);
}

const isRecord = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const withMember = (record: { readonly [key: string]: Json }, key: string, member: Json): Json =>
  Object.fromEntries([...Object.entries(record), [key, member]]);

const renamed = (record: { readonly [key: string]: Json }, from: string | number | undefined, to: string): Json =>
  Object.fromEntries(Object.entries(record).map(([key, member]) => [key === from ? to : key, member]));
