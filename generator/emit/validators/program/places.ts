/** The parts of a projected schema that AJV writes in place, as opposed to those it calls. */
import type { Definitions, Schema } from "../../../json/json-schema.js";
import { isSchema, mapDefinitions } from "../../../schema/reading/walk.js";
import type { ProjectedSchema } from "./program.js";

/** Those of them that are objects, in the order of the schema. */
export function partsIn(schema: ProjectedSchema): readonly ProjectedSchema[] {
  const parts: Schema[] = [];
  mapPlaces(schema, (part) => {
    parts.push(part);
    return part;
  });
  return parts.filter((part) => typeof part === "object");
}

/** A new schema with each part replaced by what `change` returns. `key` is the property's name, else the keyword's. */
export function mapPlaces(schema: ProjectedSchema, change: (part: Schema, key: string) => Schema): ProjectedSchema {
  const entries = Object.entries(schema).map(([keyword, value]): [string, unknown] => {
    switch (keyword) {
      case "properties":
      case "patternProperties":
        return [keyword, mapDefinitions(value as Definitions, change)];
      case "prefixItems":
        return [keyword, (value as readonly Schema[]).map((part) => change(part, "item"))];
      case "items":
      case "additionalProperties":
      case "unlessReference":
      case "orReference":
        return [keyword, isSchema(value) ? change(value, keyword === "items" ? "item" : keyword) : value];
      default:
        return [keyword, value];
    }
  });
  return Object.fromEntries(entries);
}
