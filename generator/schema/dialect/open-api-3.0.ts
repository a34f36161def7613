/**
 * The part of rule **dialect** for OpenAPI 3.0: a schema in, the same as OpenAPI 3.1 says it out. What the keywords mean is
 * a library's to know. It gets them alone: of a whole document it would also rewrite data, and a property called `example`.
 */
import { upgradeFromThreeToThreeOne } from "@scalar/openapi-upgrader/3.0-to-3.1";
import type { Schema, SchemaObject } from "../../json/json-schema.js";
import { onlyBeside } from "./ignoring.js";
import { isSchema, mapSubschemas, without } from "../reading/walk.js";

/** Whatever is no schema stays as it is: the meta-schema has not been asked yet. */
export function fromOpenApi30(schema: Schema): Schema {
  if (typeof schema === "boolean" || !isSchema(schema)) return schema;
  return upgradedSchema(mapSubschemas(schema, fromOpenApi30));
}

/** What stands inside stays as it is. */
export const upgradedSchema = (schema: SchemaObject): SchemaObject =>
  upgradedKeywords(nullableChoice(onlyReference(schema)));

/** `$ref` is alone: whatever stands beside it is ignored (3.0.3, section 4.7.23), but for words. */
function onlyReference(schema: SchemaObject): SchemaObject {
  if (typeof schema.$ref !== "string") return schema;
  return onlyBeside(schema, ["$ref", "description"]);
}

/** Said of the place, not of the value. */
const words = ["title", "description", "default", "deprecated", "readOnly", "writeOnly", "example", "externalDocs"];

/**
 * `nullable` beside `allOf`, `oneOf` or `anyOf`: 3.0.3 calls it void without a type and contradicted with one, yet it is the
 * only way to say that a reference may be null, and generators of documents mean it.
 */
function nullableChoice(schema: SchemaObject): SchemaObject {
  if (schema["nullable"] !== true || !["allOf", "anyOf", "oneOf"].some((key) => key in schema)) return schema;
  const { nullable: _, ...said } = schema;
  const value = Object.fromEntries(Object.entries(said).filter(([key]) => !words.includes(key))) as SchemaObject;
  const only = Object.keys(value).length === 1 && value.allOf?.length === 1 ? value.allOf[0] : undefined;
  return { ...without(said, ...Object.keys(value)), anyOf: [only ?? upgradedKeywords(value), { type: "null" }] };
}

/** The keywords that differ between the two versions. Examples are not read. */
const changed = ["type", "nullable", "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];

/** `nullable`, limits that are exclusive or not, and formats that have become keywords. */
function upgradedKeywords(schema: SchemaObject): SchemaObject {
  const own = Object.entries(schema).filter(([key]) => changed.includes(key));
  const document = { openapi: "3.0.3", components: { schemas: { it: Object.fromEntries(own) } } };
  const { components } = upgradeFromThreeToThreeOne(document) as unknown as typeof document;
  const upgraded = Object.entries(components.schemas.it).filter(
    ([key, value]) => key !== "nullable" && value !== undefined,
  );
  return { ...without(schema, ...changed), ...Object.fromEntries(upgraded) };
}
