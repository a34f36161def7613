/**
 * A JSON Schema of draft-07 or a Schema Object of OpenAPI 3.0 in, what a reader makes of it that takes its specification at its
 * word out: nothing beside `$ref` is read, which AJV does read. What comes out is draft-07.
 */
import { changeSubschemas, changeValues, type SchemaKeywords } from "#generator/runtime/json-schema/subschemas.js";

export function asDraft07Reads(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(asDraft07Reads); // `items` in draft-07, or the names of a dependency
  if (typeof schema !== "object" || schema === null) return schema;
  if ("$ref" in schema) return { $ref: schema.$ref };
  const { dependencies, additionalItems, ...others } = schema as SchemaKeywords;
  return {
    ...changeSubschemas(others, (child) => asDraft07Reads(child) as boolean),
    ...(dependencies !== undefined && { dependencies: changeValues(dependencies as SchemaKeywords, asDraft07Reads) }),
    ...(additionalItems !== undefined && { additionalItems: asDraft07Reads(additionalItems) }),
  };
}

export function asOpenApi30Reads(schema: unknown): unknown {
  if (typeof schema !== "object" || schema === null) return schema;
  if ("$ref" in schema) return { $ref: schema.$ref };
  const { nullable, minimum, exclusiveMinimum, maximum, exclusiveMaximum, ...others } = schema as SchemaKeywords;
  const { type } = others;
  return {
    ...changeSubschemas(others, (child) => asOpenApi30Reads(child) as boolean),
    ...(nullable === true && type !== undefined && { type: [type, "null"] }),
    ...(minimum !== undefined && { [exclusiveMinimum === true ? "exclusiveMinimum" : "minimum"]: minimum }),
    ...(maximum !== undefined && { [exclusiveMaximum === true ? "exclusiveMaximum" : "maximum"]: maximum }),
  };
}
