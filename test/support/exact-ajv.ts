/**
 * AJV at run time, as a second opinion: its known errors in comparing values are mended, and a format means what the
 * emitted package says it means.
 */
import { isDeepStrictEqual } from "node:util";
import type { Ajv } from "ajv";
import { Ajv2020, type Options } from "ajv/dist/2020.js";
import type { KeywordCxt } from "ajv/dist/compile/validate/index.js";
import type { Json, SchemaObject } from "#generator/json/json-schema.js";
import { isDateTime } from "#generator/runtime/formats/date-time.js";
import { isDouble } from "#generator/runtime/formats/double.js";
import { isFloat } from "#generator/runtime/formats/float.js";
import { isInt32 } from "#generator/runtime/formats/int32.js";
import { isInt64 } from "#generator/runtime/formats/int64.js";
import { isUri } from "#generator/runtime/formats/uri.js";

/**
 * AJV's own comparison calls the `toString` and compares the `constructor` that a value brings along; its `multipleOf`
 * takes 1e21 for 1. The divisors of the tests are binary fractions, whose remainder is exact.
 */
const comparisons = {
  multipleOf: (divisor: number, value: Json) => typeof value !== "number" || value % divisor === 0,
  const: (expected: Json, value: Json) => isDeepStrictEqual(expected, value),
  enum: (expected: readonly Json[], value: Json) => expected.some((each) => isDeepStrictEqual(each, value)),
  uniqueItems: (asked: boolean, value: Json) =>
    !asked ||
    !Array.isArray(value) ||
    value.every((each, index) => value.slice(0, index).every((other) => !isDeepStrictEqual(each, other))),
};

const formats = {
  uri: isUri,
  "date-time": isDateTime,
  int32: { type: "number", validate: isInt32 },
  int64: { type: "number", validate: isInt64 },
  float: { type: "number", validate: isFloat },
  double: { type: "number", validate: isDouble },
} as const;

/**
 * AJV's variable for "valid so far" has no value of its own where no item is looked at: in a loop `contains` keeps the verdict on the
 * array before for one that is empty, and where `not` or a branch ends at the first error, what stands behind a list of items is not
 * asked of an array that has none of them.
 */
const beginnings: Readonly<Record<string, (schema: SchemaObject) => boolean | undefined>> = {
  prefixItems: () => true,
  items: ({ items }) => (Array.isArray(items) ? true : undefined),
  contains: ({ minContains = 1, maxContains }) => (minContains === 1 && maxContains === undefined ? false : undefined),
};

/** The first name that a keyword's code asks for is that variable's. */
function begun(cxt: KeywordCxt, code: (cxt: KeywordCxt) => void): void {
  const { gen } = cxt;
  const beginning = beginnings[cxt.keyword]?.(cxt.parentSchema as SchemaObject);
  if (beginning !== undefined)
    gen.name = (prefix) => {
      Reflect.deleteProperty(gen, "name");
      return gen.var(prefix, beginning);
    };
  code(cxt);
  Reflect.deleteProperty(gen, "name");
}

/**
 * Knows the formats that the made-up schemas ask for; any other is an annotation. Not for schemas that say `unevaluated…`.
 * @param Dialect AJV for another JSON Schema than 2020-12.
 */
export function exactAjv(Dialect: new (options: Options) => Ajv | Ajv2020 = Ajv2020): Ajv | Ajv2020 {
  const ajv = new Dialect({
    allErrors: true, // without it a missing property whose name is empty is not missed
    strict: false,
    strictNumbers: true,
    ownProperties: true,
    formats,
    logger: false,
    code: { optimize: false },
    meta: false,
    validateSchema: false,
  });
  for (const [keyword, validate] of Object.entries(comparisons))
    ajv.removeKeyword(keyword).addKeyword({ keyword, validate });
  for (const keyword of Object.keys(beginnings)) {
    const known = ajv.getKeyword(keyword);
    if (typeof known === "object" && "code" in known)
      ajv.removeKeyword(keyword).addKeyword({ ...known, code: (cxt) => begun(cxt, known.code) });
  }
  ajv.opts.unevaluated = false; // what was looked at is written down wrongly, with a TypeError for some schemas
  return ajv;
}
