/**
 * How AJV writes the keywords whose subschemas are called by name: conditions on the value as a whole, its items or its
 * keys. See `ProjectedSchema` for what each keyword's value is.
 */
import { _, nil, not, or, type Code, type Name } from "ajv/dist/compile/codegen/index.js";
import type { JSONType } from "ajv/dist/compile/rules.js";
import { checkDataType } from "ajv/dist/compile/validate/dataType.js";
import type { KeywordCxt } from "ajv/dist/compile/validate/index.js";
import { stepReference } from "../../../schema/step-references/step-references.js";
import type { CallIdentifiers } from "./call-identifiers.js";
import { atKey, forEachKey, hasProperty, type Keyword } from "./keyword.js";
import { inPlace } from "./keywords-place.js";
import { areApart } from "../program/branch-kinds.js";
import type { Branch, ProjectedSchema } from "../program/program.js";

export function branchKeywords(calls: CallIdentifiers): readonly Keyword[] {
  /** @param member the item or the key that is asked about; absent: the data itself. */
  const accepts = ({ data, it }: KeywordCxt, target: string, member?: Name): Code =>
    calls.call(target, member ?? data, it.dataLevel + (member === undefined ? 0 : 1));
  const holds = (cxt: KeywordCxt, branch: Branch, member?: Name): Code =>
    "call" in branch
      ? accepts(cxt, branch.call, member)
      : or(...branch.types.map((type) => checkDataType(type as JSONType, member ?? cxt.data, true)));
  /** In this shape the printer knows the call whose own issues are the ones to tell. */
  const require = (cxt: KeywordCxt, target: string): void =>
    void cxt.gen.if(not(accepts(cxt, target)), () => cxt.error());

  return [
    ...["call", "lastly"].map((keyword) => ({
      keyword,
      code: (cxt: KeywordCxt) => (cxt.schema as string[]).forEach((target) => require(cxt, target)),
    })),
    {
      keyword: "anyOf",
      code: anyOf,
    },
    {
      keyword: "oneOf",
      error: { message: "", params: ({ params: { count } }) => (count ? _`{count: ${count as Name}}` : _`{}`) },
      code: oneOf,
    },
    { keyword: "not", code: (cxt) => cxt.fail(holds(cxt, cxt.schema as Branch)) },
    { keyword: "if", code: ifThenElse },
    { keyword: "contains", type: "array", code: contains },
    { keyword: "propertyNames", type: "object", error: atKey, code: propertyNames },
    { keyword: "dependentSchemas", type: "object", code: dependentSchemas },
    {
      keyword: "unlessReference",
      code: (cxt) => void cxt.gen.if(not(accepts(cxt, stepReference)), () => inPlace(cxt, ["unlessReference"])),
    },
    {
      keyword: "orReference",
      code: (cxt) =>
        void cxt.gen.if(
          _`${calls.runtime("refersToStep")}(${cxt.data})`,
          () => require(cxt, stepReference),
          () => inPlace(cxt, ["orReference"]),
        ),
    },
  ];

  function anyOf(cxt: KeywordCxt): void {
    cxt.fail(not(or(...(cxt.schema as Branch[]).map((each) => holds(cxt, each)))));
  }

  /** Branches that take values of different kinds need no counting. */
  function oneOf(cxt: KeywordCxt): void {
    if (areApart(cxt.schema as Branch[])) {
      anyOf(cxt);
      return;
    }
    const counted = (cxt.schema as Branch[]).map((each) => _`Number(${holds(cxt, each)})`);
    const count = cxt.gen.const(
      "count",
      counted.reduce((sum, each) => _`${sum} + ${each}`),
    );
    cxt.setParams({ count });
    cxt.fail(_`${count} !== 1`);
  }

  function ifThenElse(cxt: KeywordCxt): void {
    const { then, else: otherwise } = cxt.parentSchema as ProjectedSchema;
    const condition = holds(cxt, cxt.schema as Branch);
    if (then !== undefined && otherwise !== undefined) {
      cxt.gen.if(
        condition,
        () => require(cxt, then),
        () => require(cxt, otherwise),
      );
    } else if (then !== undefined) cxt.gen.if(condition, () => require(cxt, then));
    else if (otherwise !== undefined) cxt.gen.if(not(condition), () => require(cxt, otherwise));
  }

  /** `minContains: 0` asks for nothing (JSON Schema 2020-12, core 10.3.1.3). */
  function contains(cxt: KeywordCxt): void {
    const { minContains = 1, maxContains } = cxt.parentSchema as ProjectedSchema;
    if (minContains === 0 && maxContains === undefined) return;
    const count = cxt.gen.let("count", 0);
    cxt.gen.forRange("i", 0, _`${cxt.data}.length`, (index) => {
      const item = cxt.gen.const("item", _`${cxt.data}[${index}]`);
      cxt.gen.if(holds(cxt, cxt.schema as Branch, item), () => cxt.gen.code(_`${count}++`));
    });
    const tooMany = maxContains === undefined ? nil : _` || ${count} > ${maxContains}`;
    cxt.fail(_`${count} < ${minContains}${tooMany}`);
  }

  function propertyNames(cxt: KeywordCxt): void {
    forEachKey(cxt, (key) => cxt.gen.if(not(holds(cxt, cxt.schema as Branch, key)), () => cxt.error()));
  }

  function dependentSchemas(cxt: KeywordCxt): void {
    for (const [key, target] of Object.entries(cxt.schema as Record<string, string>)) {
      cxt.gen.if(hasProperty(cxt, key), () => require(cxt, target));
    }
  }
}
