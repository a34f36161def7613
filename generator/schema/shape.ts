/**
 * One schema as its sender writes it (request) or as the server answers it (response). Local: references stay as they are.
 */
import type { Direction } from "../model/model.js";
import { origin, type Definitions, type Schema, type SchemaObject } from "./json-schema.js";
import { constantOf, definitionOf } from "./tagged-union.js";
import { mapSubschemas, without } from "./walk.js";

export interface ShapeRules {
  readonly $defs: Definitions;
  /** Location (`#/properties/steps/items`) → what a request must have beside the schema's own `required`. */
  readonly requireInRequest: Readonly<Record<string, readonly string[]>>;
}

export function shapeOf(schema: Schema, direction: Direction, rules: ShapeRules): Schema {
  if (typeof schema === "boolean") return schema;
  const inner = mapSubschemas(schema, (child) => shapeOf(child, direction, rules));
  return direction === "request" ? asRequest(inner, rules) : asResponse(inner, rules);
}

/** `readOnly` properties are gone, except tags; a required property with a default is optional. */
function asRequest(schema: SchemaObject, rules: ShapeRules): SchemaObject {
  const demanded = rules.requireInRequest[`#${schema[origin]?.at ?? " "}`] ?? [];
  if (schema.$ref !== undefined || (!schema.properties && !schema.required && demanded.length === 0)) return schema;
  const properties = Object.entries(schema.properties ?? {});
  const kept = properties.filter(([, property]) => !says(property, "readOnly", rules.$defs) || constantOf(property) !== undefined);
  const gone = new Set(properties.filter((entry) => !kept.includes(entry)).map(([key]) => key));
  const defaulted = new Set(properties.filter(([, property]) => has(property, "default", rules.$defs)).map(([key]) => key));
  const required = (schema.required ?? []).filter((key) => !gone.has(key) && !defaulted.has(key));
  return rebuilt(schema, kept, [...new Set([...demanded, ...required])]);
}

/** `writeOnly` properties are gone, and properties that nobody announced pass. */
function asResponse(schema: SchemaObject, rules: ShapeRules): SchemaObject {
  const open = schema.additionalProperties === false ? without(schema, "additionalProperties") : schema;
  const properties = Object.entries(open.properties ?? {});
  const kept = properties.filter(([, property]) => !says(property, "writeOnly", rules.$defs));
  if (kept.length === properties.length) return open;
  const left = new Set(kept.map(([key]) => key));
  return rebuilt(open, kept, (open.required ?? []).filter((key) => left.has(key) || !Object.hasOwn(open.properties ?? {}, key)));
}

function rebuilt(schema: SchemaObject, properties: readonly (readonly [string, Schema])[], required: readonly string[]): SchemaObject {
  const next: SchemaObject = {
    ...schema,
    ...(schema.properties !== undefined && { properties: Object.fromEntries(properties) }),
    required,
  };
  return required.length > 0 ? next : without(next, "required");
}

const says = (schema: Schema, keyword: "readOnly" | "writeOnly", $defs: Definitions): boolean => {
  const target = definitionOf(schema, $defs);
  return (typeof schema === "object" && schema[keyword] === true) || (typeof target === "object" && target[keyword] === true);
};

const has = (schema: Schema, keyword: string, $defs: Definitions): boolean => {
  const target = definitionOf(schema, $defs);
  return (typeof schema === "object" && keyword in schema) || (typeof target === "object" && keyword in target);
};
