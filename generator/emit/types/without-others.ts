/**
 * The branches of a `oneOf` in; out, each without the property that would make a value fit another branch as well. A value
 * that has what the other demands, where that demands nothing else, fits both, and so none.
 */
import type { Definitions, Schema } from "../../json/json-schema.js";
import type { KindReader } from "../../schema/reading/kind-reader.js";
import { definitionOf, meantBy } from "../../schema/reading/definition-of.js";
import { without } from "../../schema/reading/walk.js";

export function withoutOthers(branches: readonly Schema[], $defs: Definitions, kinds: KindReader): readonly Schema[] {
  const demands = branches.map((branch) => demandedNames(meantBy(branch, $defs), kinds));
  return branches.map((branch, own) => {
    if (typeof branch === "boolean") return branch;
    const resolved = definitionOf(branch, $defs);
    const required = new Set(typeof resolved === "object" ? resolved.required : []);
    const absent = demands.flatMap((names, other) => {
      const [first, ...more] = other === own || names === undefined ? [] : names.filter((name) => !required.has(name));
      return first === undefined || more.length > 0 ? [] : [first];
    });
    if (absent.length === 0) return branch;
    const properties = [...Object.entries(branch.properties ?? {}), ...absent.map((name) => [name, false] as const)];
    return { ...branch, properties: Object.fromEntries(properties) };
  });
}

/** Names of which a schema takes every object that has them all; undefined where it asks more than that. */
function demandedNames(schema: Schema, kinds: KindReader): readonly string[] | undefined {
  if (typeof schema === "boolean" || schema.$ref !== undefined) return undefined;
  return kinds.full(without(schema, "required")).includes("object") ? schema.required : undefined;
}
