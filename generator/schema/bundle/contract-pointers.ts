/**
 * A pointer of the contract and the document that it is about in; the schema that it names out, or a diagnostic: what holds
 * schemas by their names is none itself, and neither is data.
 */
import { diagnostic, type Diagnostic } from "../../diagnostics.js";
import { isObject, type Json, type Schema } from "../../json/json-schema.js";
import { formatPointer, parsePointer, resolvePointer } from "../../json/pointer.js";
import { componentsPointer, isInComponents } from "../../load/components.js";
import { isOpenApi } from "../../load/document-kind.js";
import { placesOfSchemas } from "../../runtime/json-schema/subschemas.js";
import { inContract, type Context } from "../context.js";
import { isAssertion, isKeyword } from "../reading/fidelity.js";
import { nearPointer } from "./near-pointer.js";
import { isSchema } from "../reading/walk.js";

/** @param at where the pointer stands in the contract. */
export function schemaAt(
  document: Json,
  pointer: string,
  at: string,
  context: Context,
): { readonly schema: Schema } | { readonly problem: Diagnostic } {
  const schema = resolvePointer(document, pointer);
  const place = inContract(context, at);
  if (schema === undefined) {
    const near = nearPointer(document, pointer, context);
    const meant = near === undefined ? exampleIn(document) : `did you mean ${near}?`;
    return { problem: diagnostic("SW110", place, { pointer, hint: meant }) };
  }
  const kind = kindOfPlace(document, parsePointer(pointer));
  if (isSchema(schema) && (kind === "schema" || kind === "unknown")) {
    const definition = onlyHeldBy(schema);
    if (definition === undefined) return { schema };
    const hint = `it only holds definitions, so that any value is one: give the pointer of one, such as ${pointer}${definition}`;
    return { problem: diagnostic("SW123", place, { pointer, hint }) };
  }
  const [first] = kind === "holder" && typeof schema === "object" && schema !== null ? Object.keys(schema) : [];
  const hint =
    first === undefined
      ? exampleIn(document)
      : `it holds schemas: give the pointer of one, such as ${pointer}${formatPointer([first])}`;
  return { problem: diagnostic("SW123", place, { pointer, hint }) };
}

/** The pointer of the first of a schema's definitions, where it says nothing beside them, as tools write a file of types. */
function onlyHeldBy(schema: Schema): string | undefined {
  if (typeof schema === "boolean" || Object.keys(schema).some(isAssertion)) return undefined;
  return ["$defs", "definitions"]
    .flatMap((holder) => Object.keys(schema[holder] ?? {}).map((key) => formatPointer([holder, key])))
    .at(0);
}

/** The hint for a pointer that is near none: one that the document has. */
function exampleIn(document: Json): string {
  const [first] = [componentsPointer, "/$defs", "/definitions", "/properties"].flatMap((holder) => {
    const held = resolvePointer(document, holder);
    return isObject(held) ? Object.keys(held).map((key) => `#${holder}${formatPointer([key])}`) : [];
  });
  if (first === undefined && isOpenApi(document)) return `the document has no #${componentsPointer}`;
  return `give the JSON Pointer of a schema, such as ${first ?? "#"}`;
}

/** The hint for a pointer that names nothing of its kind. @param otherwise where no other pointer is near. */
export function pointerHint(context: Context, pointer: string, otherwise: string): string {
  const near = nearPointer(context.inputs.schema.value, pointer, context);
  return near === undefined ? otherwise : `did you mean ${near}?`;
}

/**
 * What stands at a place: a schema, what holds schemas by name or number, what is certainly none, or whatever is below a
 * keyword that JSON Schema does not know, where publishers put schemas to refer to as well.
 */
type PlaceKind = "schema" | "holder" | "none" | "unknown";

function kindOfPlace(document: Json, segments: readonly string[]): PlaceKind {
  if (isOpenApi(document)) return kindInOpenApi(document, segments);
  return kindInSchema(document, segments);
}

/** Schemas stand under `components.schemas`, and wherever else a member is called `schema`. */
function kindInOpenApi(document: Json, segments: readonly string[]): PlaceKind {
  const isComponent = isInComponents(segments);
  if (isComponent && segments.length === 2) return "holder";
  const length = isComponent ? 3 : segments.indexOf("schema") + 1;
  if (length === 0) return "none";
  const schema = resolvePointer(document, formatPointer(segments.slice(0, length)));
  return schema === undefined ? "none" : kindInSchema(schema, segments.slice(length));
}

function kindInSchema(schema: Json, segments: readonly string[]): PlaceKind {
  let kind: PlaceKind = "schema";
  let node: Json | undefined = schema;
  for (const segment of segments) {
    node = node === undefined ? undefined : resolvePointer(node, formatPointer([segment]));
    kind = kind === "holder" ? "schema" : kind === "schema" ? kindOfMember(segment, node) : kind;
  }
  return kind;
}

function kindOfMember(keyword: string, value: Json | undefined): PlaceKind {
  // What 2020-12 says with `prefixItems` and `dependentSchemas`, draft-07 says with these.
  if (keyword === "dependencies" || (keyword === "items" && Array.isArray(value))) return "holder";
  const place = placesOfSchemas.get(keyword);
  if (place !== undefined) return place === "single" ? "schema" : "holder";
  return isKeyword(keyword) || !isObject(value) ? "none" : "unknown";
}
