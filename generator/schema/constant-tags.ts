/**
 * Rule **constant tags**: a `oneOf` or `anyOf` whose branches carry constants that are no strings, as `{ "const": 4 }`, is a tagged
 * union like others. That takes no value more or less: directions and step references, which go by tags, are done by now.
 */
import type { Definitions } from "../json/json-schema.js";
import { flattened } from "./discriminate/flatten.js";
import { recognise, requiredConstants } from "./discriminate/recognise.js";
import { mapDefinitions } from "./reading/walk.js";

export function constantTags($defs: Definitions): Definitions {
  const flat = flattened($defs);
  return mapDefinitions($defs, (schema) => recognise(schema, flat, requiredConstants));
}
