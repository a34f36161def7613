/** Definitions in; out: what picks each of them where it is a branch, and has to be there for that, whatever its default is. */
import { refName, type Definitions } from "../../json/json-schema.js";
import { lastName } from "../reading/definition-of.js";
import { objectsIn } from "../reading/walk.js";

/** Definition → the properties whose values pick it; not those of the branch that is taken where they are absent. */
export function pickingTags($defs: Definitions): ReadonlyMap<string, ReadonlySet<string>> {
  const tags = new Map<string, Set<string>>();
  for (const { discriminator } of Object.values($defs).flatMap(objectsIn)) {
    if (discriminator === undefined) continue;
    const { propertyName, mapping, absent, default: byDefault } = discriminator;
    for (const branch of Object.values(mapping ?? {})) {
      if (branch === absent || branch === byDefault) continue;
      for (const name of new Set([refName(branch), lastName(refName(branch), $defs)])) {
        tags.set(name, (tags.get(name) ?? new Set()).add(propertyName));
      }
    }
  }
  return tags;
}
