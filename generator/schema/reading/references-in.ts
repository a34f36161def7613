/**
 * Which definitions lead to which others: a schema or a few names in, the names of the definitions that they refer to out.
 */
import { reachable } from "../../graph.js";
import { referredName, type Schema } from "../../json/json-schema.js";
import { objectsIn } from "./walk.js";

/** The definitions that a schema refers to, itself or in anything inside it. */
export const referencesIn = (schema: Schema): readonly string[] =>
  objectsIn(schema).flatMap((each) => referredName(each) ?? []);

/** Definitions and all that they lead to, in the order in which they are reached. */
export const reachedFrom = (
  names: readonly string[],
  definitionOf: (name: string) => Schema | undefined,
): ReadonlySet<string> => reachable(names, (own) => referencesIn(definitionOf(own) ?? true));
