/**
 * Where a tagged union may also be a step reference, TypeScript goes by the tag only if every choice says something of it. In:
 * the definitions as types see them; out: the same, with a reference that has none of those tags.
 */
import { reachable } from "../../graph.js";
import type { Definitions, Schema } from "../../json/json-schema.js";
import { referableValue, stepReference } from "./step-references.js";
import { definitionOf } from "../reading/definition-of.js";
import { discriminatorOf, pickedBy } from "../reading/tagged-union.js";
import { objectsIn } from "../reading/walk.js";

const noTag: Schema = { not: true, description: "Never there: it is what tells other values apart." };

export function taglessReference($defs: Definitions): Definitions {
  const reference = $defs[stepReference];
  if (typeof reference !== "object") return $defs;
  const values = Object.values($defs)
    .flatMap(objectsIn)
    .map(referableValue)
    .filter((value) => value !== undefined);
  const unions = reachable(
    values.map((value) => definitionOf(value, $defs)),
    (union) => pickedBy(union).map((name) => definitionOf($defs[name], $defs)),
  );
  const tags = new Set([...unions].flatMap((union) => discriminatorOf(union)?.propertyName ?? []));
  const own = reference.properties ?? {};
  const without = Object.fromEntries([...tags].filter((tag) => !Object.hasOwn(own, tag)).map((tag) => [tag, noTag]));
  return { ...$defs, [stepReference]: { ...reference, properties: { ...own, ...without } } };
}
