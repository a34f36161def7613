/**
 * Branches that a direction has changed: a schema before and after in; out, where that may have made a value fit more than
 * one branch, the same schema with "at least one" in the place of "exactly one", which was said of the branches as published.
 */
import type { Schema, SchemaObject } from "../../json/json-schema.js";
import { referencesIn } from "../reading/references-in.js";
import { isSame } from "../reading/same.js";
import { keepOrigin, without } from "../reading/walk.js";

/** @param changed the definitions that are not what they were, themselves or in anything they refer to. */
export function overlapping(before: SchemaObject, after: SchemaObject, changed: ReadonlySet<string>): SchemaObject {
  if (after.oneOf === undefined) return after;
  // A tag leads to definitions: a branch that was written out is none.
  if (after.discriminator !== undefined && after.oneOf.every(isReference)) return after;
  const isChanged = after.oneOf.some((branch, index) => differs(branch, before.oneOf?.[index], changed));
  return isChanged ? withAnyOf(without(after, "discriminator")) : after;
}

const isReference = (branch: Schema): boolean => typeof branch === "boolean" || branch.$ref !== undefined;

/** `oneOf` becomes `anyOf`, at its place among the keywords. */
export function withAnyOf(schema: SchemaObject): SchemaObject {
  const { oneOf, anyOf, allOf = [] } = schema;
  if (oneOf === undefined) return schema;
  const entries = Object.entries(schema).flatMap(([keyword, value]): [string, unknown][] => {
    if (anyOf === undefined) return [[keyword === "oneOf" ? "anyOf" : keyword, value]];
    return keyword === "oneOf"
      ? [["allOf", [...allOf, { anyOf: oneOf }]]]
      : keyword === "allOf"
        ? []
        : [[keyword, value]];
  });
  return keepOrigin(Object.fromEntries(entries) as SchemaObject, schema);
}

const differs = (after: Schema, before: Schema | undefined, changed: ReadonlySet<string>): boolean =>
  !isSame(after, before) || referencesIn(after).some((name) => changed.has(name));
