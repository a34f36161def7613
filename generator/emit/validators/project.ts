/**
 * The canonical schema as AJV is to read it: a pure, mechanical projection that adds no knowledge. Every reference and
 * every branch of a union becomes a call by name, so that AJV writes one small function at a time; a tagged union
 * becomes a dispatch, and variants that agree but for their tag share one body.
 */
import { isObject, refName, type Definitions, type Json, type Schema, type SchemaObject, type TypeName } from "../../schema/json-schema.js";
import { mapSubschemas, without } from "../../schema/walk.js";
import type { Branch, DispatchCase, Program, ValidatorFunction } from "./program.js";

const annotations = ["$comment", "title", "description", "default", "examples", "example", "deprecated", "readOnly", "writeOnly"];
const annotationsAndTag = [...annotations, "discriminator"];

export function project($defs: Definitions, entries: readonly string[]): Program {
  const functions = new Map<string, ValidatorFunction>();
  const bodies = new Map<string, string>();
  for (const entry of entries) need(entry);
  return functions;

  function need(name: string): string {
    if (!functions.has(name)) {
      functions.set(name, { kind: "constant", accepts: true }); // holds its place: a schema may call itself
      functions.set(name, functionOf(name, $defs[name] ?? true));
    }
    return name;
  }

  function functionOf(name: string, schema: Schema): ValidatorFunction {
    if (typeof schema === "boolean") return { kind: "constant", accepts: schema };
    if (schema.discriminator !== undefined && schema.oneOf !== undefined) return dispatch(name, schema);
    return { kind: "schema", schema: inside(schema, name) };
  }

  function dispatch(union: string, schema: SchemaObject): ValidatorFunction {
    const { propertyName = "", mapping = {}, absent, unknown } = schema.discriminator ?? {};
    const cases = new Map<string, string[]>();
    const variants = new Set([...Object.values(mapping), ...(absent === undefined ? [] : [absent])]);
    const single = new Set([...variants].map((ref) => JSON.stringify(bodyOf(refName(ref), propertyName)))).size === 1;
    for (const [tag, ref] of Object.entries(mapping)) {
      const to = body(refName(ref), propertyName, single ? union : refName(ref));
      cases.set(to, [...(cases.get(to) ?? []), tag]);
    }
    return {
      kind: "dispatch",
      tag: propertyName,
      cases: [...cases].map(([to, tags]): DispatchCase => ({ tags, to })),
      ...(absent !== undefined && { absent: body(refName(absent), propertyName, single ? union : refName(absent)) }),
      ...(unknown !== undefined && { unknown: need(refName(unknown)) }),
    };
  }

  /** The function for a variant whose tag is known already; equal variants share it. */
  function body(variant: string, tag: string, owner: string): string {
    const schema = bodyOf(variant, tag);
    if (schema === undefined) return need(variant);
    const text = JSON.stringify(schema);
    const known = bodies.get(text);
    if (known !== undefined) return known;
    const name = `${owner}Body`;
    bodies.set(text, name);
    functions.set(name, { kind: "schema", schema: inside(schema, name) });
    return name;
  }

  /** A variant without its tag; undefined where it is no plain object (a union one level down). */
  function bodyOf(variant: string, tag: string): SchemaObject | undefined {
    const schema = $defs[variant];
    if (typeof schema !== "object" || schema.properties === undefined || schema.discriminator !== undefined) return undefined;
    const closed = schema.additionalProperties !== undefined || schema["unevaluatedProperties"] !== undefined;
    const others = Object.entries(schema.properties).filter(([key]) => key !== tag);
    const required = (schema.required ?? []).filter((key) => key !== tag);
    return {
      ...without(schema, ...annotations, "required"),
      ...(required.length > 0 && { required }),
      properties: Object.fromEntries(closed ? [[tag, true], ...others] : others),
    };
  }

  function inside(schema: SchemaObject, path: string): SchemaObject {
    const entries = Object.entries(withoutImpliedType(without(mapPlain(schema, path), ...annotationsAndTag)));
    return Object.fromEntries(entries.map(([keyword, value]) => projectKeyword(keyword, value, path)));
  }

  /** Subschemas that AJV writes in place: properties and items. */
  function mapPlain(schema: SchemaObject, path: string): SchemaObject {
    return mapSubschemas(schema, (child, [keyword]) =>
      typeof child === "boolean" || calledKeywords.has(keyword) ? child : inside(child, path),
    );
  }

  function projectKeyword(keyword: string, value: unknown, path: string): [string, unknown] {
    if (keyword === "$ref") return ["call", need(refName(value as string))];
    if (keyword === "const" && isCompound(value)) return ["call", literal(value as Json, path)];
    if (keyword === "enum" && (value as Json[]).some(isCompound)) {
      return ["anyOf", (value as Json[]).map((each) => branch({ const: each }, path))];
    }
    if (!calledKeywords.has(keyword)) return [keyword, value];
    if (Array.isArray(value)) return [keyword, value.map((each: Schema) => branch(each, path))];
    if (keyword !== "dependentSchemas") return [keyword, branch(value as Schema, path)];
    return [keyword, Object.fromEntries(Object.entries(value as Definitions).map(([key, each]) => [key, branch(each, path)]))];
  }

  function branch(schema: Schema, path: string): Branch {
    if (typeof schema === "object") {
      const bare = without(schema, ...annotations);
      const keywords = Object.keys(bare);
      if (keywords.length === 1 && bare.$ref !== undefined) return { call: need(refName(bare.$ref)) };
      if (keywords.length === 1 && bare.type !== undefined) return { types: [bare.type].flat() };
    }
    return { call: synthetic(schema, path) };
  }

  function synthetic(schema: Schema, path: string): string {
    let count = 1;
    while (functions.has(`${path}Branch${count}`) || Object.hasOwn($defs, `${path}Branch${count}`)) count++;
    const name = `${path}Branch${count}`;
    functions.set(name, { kind: "constant", accepts: true });
    functions.set(name, functionOf(name, schema));
    return name;
  }

  /** A compound constant as structure, so that no literal of the schema is compared at run time. */
  function literal(value: Json, path: string): string {
    return synthetic(structureOf(value), path);
  }
}

/** `enum` and `const` say the type already: one wrong value is one issue. */
function withoutImpliedType(schema: SchemaObject): SchemaObject {
  const { type, enum: values = "const" in schema ? [schema.const as Json] : undefined } = schema;
  if (type === undefined || values === undefined) return schema;
  const allowed = values.filter((value) => [type].flat().some((each) => isOfType(value, each)));
  if (allowed.length === values.length) return without(schema, "type");
  return "enum" in schema && allowed.length > 0 ? { ...without(schema, "type"), enum: allowed } : schema;
}

function isOfType(value: Json, type: TypeName): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  return type === "object" ? isObject(value) : type === "null" ? value === null : typeof value === type;
}

/** Keywords whose subschemas are called rather than written in place. */
const calledKeywords = new Set([
  ...["allOf", "anyOf", "oneOf", "not", "if", "then", "else", "contains", "propertyNames", "dependentSchemas"],
]);

const isCompound = (value: unknown): boolean => Array.isArray(value) || isObject(value);

/** The schema that only one JSON value satisfies (JSON Schema 2020-12, core 4.2.2: instance equality). */
function structureOf(value: Json): SchemaObject {
  if (Array.isArray(value)) {
    return { type: "array", minItems: value.length, maxItems: value.length, prefixItems: value.map(structureOf) };
  }
  if (!isObject(value)) return { const: value as Json };
  const entries = Object.entries(value as Record<string, Json>);
  return {
    type: "object",
    required: entries.map(([key]) => key),
    properties: Object.fromEntries(entries.map(([key, each]) => [key, structureOf(each)])),
    additionalProperties: false,
  };
}
