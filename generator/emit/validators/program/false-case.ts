/** A schema in, the same with a condition of which one case can never hold said as what it comes to: the other case must. */
import type { Schema, SchemaObject } from "../../../json/json-schema.js";
import { without } from "../../../schema/reading/walk.js";

export function withoutFalseCase(schema: SchemaObject): SchemaObject {
  const { if: condition, then = true, else: otherwise = true, allOf = [] } = schema;
  if (condition === undefined || (then === false) === (otherwise === false)) return schema;
  const rest = without(schema, "if", "then", "else");
  const holds = (...all: readonly Schema[]): readonly Schema[] => [...allOf, ...all.filter((each) => each !== true)];
  if (otherwise === false) return { ...rest, allOf: holds(condition, then) };
  return "not" in rest
    ? { ...rest, allOf: holds({ not: condition }, otherwise) }
    : { ...rest, not: condition, allOf: holds(otherwise) };
}
