/**
 * Whether a keyword can refuse any value where it stands: `minLength: 0` cannot, nor can `if` without `then` and `else`.
 */
import { acceptsAll, type SchemaObject } from "../json/json-schema.js";
import type { Keyword } from "../schema/reading/fidelity.js";

export function asksSomething(keyword: Keyword, schema: SchemaObject): boolean {
  const value = schema[keyword];
  switch (keyword) {
    case "minLength":
    case "minItems":
    case "minProperties":
      return value !== 0;
    case "maxItems":
      return schema.items !== false || Number(value) < (schema.prefixItems?.length ?? 0);
    case "uniqueItems":
      return value === true;
    case "not":
      return value !== false;
    case "propertyNames":
      return !acceptsAll(value);
    case "contains":
      return schema.minContains !== 0 || schema.maxContains !== undefined;
    case "if":
      return !acceptsAll(schema.then ?? true) || !acceptsAll(schema.else ?? true);
    case "dependentRequired":
      return Object.values(value as Readonly<Record<string, readonly string[]>>).some((names) => names.length > 0);
    case "dependentSchemas":
    case "patternProperties":
      return Object.values(value as object).some((each) => !acceptsAll(each));
    default:
      return true;
  }
}
