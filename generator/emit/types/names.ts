/**
 * An object schema that says which names there can be at all, in `propertyNames` or by allowing no property, in; the same with
 * each of them as a property of its own and nothing beside them out.
 */
import type { Definitions, Schema, SchemaObject } from "../../json/json-schema.js";
import { valuesOf } from "../../schema/reading/listed-values.js";
import { definitionOf } from "../../schema/reading/definition-of.js";

/** Another schema as it is: patterns may give the listed names different types, so that they are left to the validator. */
export function withListedNames(schema: SchemaObject, $defs: Definitions): SchemaObject {
  const names = listedNames(schema, $defs);
  if (names === undefined) return schema;
  const { properties = {}, additionalProperties: others = true } = schema;
  const known = new Map(Object.entries(properties));
  const listed = names.map((name): [string, Schema] => [name, known.get(name) ?? others]);
  const excluded = [...known.keys()]
    .filter((name) => !names.includes(name))
    .map((name): [string, Schema] => [name, false]);
  return { ...schema, properties: Object.fromEntries([...listed, ...excluded]), additionalProperties: false };
}

export function listedNames(schema: SchemaObject, $defs: Definitions): readonly string[] | undefined {
  if (schema.maxProperties === 0) return [];
  if (schema.propertyNames === undefined || schema.patternProperties !== undefined) return undefined;
  const names = definitionOf(schema.propertyNames, $defs);
  if (typeof names !== "object") return names === false ? [] : undefined;
  return valuesOf(names)?.filter((name) => typeof name === "string");
}
