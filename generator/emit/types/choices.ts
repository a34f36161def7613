/**
 * A schema in, the choices that it leaves for a whole value out: each a list of schemas of which a valid value fits one.
 */
import type { Definitions, Schema, SchemaObject } from "../../json/json-schema.js";
import { everyKind } from "../../schema/reading/kinds.js";
import type { KindReader } from "../../schema/reading/kind-reader.js";
import { withoutOthers } from "./without-others.js";

// Each dependency doubles the cases.
const mostDependencies = 3;

export function choicesIn(schema: SchemaObject, $defs: Definitions, kinds: KindReader): readonly (readonly Schema[])[] {
  const { anyOf, oneOf, dependentRequired = {}, dependentSchemas = {} } = schema;
  const asks = (needed: Schema): boolean => kinds.full(needed).length < everyKind.length;
  const requiring = Object.entries(dependentRequired).map(([name, required]) => [name, { required }] as const);
  return [
    anyOf,
    oneOf && (schema.discriminator === undefined ? withoutOthers(oneOf, $defs, kinds) : oneOf),
    conditional(schema),
    ...dependent([...requiring, ...Object.entries(dependentSchemas)].filter(([, needed]) => asks(needed))),
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

/** The property is absent, or what depends on it holds. */
function dependent(dependencies: readonly (readonly [string, Schema])[]): readonly (readonly Schema[])[] {
  if (dependencies.length > mostDependencies) return [];
  return dependencies.map(([name, schema]) => [{ properties: Object.fromEntries([[name, false]]) }, schema]);
}
