/**
 * The part of rule **discriminate** for a branch that is a choice itself, as TypeScript's `A & (B | C)` becomes: definitions in; the
 * same out, where such a choice says beside its branches the constants that all of them have. A tag among these tells it from others.
 */
import { propertyOf, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { definitionOf } from "../reading/definition-of.js";
import { constantOf } from "../reading/listed-values.js";
import { mapDefinitions, objectsIn } from "../reading/walk.js";
import { flattened } from "./flatten.js";
import { choicesOf, referredBy, requiredValues } from "./recognise.js";

export function withCommonTags($defs: Definitions): Definitions {
  const branches = new Set(Object.values($defs).flatMap(objectsIn).flatMap(amongOthers));
  if (![...branches].some((name) => choicesOf($defs[name]) !== undefined)) return $defs;
  const flat = flattened($defs);
  return mapDefinitions($defs, (schema, own) => (branches.has(own) ? withConstants(schema, flat) : schema));
}

/** The branches that are named; one beside `null` has no other to be told from. */
function amongOthers({ anyOf = [], oneOf = [] }: SchemaObject): readonly string[] {
  const names = [...anyOf, ...oneOf].flatMap((branch) => referredBy(branch) ?? []);
  return names.length > 1 ? names : [];
}

function withConstants(schema: Schema, $defs: Definitions): Schema {
  const choices = choicesOf(schema)?.map((choice) => definitionOf(choice, $defs)) ?? [];
  const [first] = choices;
  if (typeof schema === "boolean" || typeof first !== "object" || choices.length === 1) return schema;
  const constants = (first.required ?? []).flatMap((name) => {
    const constant = constantOf(propertyOf(first, name));
    const isCommon = choices.every((each) => {
      const [value, ...others] = requiredValues(each, name, $defs);
      return value === constant && others.length === 0;
    });
    return constant !== undefined && isCommon ? [[name, { const: constant }] as const] : [];
  });
  if (constants.length === 0) return schema;
  return {
    type: "object",
    required: constants.map(([name]) => name),
    properties: Object.fromEntries(constants),
    ...schema,
  };
}
