/**
 * Standard JSON Schema v1 (https://standardschema.dev/json-schema), as far as this package fills it.
 */
import type { StandardSchema } from "../standard-schema-types.js";

/** A Standard Schema that also gives its JSON Schema: the same for input and output, as nothing is transformed. */
export interface StandardJsonSchema<T> {
  readonly "~standard": StandardSchema<T>["~standard"] & { readonly jsonSchema: JsonSchemaConverter };
}

/** Throws a RangeError for an unknown target, and for one in which the schema cannot be said. */
export interface JsonSchemaConverter {
  readonly input: (options: JsonSchemaOptions) => Record<string, unknown>;
  readonly output: (options: JsonSchemaOptions) => Record<string, unknown>;
}

export interface JsonSchemaOptions {
  /** `openapi-3.0` has no tuples: it tells one as a list of the same kinds of items, which takes more. */
  readonly target: "draft-2020-12" | "draft-07" | "openapi-3.0" | ({} & string);
}
