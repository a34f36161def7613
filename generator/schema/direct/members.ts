/**
 * What both directions do with the members of an object: a schema, and what of it is dropped in a direction, in; the schema without that,
 * with what is required left, out.
 */
import type { Contract } from "../../contract.js";
import { unnamed, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";
import type { Discriminated } from "../discriminate/discriminate-mapping.js";
import type { KindReader } from "../reading/kind-reader.js";
import { without } from "../reading/walk.js";
import type { Dropped } from "./dropped.js";
import type { SameValue } from "./same-value.js";
import type { Published } from "./shape-conditions.js";

export interface ShapeRules extends Published, Omit<Discriminated, "$defs"> {
  /** Of the definitions as they are published. */
  readonly kinds: KindReader;
  readonly contract: Pick<Contract, "requireInRequest" | "requests" | "nulls">;
  /** Definition → the properties whose values pick it where it is the branch of a union. */
  readonly pickingTags: ReadonlyMap<string, readonly string[]>;
}

/** Whether a schema itself says which properties there are or must be. */
export const namesMembers = ({ properties, patternProperties, required, dependentRequired }: SchemaObject): boolean =>
  (properties ?? patternProperties ?? required ?? dependentRequired) !== undefined;

export function withoutDropped(schema: SchemaObject, whole: SameValue, dropped: Dropped): SchemaObject {
  const { properties, patternProperties } = schema;
  const kept = (all: Definitions, goes: (key: string, schema: Schema) => boolean): Definitions =>
    Object.fromEntries(Object.entries(all).filter(([key, each]) => !goes(key, each)));
  const patterns = kept(patternProperties ?? {}, (_, each) => dropped.pattern(each));
  const left = {
    ...schema,
    ...(properties && { properties: kept(properties, (key) => dropped.property(key, whole)) }),
    ...(patternProperties && { patternProperties: patterns }),
  };
  return Object.keys(patterns).length === 0 ? without(left, "patternProperties") : left;
}

/** What a closed object does not name passes, also where it says so property by property. */
export function opened(schema: SchemaObject): SchemaObject {
  if (schema.additionalProperties !== false) return schema;
  const open = without(schema, "additionalProperties");
  const names = schema[unnamed] ?? [];
  if (names.length === 0) return open;
  const named = Object.entries(schema.properties ?? {}).filter(([key]) => !names.includes(key));
  return { ...open, properties: Object.fromEntries(named) };
}

/**
 * @param isRequired whether a demand for a property stays.
 * @param demanded what is required besides.
 */
export function rebuilt(
  schema: SchemaObject,
  isRequired: (key: string) => boolean,
  demanded: readonly string[],
): SchemaObject {
  const required = [...new Set([...demanded, ...(schema.required ?? []).filter(isRequired)])];
  const dependent = Object.entries(schema.dependentRequired ?? {});
  const next: SchemaObject = {
    ...schema,
    ...(schema.dependentRequired !== undefined && {
      dependentRequired: Object.fromEntries(dependent.map(([key, names]) => [key, names.filter(isRequired)])),
    }),
    required,
  };
  // An empty list that was published is not a change.
  return required.length > 0 || schema.required?.length === 0 ? next : without(next, "required");
}
