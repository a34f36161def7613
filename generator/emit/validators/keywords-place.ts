/**
 * How AJV writes the keywords whose subschemas stand in place: properties and items. AJV's own definitions skip a
 * property named `__proto__`, cannot name one with half a surrogate pair, and keep books that nothing here needs.
 */
import { _, getProperty, not, or, type Name } from "ajv/dist/compile/codegen/index.js";
import { Type } from "ajv/dist/compile/util.js";
import type { KeywordCxt } from "ajv/dist/compile/validate/index.js";
import { usePattern } from "ajv/dist/vocabularies/code.js";
import { isObject, type Definitions, type Schema } from "../../schema/json-schema.js";
import { formatPointer } from "../../schema/pointer.js";
import { atKey, forEachKey, hasProperty, useList, type Keyword } from "./keyword.js";

export const placeKeywords: readonly Keyword[] = [
  { keyword: "properties", type: "object", code: properties },
  { keyword: "patternProperties", type: "object", code: patternProperties },
  { keyword: "additionalProperties", type: "object", error: atKey, code: additionalProperties },
  { keyword: "items", type: "array", code: items },
];

function properties(cxt: KeywordCxt): void {
  for (const [key, schema] of Object.entries(cxt.schema as Definitions)) {
    if (!acceptsAll(schema)) cxt.gen.if(hasProperty(cxt, key), () => inPlace(cxt, [key], key));
  }
}

function patternProperties(cxt: KeywordCxt): void {
  const patterns = Object.entries(cxt.schema as Definitions).filter(([, schema]) => !acceptsAll(schema));
  for (const [pattern] of patterns) {
    forEachKey(cxt, (key) =>
      cxt.gen.if(_`${usePattern(cxt, pattern)}.test(${key})`, () => inPlace(cxt, [pattern], key)),
    );
  }
}

/** Properties that neither `properties` nor `patternProperties` names (JSON Schema 2020-12, core 10.3.2.3). */
function additionalProperties(cxt: KeywordCxt): void {
  const { gen, schema, parentSchema } = cxt;
  if (acceptsAll(schema as Schema)) return;
  const { properties = {}, patternProperties = {} } = parentSchema as {
    properties?: Definitions;
    patternProperties?: Definitions;
  };
  const names = Object.keys(properties);
  forEachKey(cxt, (key) => {
    const known = Object.keys(patternProperties).map((pattern) => _`${usePattern(cxt, pattern)}.test(${key})`);
    if (names.length > 0) known.unshift(_`${useList(cxt, names)}.includes(${key})`);
    const refuse = (): void => (schema === false ? cxt.error() : inPlace(cxt, [], key));
    if (known.length > 0) gen.if(not(or(...known)), refuse);
    else refuse();
  });
}

/** Items behind those that `prefixItems` names (JSON Schema 2020-12, core 10.3.1.2). */
function items(cxt: KeywordCxt): void {
  const { prefixItems = [] } = cxt.parentSchema as { prefixItems?: readonly Schema[] };
  if (acceptsAll(cxt.schema as Schema)) return;
  if (cxt.schema === false) return cxt.fail(_`${cxt.data}.length > ${prefixItems.length}`);
  cxt.gen.forRange("i", prefixItems.length, _`${cxt.data}.length`, (index) => inPlace(cxt, [], index));
}

const acceptsAll = (schema: Schema): boolean =>
  schema === true || (isObject(schema) && Object.keys(schema).length === 0);

/** The code of a subschema: the keyword's value, or the member of it at `below`, for the data or its member at `place`. */
export function inPlace(cxt: KeywordCxt, below: readonly string[], place?: Name | string): void {
  const { keyword, it, gen } = cxt;
  const steps = [keyword, ...below];
  cxt.subschema(
    {
      schema: below.reduce((schema, key) => (schema as Record<string, unknown>)[key], cxt.schema as unknown) as Schema,
      schemaPath: steps.reduce((path, step) => _`${path}${getProperty(step)}`, it.schemaPath),
      errSchemaPath: it.errSchemaPath + formatPointer(steps),
      topSchemaRef: it.topSchemaRef,
      ...(place !== undefined && { dataProp: place, dataPropType: keyword === "items" ? Type.Num : Type.Str }),
    },
    gen.name("valid"),
  );
}
