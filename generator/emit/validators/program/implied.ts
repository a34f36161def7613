/**
 * A schema in, the same without what can never fail out: a bound that every value keeps, and a numeric format of OpenAPI that the
 * other keywords say already.
 */
import type { SchemaObject } from "../../../json/json-schema.js";
import { valuesOf } from "../../../schema/reading/listed-values.js";
import { without } from "../../../schema/reading/walk.js";

/** What comes next is rounded to infinity by single precision. */
const mostFloat = 2 ** 128 - 2 ** 103 - 2 ** 75;

/** Format → the range it stands for; every finite number is a `double`. */
const ranges: Readonly<Record<string, readonly [least: number, most: number]>> = {
  double: [-Infinity, Infinity],
  float: [-mostFloat, mostFloat],
  int32: [-(2 ** 31), 2 ** 31 - 1],
  int64: [-(2 ** 63), 2 ** 63],
};

const counts = ["minLength", "minItems", "minProperties"];

export function withoutImplied(schema: SchemaObject): SchemaObject {
  const kept = without(schema, ...counts.filter((keyword) => schema[keyword] === 0));
  return saysFormat(kept) ? without(kept, "format") : kept;
}

function saysFormat({ format = "", ...schema }: SchemaObject): boolean {
  const range = Object.hasOwn(ranges, format) ? ranges[format] : undefined;
  if (range === undefined) return false;
  const isWhole = format.startsWith("int");
  const [least, most] = range;
  const values = valuesOf(schema);
  if (values !== undefined)
    return values.every(
      (each) => typeof each !== "number" || (each >= least && each <= most && (!isWhole || Number.isInteger(each))),
    );
  const { minimum = -Infinity, maximum = Infinity } = schema;
  const types = [schema.type ?? "any"].flat();
  const areNumbers = types.every((each) => each === "null" || each === "integer" || (each === "number" && !isWhole));
  return areNumbers && minimum >= least && maximum <= most;
}
