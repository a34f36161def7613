/**
 * One schema as its sender writes it (request) or as the server answers it (response). Local: references stay as they are.
 */
import type { Direction } from "../../contract.js";
import type { Schema } from "../../json/json-schema.js";
import { asRequest } from "./as-request.js";
import { asResponse } from "./as-response.js";
import type { ShapeRules } from "./members.js";
import { sameValueOf } from "./same-value.js";

const none: ReadonlySet<string> = new Set();

/** @param own the definition's name. */
export function shapeOf(own: string, schema: Schema, direction: Direction, rules: ShapeRules): Schema {
  if (typeof schema === "boolean") return schema;
  const tags = { picking: rules.pickingTags.get(own) ?? [], defaults: rules.defaultTags.get(own) ?? none };
  if (direction === "request") return asRequest(schema, rules, sameValueOf(schema, rules.$defs), tags);
  const isRest = rules.widened.has(own);
  const properties = { ...schema.properties, ...rules.widened.get(own) };
  const impliedTags = rules.impliedTags.get(own) ?? none;
  const answered = isRest ? { ...schema, properties } : schema;
  return asResponse(answered, rules, sameValueOf(answered, rules.$defs), { tags, impliedTags, isRest });
}
