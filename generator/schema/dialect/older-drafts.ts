/**
 * The part of rule **dialect** for the drafts before 2020-12: one schema's own keywords as that has them. What stands inside
 * stays the same object, so that every pointer of the document leads where it led.
 */
import { isObject, onlyCounting, type Schema, type SchemaObject } from "../../json/json-schema.js";
import type { Dialect } from "./dialects.js";
import { ignoring, onlyBeside } from "./ignoring.js";
import { laterThan } from "./later-keywords.js";
import { keepOrigin, without } from "../reading/walk.js";

/** @param dialect undefined for one that is not read, which ends the run elsewhere. */
export function toDraft202012(schema: SchemaObject, dialect: Dialect | undefined): SchemaObject {
  if (dialect === undefined || dialect === "2020-12") return schema;
  const known = ignoring(schema, laterThan(dialect), dialect);
  switch (dialect) {
    case "draft-04":
      return fromDraft07(exclusiveBounds(addresses(known)));
    case "draft-06":
    case "draft-07":
      return fromDraft07(known);
    case "2019-09":
      return counting(tuples(known));
  }
}

const fromDraft07 = (schema: SchemaObject): SchemaObject =>
  counting(tuples(dependencies(anchors(referenceAlone(schema)))));

/** `id` is what `$id` is since draft-06 (draft-04, core 7.2). */
export function addresses(schema: SchemaObject): SchemaObject {
  return schema["id"] === undefined ? schema : { ...without(schema, "id"), $id: schema["id"] };
}

/** A bound and whether it is exclusive (draft-04, validation 5.1.2 and 5.1.3): since draft-06 there are two kinds of bounds. */
export function exclusiveBounds(schema: SchemaObject): SchemaObject {
  return bounded(bounded(schema, "minimum", "exclusiveMinimum"), "maximum", "exclusiveMaximum");
}

function bounded(schema: SchemaObject, inclusive: "minimum" | "maximum", exclusive: string): SchemaObject {
  const isExclusive: unknown = schema[exclusive];
  if (isExclusive === undefined) return schema;
  const { [inclusive]: bound, ...rest } = without(schema, exclusive);
  return { ...rest, [isExclusive === true ? exclusive : inclusive]: bound };
}

/** `contains` evaluates what it finds since 2020-12 (core 10.3.1.3). */
function counting(schema: SchemaObject): SchemaObject {
  return schema["contains"] === undefined ? schema : { ...schema, [onlyCounting]: true };
}

/** What stands beside a `$ref` and is not ignored: words, and definitions, which may still be referred to. */
const besideReference = ["$ref", "$schema", "$defs", "definitions", "description"];

/** Whatever else stands beside a `$ref` is ignored (draft-07, core 8.3), but a document keeps its name. */
export function referenceAlone(schema: SchemaObject): SchemaObject {
  if (typeof schema.$ref !== "string") return schema;
  const kept = schema["$schema"] === undefined ? besideReference : [...besideReference, "$id"];
  return onlyBeside(schema, kept);
}

/**
 * `$id: "#name"` is an anchor (draft-07, core 8.2.3), also behind an address; `#/properties/a`, as tools write it that make a schema of
 * an example, gives no name.
 */
export function anchors(schema: SchemaObject): SchemaObject {
  const { $id } = schema;
  const [, address = "", name] = typeof $id === "string" ? (/^([^#]*)#(.+)$/.exec($id) ?? []) : [];
  if (name === undefined) return schema;
  return {
    ...without(schema, "$id"),
    ...(address !== "" && { $id: address }),
    ...(!name.startsWith("/") && { $anchor: name }),
  };
}

/** A list of properties, or a schema: 2020-12 has a keyword for each. */
export function dependencies(schema: SchemaObject): SchemaObject {
  const both = schema["dependencies"];
  if (!isObject(both)) return schema;
  const required = Object.entries(both).filter(([, value]) => Array.isArray(value)) as [string, string[]][];
  const schemas = Object.entries(both).filter(([, value]) => !Array.isArray(value)) as [string, Schema][];
  return {
    ...without(schema, "dependencies"),
    ...(required.length > 0 && { dependentRequired: Object.fromEntries(required) }),
    ...(schemas.length > 0 && { dependentSchemas: keepOrigin(Object.fromEntries(schemas), both) }),
  };
}

/** A list under `items` is `prefixItems`, and the rest `items`; beside anything else `additionalItems` says nothing. */
export function tuples(schema: SchemaObject): SchemaObject {
  const items: unknown = schema.items;
  const rest = schema["additionalItems"] as Schema | undefined;
  if (!Array.isArray(items)) return rest === undefined ? schema : without(schema, "additionalItems");
  return {
    ...without(schema, "items", "additionalItems"),
    // An empty list says nothing, and 2020-12 has none.
    ...(items.length > 0 && { prefixItems: items as readonly Schema[] }),
    ...(rest !== undefined && { items: rest }),
  };
}

/** `$recursiveRef` where it can only lead to one place: the root of its own resource, or of the outermost (2019-09, core 8.2.4.2.1). */
export function staticRecursion(schema: SchemaObject, $ref = "#"): SchemaObject {
  if (schema["$recursiveRef"] !== "#" || schema.$ref !== undefined) return schema;
  return { ...without(schema, "$recursiveRef"), $ref };
}
