/** Definitions in; what of them can be seen in a type out: closedness mostly cannot, nor what is said of sender and server. */
import type { SchemaObject } from "../../json/json-schema.js";
import { branchesWithout } from "../reading/tagged-union.js";
import { mapObjectsIn, without } from "../reading/walk.js";
import type { Shapes } from "./differing.js";
import { withAnyOf } from "./overlap.js";

export const asTypes = (all: Shapes): Shapes =>
  new Map([...all].map(([own, schema]) => [own, mapObjectsIn(schema, visible)]));

function visible(schema: SchemaObject): SchemaObject {
  const { additionalProperties: others, discriminator: published } = schema;
  const hidden = others === false && isNamed(schema) ? ["additionalProperties"] : [];
  const rest = without(schema, "readOnly", "writeOnly", "default", ...hidden);
  if (published === undefined) return withAnyOf(rest);
  const { unknown, ...discriminator } = published;
  return { ...rest, oneOf: branchesWithout(rest.oneOf, new Set([unknown])), discriminator };
}

/** Whether a type names its members; without names it has an index signature, which tells closed from open. */
const isNamed = ({ properties = {}, required = [], patternProperties }: SchemaObject): boolean =>
  Object.keys(properties).length + required.length > 0 && patternProperties === undefined;
