/** An object's schema and the tags that lead to it in; the same schema, saying its tags, out. */
import type { Schema, SchemaObject } from "../../json/json-schema.js";
import { without } from "../reading/walk.js";

/** Tag property → the values with which this schema is reached, and whether one of them is the tag's default. */
export type Tags = ReadonlyMap<string, { readonly values: readonly string[]; readonly isDefault: boolean }>;

/** A schema that says its tags: constant and required, or absent, null and the default all the same. */
export function withTags(schema: SchemaObject, tags: Tags): SchemaObject {
  const isMade = schema.$ref !== undefined || schema.oneOf !== undefined || schema.anyOf !== undefined;
  if (tags.size === 0 || (schema.properties === undefined && isMade)) return schema;
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([key, property]) => {
      const tag = tags.get(key);
      return [key, tag === undefined ? property : tagProperty(property, tag.values, tag.isDefault)];
    }),
  );
  const missing = [...tags.keys()].filter((key) => !Object.hasOwn(properties, key));
  const added = missing.map(
    (key) => [key, tagProperty({}, tags.get(key)?.values ?? [], tags.get(key)?.isDefault ?? false)] as const,
  );
  const required = [...tags].filter(([, { isDefault }]) => !isDefault).map(([key]) => key);
  const optional = new Set([...tags].filter(([, { isDefault }]) => isDefault).map(([key]) => key));
  return {
    ...schema,
    required: [...new Set([...required, ...(schema.required ?? [])])].filter((key) => !optional.has(key)),
    properties: { ...Object.fromEntries(added), ...properties },
  };
}

function tagProperty(property: Schema, values: readonly string[], isDefault: boolean): SchemaObject {
  const said =
    typeof property === "object"
      ? without(property, "$ref", "type", "enum", "const", "readOnly", "writeOnly", "default")
      : {};
  if (isDefault) return { ...said, enum: [...values, null], default: values[0] ?? null };
  return values.length === 1 ? { ...said, const: values[0] ?? "" } : { ...said, enum: values };
}
