/** Where schemas stand inside a schema (JSON Schema 2020-12, core section 10 and validation vocabularies): the one place that knows it. */

/** A JSON Schema of any dialect. */
export type SchemaNode = boolean | SchemaKeywords;
export type SchemaKeywords = Readonly<Record<string, unknown>>;

/** Keyword → whether its value is a schema, a list of schemas, or schemas by key. */
export const placesOfSchemas: ReadonlyMap<string, Arrangement> = /* @__PURE__ */ new Map<string, Arrangement>([
  ["additionalProperties", "single"],
  ["contains", "single"],
  ["contentSchema", "single"],
  ["else", "single"],
  ["if", "single"],
  ["items", "single"],
  ["not", "single"],
  ["propertyNames", "single"],
  ["then", "single"],
  ["unevaluatedItems", "single"],
  ["unevaluatedProperties", "single"],
  ["allOf", "listed"],
  ["anyOf", "listed"],
  ["oneOf", "listed"],
  ["prefixItems", "listed"],
  ["$defs", "keyed"],
  ["definitions", "keyed"],
  ["dependentSchemas", "keyed"],
  ["patternProperties", "keyed"],
  ["properties", "keyed"],
]);

type Arrangement = "single" | "listed" | "keyed";

/** A new schema with every direct subschema replaced. */
export function changeSubschemas(
  schema: SchemaKeywords,
  change: (child: SchemaNode, keyword: string) => SchemaNode,
): SchemaKeywords {
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      const below = (child: unknown): SchemaNode => change(child as SchemaNode, keyword);
      const place = placesOfSchemas.get(keyword);
      if (place === "single") return [keyword, below(value)];
      if (place === "listed") return [keyword, (value as readonly unknown[]).map(below)];
      return [keyword, place === "keyed" ? changeValues(value as SchemaKeywords, below) : value];
    }),
  );
}

export const changeValues = (map: SchemaKeywords, change: (value: unknown) => unknown): SchemaKeywords =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
