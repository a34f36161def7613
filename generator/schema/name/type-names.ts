/**
 * Schemas and where they stand in; the name of the type of each out, and a problem for each that may not be. The contract's name counts
 * first, then the key of a component or of `$defs`, then `title`, then where it stands.
 */
import { diagnostic, placeOfSchema } from "../../diagnostics.js";
import type { Schema } from "../../json/json-schema.js";
import type { Context } from "../context.js";
import { globalNames } from "./global-names.js";
import { pascalCase } from "./identifier-case.js";
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
  const firstOf = new Map<string, { readonly location: string; readonly schema: Schema }>();
  return { nameAt, claim };

  /** What can be written under `names`: the name with the package's in front. */
  function line({ name, location }: { readonly name: string; readonly location: string }): string {
    const [packageName = ""] = context.inputs.contract.package.name.split("/").slice(-1);
    return `${JSON.stringify(location)}: ${JSON.stringify(pascalCase(packageName) + name)}`;
  }

  function claim(location: string, schema: Schema, fromPath: string): string {
    const known = nameAt.get(location);
    if (known !== undefined) return known;
    const title = typeof schema === "object" && schema.title ? pascalCase(schema.title) : undefined;
    const chosen = given.get(location) ?? nameFromKey(location) ?? title ?? fromPath;
    const at = placeOfSchema(schema);
    const first = firstOf.get(chosen);
    const told = { name: chosen, location };
    if (first !== undefined) {
      // The place is the first one's: the message says where the second is, which `names` can name if it stands in no other file.
      const [one, other] = location.startsWith("#") ? [first.schema, location] : [schema, first.location];
      const place = placeOfSchema(one) ?? at;
      context.problems.push(diagnostic("SW220", place, { ...told, location: other, key: "`names`" }));
    } else if (globalNames.has(chosen)) context.problems.push(diagnostic("SW221", at, { ...told, line: line(told) }));
    else if (packageTypeNames.has(chosen))
      context.problems.push(diagnostic("SW223", at, { ...told, line: line(told) }));
    nameAt.set(location, chosen);
    firstOf.set(chosen, { location, schema });
    return chosen;
  }
}
