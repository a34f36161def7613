/**
 * Bundled definitions in; which of them are only a reference, and what that comes to, out. One that a key names may have words of
 * its own, and then is a type of its own.
 */
import { refName, type Definitions, type SchemaObject } from "../../json/json-schema.js";
import { isOnlyReference } from "../reading/definition-of.js";
import { componentName } from "./place-names.js";

/** Location → the location at the end of the references. One that only leads back to itself is no alias. */
export function aliasesIn($defs: Definitions): ReadonlyMap<string, string> {
  const next = new Map(
    Object.entries($defs).flatMap(([location, schema]) =>
      typeof schema === "object" && schema.$ref !== undefined && isAlias(location, schema)
        ? [[location, refName(schema.$ref)] as const]
        : [],
    ),
  );
  const ends = [...next.keys()].map((location) => [location, endOf(location, next)] as const);
  return new Map(ends.flatMap(([location, end]) => (end === undefined ? [] : [[location, end] as const])));
}

const isAlias = (location: string, schema: SchemaObject): boolean =>
  Object.keys(schema).length === 1 ||
  (componentName(location) === undefined && schema.default === undefined && isOnlyReference(schema));

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
