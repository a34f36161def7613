/**
 * Bundled definitions in; which of them are only a reference, and what that comes to, out. One that a key names may have words of
 * its own, and then is a type of its own.
 */
import { refName, type Definitions, type SchemaObject } from "../../json/json-schema.js";
import { isOnlyReference } from "../reading/definition-of.js";
import { without } from "../reading/walk.js";
import { nameFromKey } from "./place-names.js";

/**
 * Location → the location at the end of the references. One that only leads back to itself is no alias.
 * @param steps where the contract says that steps stand: other words for them make no other steps.
 */
export function aliasesIn($defs: Definitions, steps: ReadonlySet<string>): ReadonlyMap<string, string> {
  const next = new Map(
    Object.entries($defs).flatMap(([location, schema]) => {
      if (typeof schema === "boolean") return [];
      const reference = steps.has(location) ? asReference(schema) : schema;
      const { $ref } = reference;
      return $ref !== undefined && isAlias(location, reference, $ref, steps)
        ? [[location, refName($ref)] as const]
        : [];
    }),
  );
  const ends = [...next.keys()].map((location) => [location, endOf(location, next)] as const);
  return new Map(ends.flatMap(([location, end]) => (end === undefined ? [] : [[location, end] as const])));
}

/** `allOf` with a reference alone says the same: it is how OpenAPI 3.0 puts words beside one. */
function asReference(schema: SchemaObject): SchemaObject {
  const [part, ...others] = schema.allOf ?? [];
  if (schema.$ref !== undefined || part === undefined || others.length > 0 || !isOnlyReference(part)) return schema;
  return { ...without(schema, "allOf"), $ref: part.$ref };
}

const isAlias = (location: string, schema: SchemaObject, $ref: string, steps: ReadonlySet<string>): boolean =>
  Object.keys(schema).length === 1 ||
  ((nameFromKey(location) === undefined || steps.has(location) || steps.has(refName($ref))) &&
    schema.default === undefined &&
    isOnlyReference(schema));

function endOf(location: string, next: ReadonlyMap<string, string>): string | undefined {
  const seen = new Set<string>();
  let end = location;
  for (let target = next.get(end); target !== undefined; target = next.get(end)) {
    if (seen.has(target)) return undefined;
    seen.add(target);
    end = target;
  }
  return end;
}
