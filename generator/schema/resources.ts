/**
 * Which URI names which schema: `$id` opens a resource, `$anchor` a plain name in it (JSON Schema 2020-12, core 8.2),
 * a file is known by its path below the schema's folder. Nothing is ever fetched.
 */
import { isObject, origin, type Json, type JsonObject, type Schema, type SchemaObject } from "./json-schema.js";
import type { Inputs } from "../load/document.js";
import { stampPointers } from "./stamp.js";
import { subschemas } from "./walk.js";

export interface Resource {
  readonly root: Json;
  /** How locations in it begin: "" for the schema itself, a relative path for a file beside it. */
  readonly location: string;
}

export interface Resources {
  readonly byUri: ReadonlyMap<string, Resource>;
  /** `<resource URI>#<anchor>` → the schema. */
  readonly anchors: ReadonlyMap<string, SchemaObject>;
  /** The base URI that holds for a schema's references. */
  baseOf(schema: object, otherwise: string): string;
}

/** The URI of a file by its path relative to the schema's folder; the schema itself is "". */
export const retrievalUri = (path: string): string => new URL(path, "stepwright:///").href;

export function indexResources(annotated: Json, inputs: Inputs): Resources {
  const byUri = new Map<string, Resource>();
  const anchors = new Map<string, SchemaObject>();
  const bases = new Map<object, string>();

  addDocument(annotated, "");
  for (const [path, document] of inputs.referenced) addDocument(stampPointers(document.value, `${path}#`), path);
  return {
    byUri,
    anchors,
    baseOf(schema, otherwise) {
      if (!bases.has(schema)) addSchema(schema as SchemaObject, otherwise, "");
      return bases.get(schema) ?? otherwise;
    },
  };

  function addDocument(root: Json, path: string): void {
    const uri = retrievalUri(path);
    byUri.set(uri, { root, location: path });
    for (const schema of schemaRoots(root)) addSchema(schema, uri, path);
  }

  function addSchema(schema: Schema, base: string, location: string): void {
    if (typeof schema === "boolean" || bases.has(schema)) return;
    const id =
      typeof schema["$id"] === "string" && URL.canParse(schema["$id"], base) ? new URL(schema["$id"], base) : undefined;
    if (id) id.hash = "";
    const own = id?.href ?? base;
    if (id && !byUri.has(own)) byUri.set(own, { root: schema as Json, location: locationOf(schema) ?? location });
    bases.set(schema, own);
    if (typeof schema["$anchor"] === "string") anchors.set(`${own}#${schema["$anchor"]}`, schema);
    for (const child of subschemas(schema)) addSchema(child, own, location);
  }
}

/** How a place is told among all documents: `#/$defs/Money`, `common.json#/$defs/Money`; undefined for what a rule made. */
export function locationOf(schema: SchemaObject): string | undefined {
  const at = schema[origin]?.at;
  return at === undefined || /^[^/]/.test(at) ? at : `#${at}`;
}

const isSchemaObject = (value: Json | undefined): value is Json & SchemaObject => isObject(value);

/** The schemas a document holds at its top: itself, or an OpenAPI document's components. */
function schemaRoots(root: Json): readonly SchemaObject[] {
  if (!isSchemaObject(root)) return [];
  const { components } = root;
  const schemas = isObject(components) ? components["schemas"] : undefined;
  if ("openapi" in root) return isObject(schemas) ? Object.values(schemas as JsonObject).filter(isSchemaObject) : [];
  return [root];
}
