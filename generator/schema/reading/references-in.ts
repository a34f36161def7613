/**
 * Which definitions lead to which others: a schema or a few names in, the names of the definitions that they refer to out.
 */
import { refName, type Schema } from "../../json/json-schema.js";
import { objectsIn } from "./walk.js";

/** The definitions that a schema refers to, itself or in anything inside it. */
export const referencesIn = (schema: Schema): readonly string[] =>
  objectsIn(schema).flatMap(({ $ref }) => ($ref === undefined ? [] : [refName($ref)]));

/** Definitions and all that they lead to, in the order in which they are reached. */
export function reachedFrom(
  names: readonly string[],
  definitionOf: (name: string) => Schema | undefined,
): ReadonlySet<string> {
  const reached = new Set(names);
  // A set that grows while it is read: a chain of references may be longer than the stack.
  for (const own of reached) for (const next of referencesIn(definitionOf(own) ?? true)) reached.add(next);
  return reached;
}
