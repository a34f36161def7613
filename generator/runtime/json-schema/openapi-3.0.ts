/**
 * JSON Schema 2020-12 → a Schema Object of OpenAPI 3.0.3 (section "Schema Object"), one schema at a time: its subschemas are
 * Schema Objects already.
 */
import { besideReference } from "./draft-07.js";
import { conditionsAsAlternatives } from "./openapi-3.0-conditions.js";
import { tupleAsList } from "./openapi-3.0-tuples.js";
import { boundAsFlag, nullAsFlag } from "./openapi-3.0-values.js";
import type { SchemaKeywords } from "./subschemas.js";
import { wordless } from "./wordless.js";

/** @throws RangeError where OpenAPI 3.0 has no words: patterns of property names, counts of `contains`. */
export function asOpenApi30(schema: SchemaKeywords): SchemaKeywords {
  const missing = ["patternProperties", "propertyNames"].find((keyword) => keyword in schema);
  if (missing !== undefined) throw wordless("openapi-3.0", missing);
  const same = Object.fromEntries(Object.entries(schema).filter(([keyword]) => openApiKeywords.has(keyword)));
  const { examples, required } = schema as Readonly<Record<string, readonly unknown[] | undefined>>;
  const own = {
    ...same,
    ...tupleAsList(schema),
    ...boundAsFlag(schema, "minimum", "exclusiveMinimum"),
    ...boundAsFlag(schema, "maximum", "exclusiveMaximum"),
    ...(required?.length && { required }),
    ...(examples?.length && { example: examples[0] }),
  };
  const all = allTogether([
    own,
    nullAsFlag(schema),
    ...("const" in schema ? [{ enum: [schema["const"]] }] : []),
    ...("enum" in schema ? [oneOfValues(schema["enum"] as readonly unknown[])] : []),
    ...conditionsAsAlternatives(schema),
  ]);
  return besideReference(all);
}

const oneOfValues = (values: readonly unknown[]): SchemaKeywords =>
  values.length > 0 ? { enum: values } : { not: {} };

/** What means the same in both. */
const openApiKeywords: ReadonlySet<string> = new Set([
  ...["$ref", "title", "description", "default", "format", "readOnly", "writeOnly", "deprecated", "discriminator"],
  ...["allOf", "anyOf", "oneOf", "not", "properties", "additionalProperties", "minProperties", "maxProperties"],
  ...["items", "minItems", "maxItems", "uniqueItems", "pattern", "minLength", "maxLength", "multipleOf"],
]);

/** One schema for several: those that speak of different things in one object, the others under `allOf`. */
function allTogether(schemas: readonly SchemaKeywords[]): SchemaKeywords {
  let together: SchemaKeywords = {};
  const apart: SchemaKeywords[] = [];
  for (const schema of schemas) {
    if (Object.keys(schema).some((keyword) => keyword in together)) apart.push(schema);
    else together = { ...together, ...schema };
  }
  if (apart.length === 0) return together;
  const { allOf = [], ...others } = together;
  return { ...others, allOf: [...(allOf as readonly unknown[]), ...apart] };
}
