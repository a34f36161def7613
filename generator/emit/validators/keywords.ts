/**
 * How AJV writes the keywords that a projection changes: calls by name instead of code in place, exact arithmetic,
 * known properties without the schema's text. AJV's own definitions stay for all others.
 */
import { _, Name, nil, not, or, stringify, type Code } from "ajv/dist/compile/codegen/index.js";
import { checkDataTypes } from "ajv/dist/compile/validate/dataType.js";
import type { KeywordCxt } from "ajv/dist/compile/validate/index.js";
import type { CodeKeywordDefinition, KeywordErrorDefinition } from "ajv/dist/types/index.js";
import type { JSONType } from "ajv/dist/compile/rules.js";
import { Type } from "ajv/dist/compile/util.js";
import { usePattern } from "ajv/dist/vocabularies/code.js";
import type { Branch } from "./program.js";

/** The name under which generated code calls a function of the runtime; the rewriter knows it by this prefix. */
export const runtimeCall = (name: string): Name => new Name(`$rt_${name}`);

/** An error about one key of an object: the rewriter puts the key at the end of the path. */
const atKey: KeywordErrorDefinition = { message: "", params: ({ params }) => _`{key: ${params["key"] as Name}}` };

/** `callName("Job")` is the identifier that stands for Job's guard until the rewriter puts the real name. */
export type CallName = (target: string) => Name;

export function keywordDefinitions(callName: CallName): readonly CodeKeywordDefinition[] {
  const holds = (branch: Branch, data: Name): Code =>
    "call" in branch ? _`${callName(branch.call)}(${data})` : checkDataTypes(branch.types as JSONType[], data, true);
  const fails = (branch: Branch, data: Name): Code => not(holds(branch, data));
  const require = (cxt: KeywordCxt, branch: Branch, data = cxt.data): void => {
    cxt.gen.if(fails(branch, data), () => cxt.error());
  };

  return [
    { keyword: "call", code: (cxt) => cxt.fail(_`!${callName(cxt.schema as string)}(${cxt.data})`) },
    { keyword: "allOf", code: (cxt) => (cxt.schema as Branch[]).forEach((branch) => require(cxt, branch)) },
    { keyword: "anyOf", code: (cxt) => cxt.fail(not(or(...(cxt.schema as Branch[]).map((each) => holds(each, cxt.data))))) },
    {
      keyword: "oneOf",
      code(cxt) {
        const count = (cxt.schema as Branch[]).map((each) => _`Number(${holds(each, cxt.data)})`);
        cxt.fail(_`${count.reduce((sum, each) => _`${sum} + ${each}`)} !== 1`);
      },
    },
    { keyword: "not", code: (cxt) => cxt.fail(holds(cxt.schema as Branch, cxt.data)) },
    {
      keyword: "if",
      code(cxt) {
        const { then, else: otherwise } = cxt.parentSchema as { then?: Branch; else?: Branch };
        if (then === undefined && otherwise === undefined) return;
        cxt.gen.if(holds(cxt.schema as Branch, cxt.data));
        if (then !== undefined) require(cxt, then);
        if (otherwise !== undefined) {
          cxt.gen.else();
          require(cxt, otherwise);
        }
        cxt.gen.endIf();
      },
    },
    {
      keyword: "contains",
      type: "array",
      code(cxt) {
        const { minContains = 1, maxContains } = cxt.parentSchema as { minContains?: number; maxContains?: number };
        const count = cxt.gen.let("count", 0);
        cxt.gen.forOf("item", cxt.data, (item) => cxt.gen.if(holds(cxt.schema as Branch, item), () => cxt.gen.code(_`${count}++`)));
        const tooMany = maxContains === undefined ? nil : _` || ${count} > ${maxContains}`;
        cxt.fail(_`${count} < ${minContains}${tooMany}`);
      },
    },
    {
      keyword: "propertyNames",
      type: "object",
      error: atKey,
      code(cxt) {
        cxt.gen.forOf("key", _`Object.keys(${cxt.data})`, (key) => {
          cxt.setParams({ key });
          require(cxt, cxt.schema as Branch, key);
        });
      },
    },
    {
      keyword: "dependentSchemas",
      type: "object",
      code(cxt) {
        for (const [key, branch] of Object.entries(cxt.schema as Record<string, Branch>)) {
          cxt.gen.if(_`Object.hasOwn(${cxt.data}, ${key})`, () => require(cxt, branch));
        }
      },
    },
    { keyword: "uniqueItems", type: "array", code: (cxt) => cxt.schema === true && cxt.fail(_`${runtimeCall("hasDuplicates")}(${cxt.data})`) },
    { keyword: "multipleOf", type: "number", code: (cxt) => cxt.fail(_`!${runtimeCall("isMultipleOf")}(${cxt.data}, ${cxt.schema})`) },
    { keyword: "additionalProperties", type: "object", error: atKey, code: additionalProperties },
  ];
}

/** Properties that neither `properties` nor `patternProperties` names (JSON Schema 2020-12, core 10.3.2.3). */
function additionalProperties(cxt: KeywordCxt): void {
  const { gen, data, schema, parentSchema } = cxt;
  if (schema === true || (typeof schema === "object" && Object.keys(schema as object).length === 0)) return;
  const { properties = {}, patternProperties = {} } = parentSchema as { properties?: object; patternProperties?: object };
  const names = Object.keys(properties);
  gen.forOf("key", _`Object.keys(${data})`, (key) => {
    const known = Object.keys(patternProperties).map((pattern) => _`${usePattern(cxt, pattern)}.test(${key})`);
    if (names.length > 0) {
      const list = gen.scopeValue("obj", { ref: names, key: JSON.stringify(names), code: stringify(names) });
      known.unshift(_`${list}.includes(${key})`);
    }
    gen.if(known.length > 0 ? not(or(...known)) : _`true`, () => {
      if (schema !== false) return void cxt.subschema({ keyword: "additionalProperties", dataProp: key, dataPropType: Type.Str }, gen.name("valid"));
      cxt.setParams({ key });
      cxt.error();
    });
  });
}
