/** An object's schema and the tags that lead to it in; the same schema, saying its tags, out. */
import type { Scalar, Schema, SchemaObject } from "../../json/json-schema.js";
import { without } from "../reading/walk.js";

export interface Tag {
  /** Those with which a schema is reached. */
  readonly values: readonly Scalar[];
  /** Whether one of them is the tag's default. */
  readonly isDefault: boolean;
}

/** By the property. */
export type Tags = ReadonlyMap<string, Tag>;

/** A schema that says its tags: constant and required, or absent, null and the default all the same. */
export function withTags(schema: SchemaObject, tags: Tags): SchemaObject {
  const isMade = schema.$ref !== undefined || schema.oneOf !== undefined || schema.anyOf !== undefined;
  if (tags.size === 0 || (schema.properties === undefined && isMade)) return schema;
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([key, property]) => {
      const tag = tags.get(key);
      return [key, tag === undefined ? property : tagProperty(property, tag)];
    }),
  );
  const added = [...tags].filter(([key]) => !Object.hasOwn(properties, key));
  const required = new Set([...tags.keys(), ...(schema.required ?? [])]);
  return {
    ...schema,
    required: [...required].filter((key) => tags.get(key)?.isDefault !== true),
    properties: { ...Object.fromEntries(added.map(([key, tag]) => [key, tagProperty({}, tag)])), ...properties },
  };
}

function tagProperty(property: Schema, { values, isDefault }: Tag): SchemaObject {
  const said =
    typeof property === "object"
      ? without(property, "$ref", "type", "enum", "const", "readOnly", "writeOnly", "default")
      : {};
  if (isDefault) return { ...said, enum: [...values, null], default: values[0] ?? null };
  return values.length === 1 ? { ...said, const: values[0] ?? "" } : { ...said, enum: values };
}
