/** The parts of a projected schema that AJV writes in place, as opposed to those it calls. */
import { mapDefinitions } from "../../../schema/reading/walk.js";
import { contents, type Projected, type ProjectedSchema } from "./program.js";

/** Those of them that are objects, in the order of the schema. */
export function partsIn(schema: ProjectedSchema): readonly ProjectedSchema[] {
  const parts: Projected[] = [];
  mapPlaces(schema, (part) => {
    parts.push(part);
    return part;
  });
  return parts.filter((part) => typeof part === "object");
}

/** A new schema with each part replaced by what `change` returns. `key` is the property's name, else the keyword's. */
export function mapPlaces(
  schema: ProjectedSchema,
  change: (part: Projected, key: string) => Projected,
): ProjectedSchema {
  const changed = (keyword: string, value: unknown): unknown => {
    switch (contents.get(keyword)) {
      case "schemas by key":
        return mapDefinitions(value as Readonly<Record<string, Projected>>, change);
      case "schemas":
        return (value as readonly Projected[]).map((part) => change(part, "item"));
      case "schema":
        return change(value as Projected, keyword === "items" ? "item" : keyword);
      default:
        return value;
    }
  };
  return Object.fromEntries(Object.entries(schema).map(([keyword, value]) => [keyword, changed(keyword, value)]));
}
