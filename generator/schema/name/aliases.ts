/**
 * Bundled definitions in; which of them say nothing but `$ref`, and what that comes to, out.
 */
import { refName, type Definitions } from "../../json/json-schema.js";

/** Location → the location at the end of the references. One that only leads back to itself is no alias. */
export function aliasesIn($defs: Definitions): ReadonlyMap<string, string> {
  const next = new Map(
    Object.entries($defs).flatMap(([location, schema]) =>
      typeof schema === "object" && schema.$ref !== undefined && Object.keys(schema).length === 1
        ? [[location, refName(schema.$ref)] as const]
        : [],
    ),
  );
  const ends = [...next.keys()].map((location) => [location, endOf(location, next)] as const);
  return new Map(ends.flatMap(([location, end]) => (end === undefined ? [] : [[location, end] as const])));
}

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
