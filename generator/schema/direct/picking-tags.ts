/** Definitions in; out: what picks each of them where it is a branch, and has to be there for that, whatever its default is. */
import { refName, type Definitions } from "../../json/json-schema.js";
import { multimap } from "../../multimap.js";
import { lastName } from "../reading/definition-of.js";
import { objectsIn } from "../reading/walk.js";

/** Definition → the properties whose values pick it; not those of the branch that is taken where they are absent. */
export function pickingTags($defs: Definitions): ReadonlyMap<string, readonly string[]> {
  return multimap(
    Object.values($defs)
      .flatMap(objectsIn)
      .flatMap(({ discriminator }) => {
        if (discriminator === undefined) return [];
        const { propertyName, mapping, absent, default: byDefault } = discriminator;
        const picked = Object.values(mapping).filter((branch) => branch !== absent && branch !== byDefault);
        const names = picked.map(refName).flatMap((name) => [name, lastName(name, $defs)]);
        return names.map((name) => [name, propertyName] as const);
      }),
  );
}
