/**
 * A schema in, the same with what `dependentSchemas` forbids said where others look for it out: a property that may not be there
 * beside itself may not be there, and that is wrong with the property, not with its object.
 */
import type { SchemaObject } from "../../../json/json-schema.js";

export function withForbidden(schema: SchemaObject): SchemaObject {
  const { dependentSchemas, ...others } = schema;
  const [forbidden, kept] = [true, false].map((isForbidden) =>
    Object.entries(dependentSchemas ?? {}).filter(([, each]) => (each === false) === isForbidden),
  );
  if (forbidden === undefined || forbidden.length === 0) return schema;
  return {
    ...others,
    properties: { ...others.properties, ...Object.fromEntries(forbidden) },
    ...(kept && kept.length > 0 && { dependentSchemas: Object.fromEntries(kept) }),
  };
}
