/**
 * Schemas and where they stand in; the name of the type of each out, and a problem for each that may not be. The contract's name counts
 * first, then the key of a component or of `$defs`, then `title`, then where it stands.
 */
import { diagnostic, placeOfSchema } from "../../diagnostics.js";
import type { Schema } from "../../json/json-schema.js";
import { freeName } from "../../words/free-name.js";
import type { Context } from "../context.js";
import { globalNames } from "./global-names.js";
import { pascalCase } from "./identifier-case.js";
import { contractName, nameLine, underKey, withPackageName } from "./other-name.js";
import { packageTypeNames } from "./package-names.js";
import { nameFromKey } from "./place-names.js";

interface TypeNames {
  /** Location → name. */
  readonly nameAt: Map<string, string>;
  /** The name of the schema at a location, decided once. @param fromPath the one by where it stands. */
  claim(location: string, schema: Schema, fromPath: string): string;
}

export function typeNames(given: ReadonlyMap<string, string>, context: Context): TypeNames {
  const nameAt = new Map<string, string>();
  const firstOf = new Map<string, Schema>();
  const proposed = new Set<string>();
  return { nameAt, claim };

  /** The first of these that is free still, for `names`: many types may want one name. */
  function proposal(...wanted: readonly string[]): string {
    const isTaken = (name: string): boolean =>
      [firstOf, proposed, globalNames, packageTypeNames].some((names) => names.has(name));
    const name = wanted.find((each) => !isTaken(each)) ?? freeName(wanted.at(-1) ?? "", isTaken);
    proposed.add(name);
    return name;
  }

  function claim(location: string, schema: Schema, fromPath: string): string {
    const known = nameAt.get(location);
    if (known !== undefined) return known;
    const title = typeof schema === "object" && schema.title ? pascalCase(schema.title) : undefined;
    const chosen = given.get(location) ?? nameFromKey(location) ?? title ?? fromPath;
    const at = placeOfSchema(schema);
    const first = firstOf.get(chosen);
    const told = { name: chosen, location };
    const ownName = withPackageName(chosen, context);
    const line = (name: string): string => nameLine(location, name);
    firstOf.set(chosen, schema);
    nameAt.set(location, chosen);
    if (first !== undefined) {
      const other = proposal(contractName(fromPath), ownName);
      // Named so, it is a type like any other: what is wrong with the names inside is told in the same run.
      nameAt.set(location, other);
      firstOf.set(other, schema);
      // The place is the first one's: the message says where the second is.
      const where = underKey("names", line(other));
      context.problems.push(diagnostic("SW220", placeOfSchema(first) ?? at, { ...told, where }));
    } else if (globalNames.has(chosen))
      context.problems.push(diagnostic("SW221", at, { ...told, line: line(proposal(ownName)) }));
    else if (packageTypeNames.has(chosen))
      context.problems.push(diagnostic("SW223", at, { ...told, line: line(proposal(ownName)) }));
    return nameAt.get(location) ?? chosen;
  }
}
