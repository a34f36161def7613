/**
 * Schemas and where they stand in; the name of the type of each out, and a problem for each that may not be. The contract's name counts
 * first, then the key of a component or of `$defs`, then `title`, then where it stands.
 */
import { diagnostic, placeOfSchema } from "../../diagnostics.js";
import type { Schema } from "../../json/json-schema.js";
import type { Context } from "../context.js";
import { globalNames } from "./global-names.js";
import { pascalCase } from "./identifier-case.js";
import { otherName } from "./other-name.js";
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
  return { nameAt, claim };

  function claim(location: string, schema: Schema, fromPath: string): string {
    const known = nameAt.get(location);
    if (known !== undefined) return known;
    const title = typeof schema === "object" && schema.title ? pascalCase(schema.title) : undefined;
    const chosen = given.get(location) ?? nameFromKey(location) ?? title ?? fromPath;
    const at = placeOfSchema(schema);
    const first = firstOf.get(chosen);
    const line = otherName(location, chosen, context);
    const told = { name: chosen, location, line };
    if (first !== undefined) {
      // The place is the first one's: the message says where the second is.
      const more = { key: "`names`", example: `, as in ${line}` };
      context.problems.push(diagnostic("SW220", placeOfSchema(first) ?? at, { ...told, ...more }));
    } else if (globalNames.has(chosen)) context.problems.push(diagnostic("SW221", at, told));
    else if (packageTypeNames.has(chosen)) context.problems.push(diagnostic("SW223", at, told));
    nameAt.set(location, chosen);
    firstOf.set(chosen, schema);
    return chosen;
  }
}
