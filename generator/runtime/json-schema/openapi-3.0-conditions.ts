/** The conditions of JSON Schema 2020-12 as the alternatives that OpenAPI 3.0 has: keywords in, schemas that all must hold out. */
import type { SchemaKeywords } from "./subschemas.js";
import { wordless } from "./wordless.js";

export function conditionsAsAlternatives(schema: SchemaKeywords): readonly SchemaKeywords[] {
  const { dependentRequired = {}, dependentSchemas = {} } = schema as Readonly<Record<string, SchemaKeywords>>;
  const { if: condition, then, else: otherwise } = schema;
  return [
    ...(condition !== undefined && then !== undefined ? [{ anyOf: [{ not: condition }, then] }] : []),
    ...(condition !== undefined && otherwise !== undefined ? [{ anyOf: [condition, otherwise] }] : []),
    ...Object.entries(dependentRequired)
      .filter(([, names]) => (names as readonly string[]).length > 0)
      .map(([key, required]) => ({ anyOf: [lacks(key), { required }] })),
    ...Object.entries(dependentSchemas).map(([key, each]) => ({ anyOf: [lacks(key), each] })),
    ...containing(schema),
  ];
}

/** Whatever is not an object with this property. */
const lacks = (key: string): SchemaKeywords => ({ not: { type: "object", required: [key] } });

function containing({ contains, minContains = 1, maxContains }: SchemaKeywords): readonly SchemaKeywords[] {
  if (contains === undefined || (minContains === 0 && maxContains === undefined)) return [];
  if (minContains !== 1 || maxContains !== undefined) {
    throw wordless("openapi-3.0", maxContains === undefined ? "minContains" : "maxContains");
  }
  return [{ not: { type: "array", items: { not: contains } } }];
}
