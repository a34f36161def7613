/**
 * The two kinds of parts that can be left over, properties and items: which keywords evaluate them, and how a schema says
 * what the rest must be when it is known what the others evaluate.
 */
import { onlyCounting, unnamed, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { isConstant, says } from "../reading/conjuncts.js";

export interface Leftover {
  readonly keyword: "unevaluatedProperties" | "unevaluatedItems";
  /** Whether a schema's own keywords evaluate anything of this kind. */
  speaks(schema: SchemaObject): boolean;
  /** Whether a schema's own keywords evaluate anything that those of `others` do not. */
  adds(schema: SchemaObject, others: readonly SchemaObject[]): boolean;
  /** The schema with `rest` for what none of `others` evaluates; the schemas of `elsewhere` do so in other cases. */
  close(
    schema: SchemaObject,
    others: readonly SchemaObject[],
    rest: Schema,
    change: (schema: Schema) => Schema,
    elsewhere?: readonly SchemaObject[],
  ): SchemaObject;
}

export const propertiesLeft = ($defs: Definitions): Leftover => ({
  keyword: "unevaluatedProperties",
  speaks: (schema) =>
    ["properties", "patternProperties", "additionalProperties", "unevaluatedProperties"].some((key) => key in schema),
  adds: (schema, others) =>
    ["additionalProperties", "unevaluatedProperties"].some((keyword) => keyword in schema) ||
    (["properties", "patternProperties"] as const).some((keyword) =>
      Object.entries(schema[keyword] ?? {}).some(
        ([name, each]) =>
          direction(each, $defs) !== true || !others.some((other) => Object.hasOwn(other[keyword] ?? {}, name)),
      ),
    ),
  close(schema, others, rest, _change, elsewhere = []) {
    if (others.some((each) => "additionalProperties" in each || "unevaluatedProperties" in each)) return schema;
    const known = { ...anything(others, "properties", $defs), ...schema.properties };
    const patterns = anything(others, "patternProperties", $defs);
    // `additionalProperties` refuses them as well, but a type is open to what it does not name.
    const named = rest === false && patterns === undefined ? elsewhere.flatMap(namesOf) : [];
    const properties = { ...Object.fromEntries(named.map((name) => [name, false] as const)), ...known };
    return {
      ...schema,
      ...(Object.keys(properties).length > 0 && { properties }),
      ...(named.length > 0 && { [unnamed]: named.filter((name) => !Object.hasOwn(known, name)) }),
      ...(patterns && { patternProperties: { ...patterns, ...schema.patternProperties } }),
      additionalProperties: rest,
    };
  },
});

export const itemsLeft: Leftover = {
  keyword: "unevaluatedItems",
  speaks: (schema) =>
    ["prefixItems", "items", "unevaluatedItems"].some((key) => key in schema) || foundIn(schema) !== undefined,
  adds: () => true,
  close(schema, others, rest, change) {
    if (others.some((each) => "items" in each || "unevaluatedItems" in each)) return schema;
    const own = schema.prefixItems ?? [];
    const length = others.reduce((most, { prefixItems = [] }) => Math.max(most, prefixItems.length), 0);
    const padding = Array.from({ length: Math.max(0, length - own.length) }, () => true);
    const prefixItems = [...own, ...padding];
    const alternatives = others.map(foundIn).flatMap((found) => (found === undefined ? [] : [change(found)]));
    return {
      ...schema,
      ...(prefixItems.length > 0 && { prefixItems }),
      items: alternatives.length === 0 ? rest : { anyOf: [...(rest === false ? [] : [rest]), ...alternatives] },
    };
  },
};

/** What `contains` evaluates. */
const foundIn = (schema: SchemaObject): Schema | undefined =>
  schema[onlyCounting] === true ? undefined : schema.contains;

const namesOf = ({ properties = {} }: SchemaObject): readonly string[] => Object.keys(properties);

/**
 * The names that schemas list under a keyword, each for anything; undefined where they list none. Who sends a property
 * stays said of it: a request that is closed has no room for what the server alone writes.
 */
function anything(schemas: readonly SchemaObject[], keyword: string, $defs: Definitions): Definitions | undefined {
  const listed = schemas.flatMap((each) => Object.entries((each[keyword] ?? {}) as Definitions));
  return listed.length === 0
    ? undefined
    : Object.fromEntries(listed.map(([name, schema]) => [name, direction(schema, $defs)]));
}

/** A constant is sent and answered, whoever assigns it. */
function direction(schema: Schema, $defs: Definitions): Schema {
  if (isConstant(schema, $defs)) return true;
  const said = (["readOnly", "writeOnly"] as const).filter((keyword) => says(schema, keyword, $defs));
  return said.length === 0 || Object.fromEntries(said.map((keyword) => [keyword, true]));
}
