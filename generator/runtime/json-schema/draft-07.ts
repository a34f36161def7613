/** JSON Schema 2020-12 → draft-07, one schema at a time: its subschemas are draft-07 already. */
import type { SchemaKeywords } from "./subschemas.js";
import { wordless } from "./wordless.js";

/** @throws RangeError for counts of `contains`, which draft-07 does not have. */
export function asDraft07(schema: SchemaKeywords): SchemaKeywords {
  const { minContains = 1, maxContains, ...others } = schema;
  if ("contains" in schema && (maxContains !== undefined || Number(minContains) > 1)) {
    throw wordless("draft-07", maxContains === undefined ? "minContains" : "maxContains");
  }
  const entries = Object.entries(others).flatMap(([keyword, value]): [string, unknown][] => {
    switch (keyword) {
      case "contains":
        return minContains === 0 ? [] : [[keyword, value]];
      case "prefixItems":
        return [["items", value]];
      case "items":
        return [["prefixItems" in schema ? "additionalItems" : keyword, value]];
      case "dependentRequired":
      case "dependentSchemas":
        return [["dependencies", dependencies(schema)]];
      default:
        return [[keyword, value]];
    }
  });
  return besideReference(Object.fromEntries(entries));
}

/** `dependencies` holds both kinds under one name for each property. */
function dependencies({ dependentRequired = {}, dependentSchemas = {} }: SchemaKeywords): SchemaKeywords {
  const required = dependentRequired as Readonly<Record<string, readonly string[]>>;
  const both = Object.entries(dependentSchemas as SchemaKeywords).map(([key, schema]) => [
    key,
    Object.hasOwn(required, key) ? { allOf: [schema], required: required[key] } : schema,
  ]);
  return { ...required, ...Object.fromEntries(both) };
}

/** Before 2019-09 nothing that stands beside `$ref` is read. */
export function besideReference(schema: SchemaKeywords): SchemaKeywords {
  const { $ref, allOf = [], ...others } = schema;
  if ($ref === undefined || Object.keys(schema).length === 1) return schema;
  return { ...others, allOf: [{ $ref }, ...(allOf as readonly unknown[])] };
}
