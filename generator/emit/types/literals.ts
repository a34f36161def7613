/**
 * JSON values and property names in, TypeScript types and declared names out.
 */
import type { Json, SchemaObject } from "../../json/json-schema.js";
import { equal } from "../../runtime/equal.js";
import { valuesOf } from "../../schema/reading/listed-values.js";
import { kindOf, takesFractions, type Kind } from "../../schema/reading/kinds.js";
import { literal } from "../text/literal.js";
import { union, type TypeNode } from "./nodes.js";
import type { Projection } from "./projection.js";

/** The listed values that the rest of a schema leaves, of which only `kinds` can occur. */
export function literalTypes(
  schema: SchemaObject,
  kinds: readonly Kind[],
  values: readonly Json[],
  { placeholders }: Pick<Projection, "placeholders">,
): TypeNode {
  const isInteger = (value: Json): boolean => typeof value !== "number" || Number.isInteger(value);
  const left = values.filter(
    (value) =>
      kinds.includes(kindOf(value)) &&
      (takesFractions(schema) || isInteger(value)) &&
      !excludedValues(schema).some((excluded) => equal(excluded, value)),
  );
  return union(left.map((value) => ({ enum: [placeholders.hold(literalType(value))], kinds: [kindOf(value)] })));
}

/** The values that `not` lists, where it says nothing else. */
function excludedValues({ not }: SchemaObject): readonly Json[] {
  const isList = typeof not === "object" && Object.keys(not).length === 1;
  return isList ? (valuesOf(not) ?? []) : [];
}

/** The type with exactly this value: `"a"`, `-1`, `[1, 2]`, `{ a: null }`. */
export function literalType(value: Json): string {
  // Without parentheses Babel, which prettier asks, would take an index signature on the next line for a part of it.
  if (typeof value === "number" && value < 0) return `(${literal(value)})`;
  if (typeof value !== "object" || value === null) return literal(value);
  if (Array.isArray(value)) return `[${value.map(literalType).join(", ")}]`;
  const members = Object.entries(value).map(([key, member]) => `${propertyName(key)}: ${literalType(member)}`);
  return `{ ${members.length > 0 ? members.join("; ") : "[key: string]: never"} }`;
}

/** A property's name as a declaration writes it: quoted unless every TypeScript takes it for a name, of whatever Unicode version. */
export const propertyName = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name));
