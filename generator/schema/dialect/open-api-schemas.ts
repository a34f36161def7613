/**
 * Where schemas stand in an OpenAPI document: the document in, the same with every schema changed out.
 */
import {
  isArray,
  isObject,
  type Definitions,
  type Json,
  type JsonObject,
  type Schema,
  type SchemaObject,
} from "../../json/json-schema.js";
import { resolvePointer } from "../../json/pointer.js";
import { componentsPointer } from "../../load/components.js";
import { keepOrigin, mapDefinitions } from "../reading/walk.js";

/** @param component its name, where the schema is one. */
type Change = (schema: Schema, component?: string) => Schema;

/** The component schemas by their names; none where there are none. */
export function componentsOf(document: JsonObject): Definitions {
  const schemas = resolvePointer(document, componentsPointer);
  return isObject(schemas) ? (schemas as Definitions) : {};
}

/** Under `components.schemas`, and wherever else a member is called `schema`, but not in examples. */
export const mapSchemas = (document: JsonObject, change: Change): JsonObject =>
  mapMembers(document, (key, part) =>
    key === "components" && isObject(part) ? mapParts(part, change) : schemasIn(key, part, change),
  );

const mapParts = (components: JsonObject, change: Change): JsonObject =>
  mapMembers(components, (key, part) =>
    key === "schemas" && isObject(part)
      ? (mapDefinitions(part as Definitions, change) as JsonObject)
      : schemasIn(key, part, change),
  );

function schemasIn(key: string, part: Json, change: Change): Json {
  if (key === "example" || key === "examples") return part;
  if (isArray(part)) return part.map((each) => schemasIn("", each, change));
  if (!isObject(part)) return part;
  if (key === "schema") return change(part as SchemaObject) as Json;
  return mapMembers(part, (inner, member) => schemasIn(inner, member, change));
}

function mapMembers(object: JsonObject, change: (key: string, member: Json) => Json): JsonObject {
  const members = Object.entries(object).map(([key, member]) => [key, change(key, member)] as const);
  return keepOrigin(Object.fromEntries(members), object);
}
