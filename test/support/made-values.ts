/**
 * For fast-check: values made for a schema, some that it should accept, some that miss by little, some that have nothing
 * to do with it.
 */
import fc from "fast-check";
import {
  isObject,
  refName,
  type Definitions,
  type Json,
  type Schema,
  type SchemaObject,
} from "#generator/json/json-schema.js";

export const keys = fc.constantFrom("a", "b", "c", "kind", "toString", "constructor", "a/b~c", "0", "é'\"");
export const numbers = fc.constantFrom(-1, 0, 1, 2, 2.5, 3, 4, 10, 2 ** 31, 2 ** 63, 1e21);
const strings = fc.constantFrom("", "a", "ab", "abc", "cat", "dog", "😀", "x1", "é", "urn:a", "1985-04-12T23:20:50Z");
const scalars: fc.Arbitrary<Json> = fc.oneof(fc.constantFrom(null, true, false), numbers, strings);

/** Small values of any kind. */
export const data: fc.Arbitrary<Json> = fc.letrec<{ data: Json }>((tie) => ({
  data: fc.oneof(
    { maxDepth: 2, depthSize: "small", withCrossShrink: true },
    { arbitrary: scalars, weight: 4 },
    { arbitrary: fc.array(tie("data"), { maxLength: 3 }), weight: 1 },
    { arbitrary: fc.dictionary(keys, tie("data"), { maxKeys: 3 }), weight: 1 },
  ),
})).data;

/** @param depth how many levels below it may be made on purpose; what is deeper is any value. */
export function valuesFor(schema: Schema | undefined, $defs: Definitions, depth = 4): fc.Arbitrary<Json> {
  if (typeof schema !== "object" || depth <= 0) return data;
  const below: Below = (child) => valuesFor(child, $defs, depth - 1);
  const made = [
    ...(schema.const === undefined ? [] : [fc.constant(schema.const)]),
    ...(schema.enum === undefined ? [] : [fc.constantFrom(...schema.enum)]),
    ...(schema.$ref === undefined ? [] : [below($defs[refName(schema.$ref)])]),
    ...partsOf(schema).map(below),
    ...(schema.allOf === undefined ? [] : [all(schema.allOf, below)]),
    ...(concerns(schema, "string") ? [strings] : []),
    ...(concerns(schema, "number", "integer") ? [numbers] : []),
    ...(concerns(schema, "boolean", "null") ? [fc.constantFrom(null, true, false)] : []),
    ...(concerns(schema, "array") ? [arrays(schema, below)] : []),
    ...(concerns(schema, "object") ? objects(schema, below) : []),
  ];
  return fc.oneof({ arbitrary: data, weight: 1 }, ...made.map((arbitrary) => ({ arbitrary, weight: 2 })));
}

type Below = (child: Schema | undefined) => fc.Arbitrary<Json>;

/** The schemas for the same value. */
function partsOf(schema: SchemaObject): readonly Schema[] {
  const { anyOf = [], oneOf = [], allOf = [] } = schema;
  const single = ["not", "if", "then", "else"]
    .map((keyword) => schema[keyword] as Schema | undefined)
    .filter((part) => part !== undefined);
  return [...anyOf, ...oneOf, ...allOf, ...single];
}

const keywordsFor: Readonly<Record<string, readonly string[]>> = {
  string: ["minLength", "maxLength", "pattern", "format"],
  number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  array: ["items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems"],
  object: [
    ...["properties", "required", "patternProperties", "additionalProperties", "propertyNames"],
    ...["minProperties", "maxProperties", "dependentRequired", "dependentSchemas"],
  ],
};

const concerns = (schema: SchemaObject, ...types: readonly string[]): boolean =>
  types.some(
    (type) => [schema.type].flat().includes(type as never) || keywordsFor[type]?.some((keyword) => keyword in schema),
  );

function arrays({ prefixItems = [], items, contains }: SchemaObject, below: Below): fc.Arbitrary<Json> {
  const rest = fc.array(fc.oneof(below(items), below(contains as Schema | undefined)), { maxLength: 3 });
  return fc.tuple(fc.tuple(...prefixItems.map(below)), rest).map(([first, more]) => [...first, ...more]);
}

/** Objects with nothing but known properties, and others. */
function objects({ properties = {}, required = [] }: SchemaObject, below: Below): readonly fc.Arbitrary<Json>[] {
  const wanted = required.filter((key) => !Object.hasOwn(properties, key)).map((key) => [key, data] as const);
  const known = Object.entries(properties).map(([key, child]) => [key, below(child)] as const);
  const optional = (arbitrary: fc.Arbitrary<Json>, key: string): fc.Arbitrary<readonly [string, Json] | undefined> => {
    const entry = arbitrary.map((value) => [key, value] as const);
    return required.includes(key) ? entry : fc.option(entry, { nil: undefined });
  };
  const entries = fc.tuple(...[...known, ...wanted].map(([key, arbitrary]) => optional(arbitrary, key)));
  const closed = entries.map((each) => Object.fromEntries(each.filter((entry) => entry !== undefined)) as Json);
  const more = fc.dictionary(keys, data, { maxKeys: 2 });
  return [closed, fc.tuple(closed, more).map(([own, others]) => ({ ...others, ...(own as object) }))];
}

/** Objects made for each of several schemas, as one. */
const all = (schemas: readonly Schema[], below: Below): fc.Arbitrary<Json> =>
  fc
    .tuple(...schemas.map(below))
    .map((values) => (values.every(isObject) ? (Object.assign({}, ...values) as Json) : (values[0] ?? null)));
