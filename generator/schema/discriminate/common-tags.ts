/**
 * The part of rule **discriminate** for a branch that is a choice itself, as TypeScript's `A & (B | C)` becomes: definitions in; the
 * same out, where such a choice says beside its branches the constants that all of them have, or the same lists of them. A tag among
 * these tells it from others.
 */
import type { Definitions, Schema, SchemaObject } from "../../json/json-schema.js";
import { definitionOf } from "../reading/definition-of.js";
import { mapDefinitions, objectsIn } from "../reading/walk.js";
import { flattened } from "./flatten.js";
import { choicesOf, referredBy, requiredValues } from "./recognise.js";

export function withCommonTags($defs: Definitions): Definitions {
  const branches = new Set(Object.values($defs).flatMap(objectsIn).flatMap(amongOthers));
  if (![...branches].some((name) => choicesOf($defs[name]) !== undefined)) return $defs;
  const flat = flattened($defs);
  return mapDefinitions($defs, (schema, own) => (branches.has(own) ? withTagsOfAll(schema, flat) : schema));
}

/** The branches that are named; one beside `null` has no other to be told from. */
function amongOthers({ anyOf = [], oneOf = [] }: SchemaObject): readonly string[] {
  const names = [...anyOf, ...oneOf].flatMap((branch) => referredBy(branch) ?? []);
  return names.length > 1 ? names : [];
}

function withTagsOfAll(schema: Schema, $defs: Definitions): Schema {
  const choices = choicesOf(schema)?.map((choice) => definitionOf(choice, $defs)) ?? [];
  const [first] = choices;
  if (typeof schema === "boolean" || typeof first !== "object" || choices.length === 1) return schema;
  const tags = (first.required ?? []).flatMap((name): [string, Schema][] => {
    const [values = [], ...others] = choices.map((each) => requiredValues(each, name, $defs));
    const [constant] = values;
    if (constant === undefined || !others.every((each) => isSameList(each, values))) return [];
    return [[name, values.length === 1 ? { const: constant } : { enum: values }]];
  });
  if (tags.length === 0) return schema;
  return {
    type: "object",
    required: tags.map(([name]) => name),
    properties: Object.fromEntries(tags),
    ...schema,
  };
}

/** Whatever their order. */
const isSameList = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((each) => others.includes(each));
