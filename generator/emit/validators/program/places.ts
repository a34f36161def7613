/** The parts of a projected schema that AJV writes in place, as opposed to those it calls. */
import { mapDefinitions } from "../../../schema/reading/walk.js";
import { contents, type Program, type Projected, type ProjectedSchema } from "./program.js";

/** Those of them that are objects, in the order of the schema. */
export function partsIn(schema: ProjectedSchema): readonly ProjectedSchema[] {
  const parts: Projected[] = [];
  mapPlaces(schema, (part) => {
    parts.push(part);
    return part;
  });
  return parts.filter((part) => typeof part === "object");
}

/** Each part, and the parts in it, with words for where it stands: `tags` for a property's value, `tags item` for what is in it. */
export function eachPart(
  schema: ProjectedSchema,
  visit: (part: ProjectedSchema, words: string) => void,
  at = "",
): void {
  mapPlaces(schema, (part, key, isName) => {
    if (typeof part === "boolean") return part;
    const words = isName ? key : wordsFor(key, at);
    visit(part, words);
    eachPart(part, visit, words);
    return part;
  });
}

/** What a value must be that is no step reference stands where the reference may. */
function wordsFor(key: string, at: string): string {
  if (key === "unlessReference" || key === "orReference") return at;
  return key === "item" ? `${at} item` : key;
}

/** The type that a function is for: one for a variant whose tag is known has none, and is called after it with `Body` behind. */
export const ownerOf = (name: string, program: Program): string =>
  program.get(name)?.type === undefined ? name.replace(/Body\d*$/, "") : name;

/** A new schema with each part replaced by what `change` returns. `key` is the property's name, else the keyword's. */
export function mapPlaces(
  schema: ProjectedSchema,
  change: (part: Projected, key: string, isName: boolean) => Projected,
): ProjectedSchema {
  const changed = (keyword: string, value: unknown): unknown => {
    switch (contents.get(keyword)) {
      case "schemas by key":
        return mapDefinitions(value as Readonly<Record<string, Projected>>, (part, key) => change(part, key, true));
      case "schemas":
        return (value as readonly Projected[]).map((part) => change(part, "item", false));
      case "schema":
        return change(value as Projected, keyword === "items" ? "item" : keyword, false);
      default:
        return value;
    }
  };
  return Object.fromEntries(Object.entries(schema).map(([keyword, value]) => [keyword, changed(keyword, value)]));
}
