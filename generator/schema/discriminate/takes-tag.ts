/**
 * Whether a tag's own schema takes a value, as far as its keywords tell at once: through references, `allOf` and `anyOf`. What
 * else it says is taken to hold.
 */
import { codePoints } from "../../runtime/code-points.js";
import { matches } from "../reading/matches.js";
import { saidOf } from "../reading/said-of.js";
import { refName, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";

export function takesTag(schema: Schema | undefined, tag: string, $defs: Definitions): boolean {
  return schema !== false && saidOf(schema, $defs).every((each) => asksOf(each, tag, $defs));
}

function asksOf(schema: SchemaObject, tag: string, $defs: Definitions): boolean {
  const { $ref, type = "string", enum: values = [tag], const: only = tag, allOf = [], anyOf = [true] } = schema;
  return (
    [type].flat().includes("string") &&
    values.includes(tag) &&
    only === tag &&
    hasLength(schema, codePoints(tag)) &&
    fits(schema["pattern"], tag) &&
    ($ref === undefined || $defs[refName($ref)] !== false) &&
    !allOf.includes(false) &&
    anyOf.some((each) => takesTag(each, tag, $defs))
  );
}

const hasLength = ({ minLength: least = 0, maxLength: most = Infinity }: SchemaObject, length: number): boolean =>
  length >= Number(least) && length <= Number(most);

const fits = (pattern: unknown, tag: string): boolean => typeof pattern !== "string" || (matches(pattern, tag) ?? true);
