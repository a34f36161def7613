/**
 * A schema in, the choices that it leaves for a whole value out: each a list of schemas of which a valid value fits one.
 */
import type { Definitions, Schema, SchemaObject } from "../schema/json-schema.js";

export function choicesIn(schema: SchemaObject): readonly (readonly Schema[])[] {
  const { anyOf, oneOf, dependentRequired = {}, dependentSchemas = {} } = schema;
  const requiring = Object.entries(dependentRequired).map(([name, required]) => [name, { required }] as const);
  return [
    anyOf,
    oneOf,
    conditional(schema),
    dependent(Object.fromEntries(requiring)),
    dependent(dependentSchemas),
  ].filter((choices) => choices !== undefined);
}

/** What fits `if` fits `then` as well, the rest fits `else`; a condition inside a condition is more than a type should say. */
function conditional({
  if: condition,
  then = true,
  else: otherwise = true,
}: SchemaObject): readonly Schema[] | undefined {
  if (condition === undefined || [then, otherwise].some(isConditional)) return undefined;
  return [{ allOf: [condition, then] }, { allOf: [{ not: condition }, otherwise] }];
}

const isConditional = (schema: Schema): boolean =>
  typeof schema === "object" && (schema.if !== undefined || (schema.allOf ?? []).some(isConditional));

/** The property is absent, or what depends on it holds. With one more the cases would be twice as many. */
function dependent(dependencies: Definitions): readonly Schema[] | undefined {
  const [first, second] = Object.entries(dependencies);
  if (first === undefined || second !== undefined) return undefined;
  const [name, schema] = first;
  return [{ properties: Object.fromEntries([[name, false]]) }, schema];
}
