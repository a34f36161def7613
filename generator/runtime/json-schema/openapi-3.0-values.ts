/** What OpenAPI 3.0 says of types and bounds in other words than JSON Schema 2020-12: keywords in, keywords out. */
import type { SchemaKeywords } from "./subschemas.js";

/** One type, and `nullable` beside it; several are alternatives. A list always says of what. */
export function nullAsFlag(schema: SchemaKeywords): SchemaKeywords {
  const types = "type" in schema ? [schema["type"]].flat() : [];
  const isNullable = types.includes("null");
  const [first, ...more] = types
    .filter((type) => type !== "null")
    .map((type) => ({
      type,
      ...(type === "array" && !("items" in schema || "prefixItems" in schema) && { items: {} }),
      ...(isNullable && { nullable: true }),
    }));
  if (first === undefined) return isNullable ? { type: "string", nullable: true, enum: [null] } : {};
  return more.length === 0 ? first : { anyOf: [first, ...more] };
}

/** An exclusive bound is a bound with a flag; of two bounds the tighter one is told. */
export function boundAsFlag(
  schema: SchemaKeywords,
  inclusive: "minimum" | "maximum",
  exclusive: "exclusiveMinimum" | "exclusiveMaximum",
): SchemaKeywords {
  const { [inclusive]: limit, [exclusive]: beyond } = schema as Readonly<Record<string, number | undefined>>;
  if (beyond === undefined) return limit === undefined ? {} : { [inclusive]: limit };
  const isTighter = limit === undefined || (inclusive === "minimum" ? beyond >= limit : beyond <= limit);
  return isTighter ? { [inclusive]: beyond, [exclusive]: true } : { [inclusive]: limit };
}
