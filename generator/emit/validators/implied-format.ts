/**
 * Numeric formats of OpenAPI that the other keywords of a schema say already: a check that could never fail is not made.
 */
import type { SchemaObject } from "../../schema/json-schema.js";
import { without } from "../../schema/walk.js";

/** Format → the range it stands for; every finite number is a `double`, and a `float` is one written shorter. */
const ranges: Readonly<Record<string, readonly [least: number, most: number]>> = {
  double: [-Infinity, Infinity],
  float: [-Infinity, Infinity],
  int32: [-(2 ** 31), 2 ** 31 - 1],
  int64: [-(2 ** 63), 2 ** 63],
};

export function withoutImpliedFormat(schema: SchemaObject): SchemaObject {
  const {
    format = "",
    type,
    minimum = -Infinity,
    maximum = Infinity,
  } = schema as SchemaObject & { minimum?: number; maximum?: number };
  const range = Object.hasOwn(ranges, format) ? ranges[format] : undefined;
  const isNumeric = [type ?? "any"].flat().every((each) => each === "null" || each === "number" || each === "integer");
  const isWhole = format.startsWith("int") ? ![type].flat().includes("number") : true;
  if (range === undefined || !isNumeric || !isWhole) return schema;
  return minimum >= range[0] && maximum <= range[1] ? without(schema, "format") : schema;
}
