/**
 * Where something names a child of a tagged base itself, the place says what the tag would, and an answer leaves the tag out.
 * In: the definitions with the bases in them; out: the children of which that is so.
 */
import { reachable } from "../../graph.js";
import { refName, type Definitions, type Schema } from "../../json/json-schema.js";
import { isNull } from "../reading/kinds.js";
import { pickedBy } from "../reading/tagged-union.js";
import { subschemas } from "../reading/walk.js";

/** @param tagsOf definition → the tags with which its ancestors reach it. */
export function impliedTags(
  $defs: Definitions,
  tagsOf: ReadonlyMap<string, ReadonlyMap<string, unknown>>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const implied = new Map<string, Set<string>>();
  const named = new Set(Object.values($defs).flatMap(namedAlone));
  for (const own of named) imply(own, [...(tagsOf.get(own)?.keys() ?? [])]);
  return implied;

  /** What is implied of a base is implied of all that descends from it. */
  function imply(base: string, tags: readonly string[]): void {
    if (tags.length === 0) return;
    for (const own of reachable([base], (each) => pickedBy($defs[each])))
      implied.set(own, new Set([...(implied.get(own) ?? []), ...tags]));
  }
}

/** The definitions that are the only choice of some place. By now inheritance is merged: every `$ref` is the type of a value. */
function namedAlone(schema: Schema): readonly string[] {
  if (typeof schema === "boolean") return [];
  const own = schema.$ref === undefined ? [] : [refName(schema.$ref)];
  const choices = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].filter((choice) => !isNull(choice));
  const among = new Set(
    choices.length > 1 ? choices.filter((choice) => typeof choice === "object" && choice.$ref) : [],
  );
  return [
    ...own,
    ...subschemas(schema)
      .filter((child) => !among.has(child))
      .flatMap(namedAlone),
  ];
}
