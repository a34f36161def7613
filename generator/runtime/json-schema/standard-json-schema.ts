/**
 * Standard JSON Schema v1 (https://standardschema.dev/json-schema): a validator that can say what it asks for.
 */
import type { StandardSchema } from "../standard-schema-types.js";
import { jsonSchemaOf, type Definition } from "./json-schema-of.js";
import type { JsonSchemaOptions, StandardJsonSchema } from "./standard-json-schema-types.js";

export function withJsonSchema<T>(schema: StandardSchema<T>, definition: Definition): StandardJsonSchema<T> {
  const convert = ({ target }: JsonSchemaOptions): Record<string, unknown> => jsonSchemaOf(definition, target);
  return { "~standard": { ...schema["~standard"], jsonSchema: { input: convert, output: convert } } };
}
