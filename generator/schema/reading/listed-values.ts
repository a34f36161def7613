/** A schema in; the values that it lists out, in `const` or in `enum`. */
import type { Json, Schema, SchemaObject } from "../../json/json-schema.js";
import { multimap } from "../../multimap.js";
import { equal } from "../../runtime/equal.js";
import { canonicalText } from "../../runtime/unique.js";

/** Both keywords at once allow what is in both; undefined where there is neither. */
export function valuesOf({ const: single, enum: listed }: SchemaObject): readonly Json[] | undefined {
  if (single === undefined) return listed;
  return listed === undefined || listed.some((each) => equal(each, single)) ? [single] : [];
}

/** The one string that a schema lists; undefined where it takes anything else. */
export function constantOf(schema: Schema | undefined): string | undefined {
  const [only, ...others] = typeof schema === "object" ? (valuesOf(schema) ?? []) : [];
  return typeof only === "string" && others.length === 0 ? only : undefined;
}

/** The values that fit a choice of lists, in their order: two branches of a `oneOf` that list a value refuse it. */
export function valuesOfChoice(choice: "anyOf" | "oneOf", lists: readonly (readonly Json[])[]): readonly Json[] {
  const found = lists.flatMap((list) => [...new Map(list.map((value) => [canonicalText(value), value] as const))]);
  const fitting = [...multimap(found).values()].filter(({ length }) => choice === "anyOf" || length === 1);
  return fitting.map(([value]) => value);
}
