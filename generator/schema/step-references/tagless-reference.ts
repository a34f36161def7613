/**
 * Where a tagged union may also be a step reference, TypeScript goes by the tag only if every choice says something of it. In:
 * the definitions as types see them; out: the same, with a reference that has none of those tags.
 */
import { refName, refTo, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { stepReference } from "./step-references.js";
import { definitionOf } from "../reading/definition-of.js";
import { objectsIn } from "../reading/walk.js";

const noTag: Schema = { not: true, description: "Never there: it is what tells other values apart." };

export function taglessReference($defs: Definitions): Definitions {
  const reference = $defs[stepReference];
  if (typeof reference !== "object") return $defs;
  const tags = new Set(
    Object.values($defs)
      .flatMap(objectsIn)
      .flatMap((schema) => tagsBesideReference(schema, $defs)),
  );
  const own = reference.properties ?? {};
  const without = Object.fromEntries([...tags].filter((tag) => !Object.hasOwn(own, tag)).map((tag) => [tag, noTag]));
  return { ...$defs, [stepReference]: { ...reference, properties: { ...own, ...without } } };
}

function tagsBesideReference({ anyOf: choices = [] }: SchemaObject, $defs: Definitions): readonly string[] {
  const isReferable = choices.some((choice) => typeof choice === "object" && choice.$ref === refTo(stepReference));
  return isReferable ? choices.flatMap((choice) => tagsOf(choice, $defs, new Set())) : [];
}

/** The tags of a union, level by level. */
function tagsOf(schema: Schema, $defs: Definitions, seen: Set<string>): readonly string[] {
  const union = definitionOf(schema, $defs);
  if (typeof union !== "object" || union.discriminator === undefined) return [];
  const { propertyName, mapping } = union.discriminator;
  const below = Object.values(mapping).filter((ref) => !seen.has(ref));
  for (const ref of below) seen.add(ref);
  return [propertyName, ...below.flatMap((ref) => tagsOf($defs[refName(ref)] ?? true, $defs, seen))];
}
