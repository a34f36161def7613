/**
 * Whether a tag's own schema takes a value, as far as its keywords tell at once: through references, `allOf` and `anyOf`. What
 * else it says is taken to hold.
 */
import { codePoints } from "../../runtime/code-points.js";
import { matches } from "../matches.js";
import { definitionOf } from "../tagged-union.js";
import type { Definitions, Schema, SchemaObject } from "../../json/json-schema.js";

export function takesTag(schema: Schema | undefined, tag: string, $defs: Definitions): boolean {
  const said = [schema, definitionOf(schema, $defs)].filter((each) => each !== undefined);
  return said.every((each) => (typeof each === "boolean" ? each : asksOf(each, tag, $defs)));
}

function asksOf(schema: SchemaObject, tag: string, $defs: Definitions): boolean {
  const { type = "string", enum: values = [tag], const: only = tag, allOf = [], anyOf = [true] } = schema;
  const takes = (each: Schema): boolean => takesTag(each, tag, $defs);
  return (
    [type].flat().includes("string") &&
    values.includes(tag) &&
    only === tag &&
    hasLength(schema, codePoints(tag)) &&
    fits(schema["pattern"], tag) &&
    allOf.every(takes) &&
    anyOf.some(takes)
  );
}

const hasLength = ({ minLength: least = 0, maxLength: most = Infinity }: SchemaObject, length: number): boolean =>
  length >= Number(least) && length <= Number(most);

const fits = (pattern: unknown, tag: string): boolean => typeof pattern !== "string" || matches(pattern, tag, true);
