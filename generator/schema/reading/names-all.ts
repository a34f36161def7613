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
  const branches = said.flatMap(({ anyOf = [], oneOf = [] }) => [...anyOf, ...oneOf]);
  const isOpen = said.some(({ additionalProperties, patternProperties }) => additionalProperties ?? patternProperties);
  const isSilent = branches.length === 0 && said.every(saysNothingOfMembers);
  return Object.entries(value).every(([key, each]) => {
    const named = said.map((one) => propertyOf(one, key)).filter((property) => property !== undefined);
    if (named.length > 0) return named.every((property) => namesAll(property, each, $defs));
    return isOpen || isSilent || branches.some((branch) => namesAll(branch, { [key]: each }, $defs));
  });
}

const saysNothingOfMembers = ({ properties, type = "object" }: SchemaObject): boolean =>
  properties === undefined && [type].flat().includes("object");
