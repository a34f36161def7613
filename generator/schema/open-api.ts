/**
 * The part of rule **dialect** for OpenAPI 3.1: the component schemas are JSON Schema 2020-12 already, but for what their
 * publishers leave unsaid.
 */
import { diagnostic, type Diagnostic } from "../diagnostics.js";
import {
  isObject,
  type Definitions,
  type Discriminator,
  type Json,
  type JsonObject,
  type Schema,
  type SchemaObject,
} from "./json-schema.js";
import { metaSchemaProblems } from "./meta-schema.js";
import { formatPointer } from "./pointer.js";
import { keepOrigin, mapDefinitions, mapSubschemas } from "./walk.js";

/** Of any version, Swagger's included. */
export const isOpenApi = (document: Json): document is JsonObject =>
  isObject(document) && ["openapi", "swagger"].some((key) => ["string", "number"].includes(typeof document[key]));

/** Why a version cannot be read; nothing where it can. */
export function versionProblems(
  { openapi, swagger, jsonSchemaDialect }: JsonObject,
  file: string,
): readonly Diagnostic[] {
  if (openapi === undefined) {
    const hint = "convert it to OpenAPI 3.0 or 3.1 first, with a tool such as swagger2openapi";
    return [diagnostic("SW202", { file, pointer: "/swagger" }, { dialect: `Swagger ${String(swagger)}`, hint })];
  }
  if (!/^3\.1(?:\.|$)/.test(String(openapi))) {
    const hint = "OpenAPI 3.1 is";
    return [diagnostic("SW202", { file, pointer: "/openapi" }, { dialect: `OpenAPI ${String(openapi)}`, hint })];
  }
  if (jsonSchemaDialect === undefined || schemaDialects.test(String(jsonSchemaDialect))) return [];
  const hint = "leave `jsonSchemaDialect` out: OpenAPI's own is JSON Schema 2020-12";
  const place = { file, pointer: "/jsonSchemaDialect" };
  return [diagnostic("SW202", place, { dialect: String(jsonSchemaDialect), hint })];
}

/** OpenAPI's own dialect, undated and dated, and the one that it extends. */
const schemaDialects =
  /^https:\/\/(?:spec\.openapis\.org\/oas\/3\.1\/dialect\/[\w-]+|json-schema\.org\/draft\/2020-12\/schema#?)$/;

/** What the meta-schema says of each component schema. */
export function componentProblems(document: JsonObject, file: string): readonly Diagnostic[] {
  const schemas = Object.entries(schemasOf(document) as JsonObject);
  return metaSchemaProblems(
    schemas.map(([name, schema]) => [schema, { file, pointer: `/components/schemas${formatPointer([name])}` }]),
  );
}

/** The document with every component schema read as it is meant. */
export function readComponents(document: JsonObject): Json {
  const components = schemasOf(document);
  const schemas = mapDefinitions(components, (schema) => read(schema, components));
  const folder = (document["components"] ?? {}) as JsonObject;
  return keepOrigin(
    { ...document, components: keepOrigin({ ...folder, schemas }, folder) },
    document,
  ) as unknown as Json;
}

function schemasOf({ components }: JsonObject): Definitions {
  const schemas = isObject(components) ? components["schemas"] : undefined;
  return isObject(schemas) ? (schemas as Definitions) : {};
}

function read(schema: Schema, components: Definitions): Schema {
  if (typeof schema === "boolean") return schema;
  return namedMapping(nullableEnum(mapSubschemas(schema, (child) => read(child, components))), components);
}

/** A nullable enum that forgets `null` among its values means it. */
function nullableEnum(schema: SchemaObject): SchemaObject {
  const { type, enum: values } = schema;
  if (values === undefined || !Array.isArray(type) || !type.includes("null") || values.includes(null)) return schema;
  return { ...schema, enum: [...values, null] };
}

/** A mapping may name a component without its pointer (OpenAPI 3.1, section 4.8.25). */
function namedMapping(schema: SchemaObject, components: Definitions): SchemaObject {
  const { discriminator } = schema;
  if (!isObject(discriminator?.mapping)) return schema;
  const mapping = Object.entries(discriminator.mapping).map(([tag, target]) => {
    const isName = Object.hasOwn(components, target);
    return [tag, isName ? `#/components/schemas${formatPointer([target])}` : target];
  });
  const named: Discriminator = { ...discriminator, mapping: Object.fromEntries(mapping) as Discriminator["mapping"] };
  return { ...schema, discriminator: keepOrigin(named, discriminator) };
}
