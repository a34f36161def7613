/**
 * Whether a keyword can refuse any value where it stands: `minLength: 0` cannot, nor can `if` without `then` and `else`.
 */
import type { SchemaObject } from "../json/json-schema.js";
import type { Keyword } from "../schema/fidelity.js";

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
      return !isAnything(value);
    case "contains":
      return schema["minContains"] !== 0 || schema["maxContains"] !== undefined;
    case "if":
      return !isAnything(schema.then ?? true) || !isAnything(schema.else ?? true);
    case "dependentRequired":
      return Object.values(value as Readonly<Record<string, readonly string[]>>).some((names) => names.length > 0);
    case "dependentSchemas":
    case "patternProperties":
      return Object.values(value as object).some((each) => !isAnything(each));
    default:
      return true;
  }
}

/** The schemas that accept every value. */
const isAnything = (schema: unknown): boolean =>
  schema === true || (typeof schema === "object" && schema !== null && Object.keys(schema).length === 0);
