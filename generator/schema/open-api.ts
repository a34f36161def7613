/**
 * The part of rule **dialect** for OpenAPI 3.1: the component schemas are JSON Schema 2020-12 already, but for what their
 * publishers leave unsaid.
 */
import { isObject, type Json, type JsonObject, type Schema, type SchemaObject } from "./json-schema.js";
import { keepOrigin, mapDefinitions, mapSubschemas } from "./walk.js";

export const isOpenApi = (document: Json): document is JsonObject =>
  isObject(document) && typeof document["openapi"] === "string";

/** The document with every component schema read as it is meant. */
export function readComponents(document: JsonObject): Json {
  const { components } = document;
  if (!isObject(components) || !isObject(components["schemas"])) return document;
  const schemas = mapDefinitions(components["schemas"] as Record<string, Schema>, read);
  return keepOrigin(
    { ...document, components: keepOrigin({ ...components, schemas }, components) },
    document,
  ) as unknown as Json;
}

function read(schema: Schema): Schema {
  return typeof schema === "boolean" ? schema : nullableEnum(mapSubschemas(schema, read));
}

/** A nullable enum that forgets `null` among its values means it. */
function nullableEnum(schema: SchemaObject): SchemaObject {
  const { type, enum: values } = schema;
  if (values === undefined || !Array.isArray(type) || !type.includes("null") || values.includes(null)) return schema;
  return { ...schema, enum: [...values, null] };
}
