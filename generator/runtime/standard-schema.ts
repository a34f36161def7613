/**
 * Standard Schema v1 (https://standardschema.dev): what form and router libraries ask of a validator.
 */
import type { Collector } from "./issues.js";
import { safeParse } from "./parse.js";
import type { StandardSchema } from "./standard-schema-types.js";

export function standardSchema<T>(collect: Collector): StandardSchema<T> {
  return {
    "~standard": {
      version: 1,
      vendor: "stepwright",
      validate(value) {
        const result = safeParse<T>(value, collect);
        return result.success ? { value: result.data } : { issues: result.issues };
      },
    },
  };
}
