/**
 * Rule **closed beside**: `additionalProperties: false` knows the properties that stand beside it and no others (JSON Schema 2020-12,
 * core 10.3.2.3), so beside branches it forbids what they name. Hardly anyone means that: a warning, of what is sent only, as
 * answers are read open.
 */
import { diagnostic, placeOfKeyword } from "../diagnostics.js";
import type { Definitions, Schema, SchemaObject } from "../json/json-schema.js";
import type { Context } from "./context.js";
import { definitionOf } from "./reading/definition-of.js";
import { objectsIn } from "./reading/walk.js";

/** @param $defs those of both directions, in which only a request is closed. */
export function closedBeside({ $defs }: { readonly $defs: Definitions }, { problems }: Context): void {
  for (const schema of Object.values($defs).flatMap(objectsIn)) {
    const { properties = {}, patternProperties, additionalProperties, oneOf = [], anyOf = [] } = schema;
    if (additionalProperties !== false || patternProperties !== undefined) continue;
    const named = [...oneOf, ...anyOf].flatMap(namesIn);
    const property = named.find((name) => !Object.hasOwn(properties, name));
    if (property !== undefined)
      problems.push(diagnostic("SW258", placeOfKeyword(schema, "additionalProperties"), { property }));
  }

  function namesIn(branch: Schema): readonly string[] {
    const { properties = {} } = (definitionOf(branch, $defs) ?? {}) as SchemaObject;
    return Object.keys(properties).filter((name) => properties[name] !== false);
  }
}
