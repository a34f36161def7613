/**
 * The part of rule **dialect** for OpenAPI 3.1, and for 3.0 once that is upgraded: the schemas are JSON Schema 2020-12
 * already, but for what their publishers leave unsaid.
 */
import type { Diagnostic } from "../../diagnostics.js";
import type { Json, JsonObject, Schema, SchemaObject } from "../../json/json-schema.js";
import { formatPointer } from "../../json/pointer.js";
import { componentsPointer } from "../../load/components.js";
import { indexComponents, spellMapping, type Components } from "./component-tags.js";
import { discriminatorProblems } from "./discriminator-problems.js";
import { metaSchemaProblems } from "./meta-schema.js";
import { fromOpenApi30, upgradedSchema } from "./open-api-3.0.js";
import { componentsOf, mapSchemas } from "./open-api-schemas.js";
import { isOpenApi30 } from "./open-api-version.js";
import { isSchema, mapSubschemas, without } from "../reading/walk.js";

/** The document as 3.1 says it. The tree and so its pointers stay; only keywords of schemas change. */
export const upgradeOpenApi = (document: JsonObject): JsonObject =>
  isOpenApi30(document) ? mapSchemas(document, fromOpenApi30) : document;

/** What the meta-schema says of each component schema, and what is wrong with its discriminators. */
export function componentProblems(document: JsonObject, file: string): readonly Diagnostic[] {
  const schemas = Object.entries(componentsOf(document) as JsonObject);
  const wrong = metaSchemaProblems(
    schemas.map(([name, schema]) => [schema, { file, pointer: componentsPointer + formatPointer([name]) }]),
  );
  return wrong.length > 0 ? wrong : Object.values(componentsOf(document)).flatMap(discriminatorProblems);
}

/** One schema's own keywords in a file that says of itself nothing, as the document means them that refers to it. */
export const readFragment = (schema: SchemaObject, document: JsonObject): SchemaObject =>
  asMeant(isOpenApi30(document) ? upgradedSchema(schema) : schema);

/** The document with every schema read as it is meant. */
export function readSchemas(document: JsonObject): Json {
  const components = indexComponents(componentsOf(document));
  return mapSchemas(document, (schema, name) => read(schema, name, components));
}

/** @param isExcluded whether it stands somewhere under `not`: to take more there would let less pass. */
function read(schema: Schema, own: string | undefined, components: Components, isExcluded = false): Schema {
  // Outside of the components the meta-schema is asked of what is entered alone: the rest may be data, as a patch is.
  if (typeof schema === "boolean" || !isSchema(schema)) return schema;
  const inside = mapSubschemas(schema, (child, [keyword]) =>
    read(child, keyword === "allOf" ? own : undefined, components, isExcluded || keyword === "not"),
  );
  return spellMapping(isExcluded ? onlyExample(inside) : asMeant(inside), own, components);
}

const asMeant = (schema: SchemaObject): SchemaObject => onlyExample(nullableEnum(schema));

/** A nullable enum that forgets `null` among its values means it. */
function nullableEnum(schema: SchemaObject): SchemaObject {
  const { type, enum: values } = schema;
  if (values === undefined || !Array.isArray(type) || !type.includes("null") || values.includes(null)) return schema;
  return { ...schema, enum: [...values, null] };
}

/** `example` is what OpenAPI had before `examples`, and still reads (3.1, section 4.8.24.1). */
function onlyExample(schema: SchemaObject): SchemaObject {
  if (!Object.hasOwn(schema, "example") || Object.hasOwn(schema, "examples")) return schema;
  return { ...without(schema, "example"), examples: [schema["example"] as Json] };
}
