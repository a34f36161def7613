/** The parts of a projected schema that AJV writes in place, as opposed to those it calls. */
import { mapDefinitions } from "../../../schema/reading/walk.js";
import { contents, type Program, type Projected, type ProjectedSchema } from "./program.js";

/** A part that is an object, and words for where it stands: `tags` for a property's value, `tags item` for what is in that. */
type WordedPart = readonly [part: ProjectedSchema, words: string];

/** All parts, however deep, each before those in it, in the order of the schema. */
export const partsBelow = (schema: ProjectedSchema, at = ""): readonly WordedPart[] =>
  wordedParts(schema, at).flatMap(([part, words]) => [[part, words] as const, ...partsBelow(part, words)]);

/** Those directly in the schema. */
export const partsIn = (schema: ProjectedSchema): readonly ProjectedSchema[] =>
  wordedParts(schema, "").map(([part]) => part);

function wordedParts(schema: ProjectedSchema, at: string): readonly WordedPart[] {
  return Object.entries(schema)
    .flatMap(([keyword, value]): readonly (readonly [Projected, string])[] => {
      switch (contents.get(keyword)) {
        case "schemas by key":
          return Object.entries(value as Readonly<Record<string, Projected>>).map(([key, part]) => [part, key]);
        case "schemas":
          return (value as readonly Projected[]).map((part) => [part, `${at} item`]);
        case "schema":
          return [[value as Projected, wordsFor(keyword, at)]];
        default:
          return [];
      }
    })
    .filter((each): each is WordedPart => typeof each[0] === "object");
}

/** What a value must be that is no step reference stands where the reference may. */
function wordsFor(keyword: string, at: string): string {
  if (keyword === "unlessReference" || keyword === "orReference") return at;
  return keyword === "items" ? `${at} item` : keyword;
}

/** The type that a function is for: one for a variant whose tag is known has none, and is called after it with `Body` behind. */
export const ownerOf = (name: string, program: Program): string =>
  program.get(name)?.type === undefined ? name.replace(/Body\d*$/, "") : name;

/** A new schema with each part directly in it replaced by what `change` returns. */
export function mapParts(schema: ProjectedSchema, change: (part: Projected) => Projected): ProjectedSchema {
  const changed = (keyword: string, value: unknown): unknown => {
    switch (contents.get(keyword)) {
      case "schemas by key":
        return mapDefinitions(value as Readonly<Record<string, Projected>>, change);
      case "schemas":
        return (value as readonly Projected[]).map(change);
      case "schema":
        return change(value as Projected);
      default:
        return value;
    }
  };
  return Object.fromEntries(Object.entries(schema).map(([keyword, value]) => [keyword, changed(keyword, value)]));
}
