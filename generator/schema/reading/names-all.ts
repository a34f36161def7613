/**
 * Whether a schema speaks of every property that a value has, at any depth, or of others in general. In TypeScript one that it does not
 * name is a slip, where a validator lets it pass.
 */
import {
  isObject,
  propertyOf,
  type Definitions,
  type Json,
  type Schema,
  type SchemaObject,
} from "../../json/json-schema.js";
import { conjunctsOf } from "./conjuncts.js";
import { matches } from "./matches.js";

export function namesAll(schema: Schema, value: Json, $defs: Definitions): boolean {
  const said = conjunctsOf(schema, $defs);
  if (Array.isArray(value)) {
    const items = said.flatMap((each) => [
      ...(each.prefixItems ?? []),
      ...(each.items === undefined ? [] : [each.items]),
    ]);
    return value.every((item) => items.every((each) => namesAll(each, item, $defs)));
  }
  if (!isObject(value)) return true;
  const branches = said.flatMap((one) => [...(one.anyOf ?? []), ...(one.oneOf ?? []), ...casesOf(one)]);
  const isOpen = said.some(({ additionalProperties = false }) => additionalProperties !== false);
  const isSilent = branches.length === 0 && said.every(saysNothingOfMembers);
  return Object.entries(value).every(([key, each]) => {
    const named = said.flatMap((one) => [...byName(one, key), ...byPattern(one, key)]);
    if (named.length > 0) return named.every((property) => namesAll(property, each, $defs));
    return isOpen || isSilent || branches.some((branch) => namesAll(branch, { [key]: each }, $defs));
  });
}

/** What a condition comes to when it holds, and when it does not. */
const casesOf = (schema: SchemaObject): readonly Schema[] =>
  schema.if === undefined ? [] : [{ allOf: [schema.if, schema.then ?? true] }, schema.else ?? true];

function byName(schema: SchemaObject, key: string): readonly Schema[] {
  const property = propertyOf(schema, key);
  return property === undefined ? [] : [property];
}

const byPattern = ({ patternProperties = {} }: SchemaObject, key: string): readonly Schema[] =>
  Object.entries(patternProperties).flatMap(([pattern, schema]) => (matches(pattern, key) === true ? [schema] : []));

const namingKeywords = ["properties", "patternProperties", "dependentRequired", "dependentSchemas"];

const saysNothingOfMembers = (schema: SchemaObject): boolean =>
  namingKeywords.every((keyword) => schema[keyword] === undefined) &&
  [schema.type ?? "object"].flat().includes("object");
