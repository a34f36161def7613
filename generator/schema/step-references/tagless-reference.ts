/**
 * Where a tagged union may also be a step reference, TypeScript goes by the tag only if every choice says something of it. In:
 * the definitions as types see them; out: the same, with a reference of its own for such places, which has none of those tags.
 */
import { refTo, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { freeName } from "../../words/free-name.js";
import { definitionOf } from "../reading/definition-of.js";
import { mapDefinitions, mapObjectsIn } from "../reading/walk.js";
import { referenceDefinition, stepReference } from "./step-references.js";

const noTag: Schema = { not: true, description: "Never there in a reference: it tells the other values apart." };

export function taglessReference($defs: Definitions): Definitions {
  const name = freeName(`Untagged${stepReference}`, (taken) => Object.hasOwn($defs, taken));
  const tags = new Set<string>();
  const replaced = mapDefinitions($defs, (schema) => mapObjectsIn(schema, besideTags));
  const properties = Object.fromEntries([...tags].map((tag) => [tag, noTag]));
  const description = `A \`${stepReference}\` in place of a value of several kinds, which a tag tells apart.`;
  return tags.size === 0 ? $defs : { ...replaced, [name]: { description, $ref: refTo(stepReference), properties } };

  function besideTags(schema: SchemaObject): SchemaObject {
    const { anyOf: choices = [] } = schema;
    if (!choices.some(isReference)) return schema;
    const beside = choices.flatMap((choice) => tagsOf(choice, $defs, new Set())).filter((tag) => !isOwn(tag));
    if (beside.length === 0) return schema;
    for (const tag of beside) tags.add(tag);
    return { ...schema, anyOf: choices.map((choice) => (isReference(choice) ? { $ref: refTo(name) } : choice)) };
  }
}

const isOwn = (property: string): boolean => Object.hasOwn(referenceDefinition.properties ?? {}, property);

const isReference = (schema: Schema): schema is SchemaObject =>
  typeof schema === "object" && schema.$ref === refTo(stepReference);

/** The tags of a union, level by level; one that may be null as well is a choice of its own. */
function tagsOf(schema: Schema, $defs: Definitions, seen: Set<Schema>): readonly string[] {
  const union = definitionOf(schema, $defs);
  if (typeof union !== "object" || seen.has(union)) return [];
  seen.add(union);
  const { discriminator, oneOf = [], anyOf = [] } = union;
  const below = [...oneOf, ...anyOf].flatMap((branch) => tagsOf(branch, $defs, seen));
  return discriminator === undefined ? below : [discriminator.propertyName, ...below];
}
