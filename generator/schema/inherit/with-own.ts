/**
 * What a child inherits and what it says itself in; one schema in which both hold out. What does not simply add up stands in `allOf`.
 */
import type { Definitions, Schema, SchemaObject } from "../../json/json-schema.js";
import { bothSay } from "../reading/both-say.js";
import { isAssertion } from "../reading/fidelity.js";
import { keepOrigin, only, without } from "../reading/walk.js";

/** A closed child's property replaces the inherited one, unless it only has other words for it. */
export const withOwn = (inherited: SchemaObject, own: SchemaObject): SchemaObject =>
  together(inherited, own, (before, next) => (asksNothing(next) ? reworded(before, next) : next));

/** Two parts of one schema: a property is all that both say of it. */
export const bothParts = (one: SchemaObject, other: SchemaObject): SchemaObject => together(one, other, bothSay);

function together(
  one: SchemaObject,
  other: SchemaObject,
  property: (before: Schema, next: Schema) => Schema,
): SchemaObject {
  const required = [...new Set([...(one.required ?? []), ...(other.required ?? [])])];
  const properties = joined(one.properties, other.properties, property);
  const patternProperties = joined(patternsOf(one), patternsOf(other), bothSay);
  const others = [one, other].flatMap(({ additionalProperties }): readonly Schema[] =>
    additionalProperties === undefined ? [] : [additionalProperties],
  );
  const apart = contradicted(one, other);
  const aside = apart.length > 0 ? [keepOrigin(only(one, ...apart), one)] : [];
  const allOf = [...(one.allOf ?? []), ...aside, ...(other.allOf ?? [])];
  return {
    ...without(one, ...apart),
    ...other,
    ...(required.length > 0 && { required }),
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(Object.keys(patternProperties).length > 0 && { patternProperties }),
    ...(others.length > 0 && { additionalProperties: others.reduce(bothSay) }),
    ...(allOf.length > 0 && { allOf }),
  };
}

const joinable: ReadonlySet<string> = new Set([
  ...["required", "properties", "patternProperties", "additionalProperties", "allOf"],
]);

/** Keywords that mean nothing without each other. */
const inseparable: readonly (readonly string[])[] = [
  ["if", "then", "else"],
  ["contains", "minContains", "maxContains"],
  ["prefixItems", "items"],
];

/** The first schema's demands that the second says otherwise. */
function contradicted(one: SchemaObject, other: SchemaObject): readonly string[] {
  const said = (schema: SchemaObject, keywords: readonly string[]): string =>
    JSON.stringify(keywords.map((keyword) => schema[keyword]));
  return Object.keys(one).filter((keyword) => {
    const group = inseparable.find((each) => each.includes(keyword)) ?? [keyword];
    return (
      !joinable.has(keyword) &&
      isAssertion(keyword) &&
      group.some((each) => each in other) &&
      said(one, group) !== said(other, group)
    );
  });
}

function joined(
  one: Definitions = {},
  other: Definitions = {},
  both: (before: Schema, next: Schema) => Schema,
): Definitions {
  const entries = Object.entries(other).map(([key, next]) => {
    const before = Object.hasOwn(one, key) ? one[key] : undefined;
    return [key, before === undefined ? next : both(before, next)] as const;
  });
  return { ...one, ...Object.fromEntries(entries) };
}

const asksNothing = (schema: Schema): boolean =>
  typeof schema === "boolean" ? schema : !Object.keys(schema).some(isAssertion);

function reworded(before: Schema, words: Schema): Schema {
  if (typeof before === "boolean") return before ? words : before;
  return typeof words === "boolean" ? before : { ...before, ...words };
}

const patternsOf = (schema: SchemaObject): Definitions => schema.patternProperties ?? {};
