/**
 * How AJV writes the keywords whose subschemas stand in place: properties and items. AJV's own definitions skip a
 * property named `__proto__`, cannot name one with half a surrogate pair, and keep books that nothing here needs.
 */
import { _, getProperty, not, or, type Name } from "ajv/dist/compile/codegen/index.js";
import { Type } from "ajv/dist/compile/util.js";
import type { KeywordCxt } from "ajv/dist/compile/validate/index.js";
import { usePattern } from "ajv/dist/vocabularies/code.js";
import { acceptsAll, propertyOf, type Definitions, type Schema } from "../../../json/json-schema.js";
import { formatPointer } from "../../../json/pointer.js";
import { atKey, forEachKey, hasProperty, missingProperty, readsProperty, useList, type Keyword } from "./keyword.js";
import type { ProjectedSchema } from "../program/program.js";

export const placeKeywords: readonly Keyword[] = [
  { keyword: "required", type: "object", error: missingProperty, code: required },
  { keyword: "properties", type: "object", code: properties },
  { keyword: "patternProperties", type: "object", code: patternProperties },
  { keyword: "additionalProperties", type: "object", error: atKey, code: additionalProperties },
  { keyword: "items", type: "array", code: items },
];

/** A property is looked up once: one that must be there is checked where it is missed. */
function required(cxt: KeywordCxt): void {
  for (const key of cxt.schema as readonly string[]) {
    const miss = (): void => {
      cxt.setParams({ missingProperty: key });
      cxt.error();
    };
    if (isChecked(cxt, key)) cxt.gen.if(hasProperty(cxt, key), () => inPlace(cxt, ["properties", key], key), miss);
    else cxt.gen.if(not(hasProperty(cxt, key)), miss);
  }
}

function properties(cxt: KeywordCxt): void {
  const { required = [] } = cxt.parentSchema as ProjectedSchema;
  const isRequired = new Set(required);
  for (const key of Object.keys(cxt.schema as Definitions)) {
    if (!isRequired.has(key) && isChecked(cxt, key))
      cxt.gen.if(readsProperty(cxt, key), () => inPlace(cxt, ["properties", key], key));
  }
}

const isChecked = (cxt: KeywordCxt, key: string): boolean =>
  !acceptsAll(propertyOf(cxt.parentSchema as ProjectedSchema, key) ?? true);

function patternProperties(cxt: KeywordCxt): void {
  const patterns = Object.entries(cxt.schema as Definitions).filter(([, schema]) => !acceptsAll(schema));
  for (const [pattern] of patterns) {
    forEachKey(cxt, (key) =>
      cxt.gen.if(_`${usePattern(cxt, pattern)}.test(${key})`, () => inPlace(cxt, ["patternProperties", pattern], key)),
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
    const refuse = (): void => (schema === false ? cxt.error() : inPlace(cxt, ["additionalProperties"], key));
    if (known.length > 0) gen.if(not(or(...known)), refuse);
    else refuse();
  });
}

/** Items behind those that `prefixItems` names (JSON Schema 2020-12, core 10.3.1.2). */
function items(cxt: KeywordCxt): void {
  const { prefixItems = [] } = cxt.parentSchema as ProjectedSchema;
  if (acceptsAll(cxt.schema as Schema)) return;
  if (cxt.schema === false) return cxt.fail(_`${cxt.data}.length > ${prefixItems.length}`);
  cxt.gen.forRange("i", prefixItems.length, _`${cxt.data}.length`, (index) => inPlace(cxt, ["items"], index));
}

/** The code of a subschema at a path below the schema that `cxt` is in, for the data or its member at `place`. */
export function inPlace(cxt: KeywordCxt, path: readonly string[], place?: Name | string): void {
  const { it, gen, parentSchema } = cxt;
  cxt.subschema(
    {
      schema: path.reduce((schema, key) => (schema as Record<string, unknown>)[key], parentSchema as unknown) as Schema,
      schemaPath: path.reduce((code, step) => _`${code}${getProperty(step)}`, it.schemaPath),
      errSchemaPath: it.errSchemaPath + formatPointer(path),
      topSchemaRef: it.topSchemaRef,
      ...(place !== undefined && { dataProp: place, dataPropType: path[0] === "items" ? Type.Num : Type.Str }),
    },
    gen.name("valid"),
  );
}
