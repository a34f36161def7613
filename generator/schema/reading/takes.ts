/**
 * Whether a schema takes a value, asked without making code for it: definitions come in, the question goes out. For tags and the
 * small values that the generator prints; the tests hold it to the verdicts of the emitted validators.
 */
import {
  isObject,
  propertyOf,
  refName,
  type Definitions,
  type Json,
  type JsonObject,
  type Schema,
  type SchemaObject,
} from "../../json/json-schema.js";
import { codePoints } from "../../runtime/code-points.js";
import { equal } from "../../runtime/equal.js";
import { isMultipleOf } from "../../runtime/multiple-of.js";
import { hasDuplicates } from "../../runtime/unique.js";
import { isOfType, kindOf, type Kind } from "./kinds.js";
import { matches } from "./matches.js";
import type { FormatChecks } from "./format-checks.js";
import { tagsOf } from "./tagged-union.js";

/** Undefined where finding out would take long. */
export type Takes = (schema: Schema, value: Json) => boolean | undefined;

interface Asked {
  readonly $defs: Definitions;
  readonly formats: FormatChecks;
  readonly takes: (schema: Schema, value: Json) => boolean;
}

/** What a keyword says of a value of its kind; the whole schema comes with it, since some keywords are read together. */
type Check<Value> = (schema: SchemaObject, value: Value, asked: Asked) => boolean;
type Checks<Value> = Readonly<Record<string, Check<Value>>>;

/** How many schemas are asked about one value and its parts, at most. */
const mostAsked = 10_000;

/** @param formats what checks a format; without a check every value has it. */
export function takesIn($defs: Definitions, formats: FormatChecks = new Map()): Takes {
  return (schema, value) => {
    let left = mostAsked;
    const asked: Asked = { $defs, formats, takes };
    try {
      return takes(schema, value);
    } catch (error) {
      if (error === tooLong) return undefined;
      throw error;
    }

    function takes(schema: Schema, value: Json): boolean {
      if (typeof schema === "boolean") return schema;
      if (--left < 0) throw tooLong;
      const own = ofKind[kindOf(value)] as Checks<Json>;
      return Object.keys(schema).every(
        (keyword) => checkIn(ofAny, keyword)(schema, value, asked) && checkIn(own, keyword)(schema, value, asked),
      );
    }
  };
}

/** Thrown where a question goes on for long, wherever it stands. */
const tooLong = Symbol("too long");

/** A word, or a keyword that is about values of another kind, says nothing. */
const checkIn = (checks: Checks<Json>, keyword: string): Check<Json> =>
  Object.hasOwn(checks, keyword) ? (checks[keyword] as Check<Json>) : () => true;

const ofAny: Checks<Json> = {
  type: ({ type = [] }, value) => [type].flat().some((each) => isOfType(value, each)),
  const: (schema, value) => equal(schema.const, value),
  enum: (schema, value) => (schema.enum ?? []).some((each) => equal(each, value)),
  $ref: ({ $ref = "" }, value, { $defs, takes }) => takes($defs[refName($ref)] ?? true, value),
  allOf: ({ allOf = [] }, value, { takes }) => allOf.every((each) => takes(each, value)),
  anyOf: ({ anyOf = [] }, value, { takes }) => anyOf.some((each) => takes(each, value)),
  oneOf: ({ oneOf = [], discriminator }, value, { takes }) =>
    discriminator !== undefined || oneOf.filter((each) => takes(each, value)).length === 1,
  discriminator: takesByTag,
  not: ({ not = false }, value, { takes }) => !takes(not, value),
  if: (schema, value, { takes }) => takes((takes(schema.if ?? true, value) ? schema.then : schema.else) ?? true, value),
  format: ({ format = "" }, value, { formats }) => formats.get(format)?.(value) ?? true,
};

/** The tag picks the branch, whatever else the value might fit. */
function takesByTag({ discriminator }: SchemaObject, value: Json, { $defs, takes }: Asked): boolean {
  if (discriminator === undefined || !isObject(value)) return false;
  const { propertyName, absent, nullIsAbsent = false, unknown } = discriminator;
  const tag = Object.hasOwn(value, propertyName) ? value[propertyName] : undefined;
  const isAbsent = tag === undefined || (tag === null && nullIsAbsent);
  const listed =
    tagsOf(discriminator).find(([each]) => each === tag)?.[1] ?? (typeof tag === "string" ? unknown : undefined);
  const branch = isAbsent ? absent : listed;
  return branch !== undefined && takes($defs[refName(branch)] ?? true, value);
}

const ofString: Checks<string> = {
  minLength: ({ minLength = 0 }, value) => codePoints(value) >= minLength,
  maxLength: ({ maxLength = Infinity }, value) => codePoints(value) <= maxLength,
  pattern: ({ pattern = "" }, value) => fits(pattern, value),
};

/** A pattern could take years to answer. */
function fits(pattern: string, text: string): boolean {
  const isFit = matches(pattern, text);
  if (isFit === undefined) throw tooLong;
  return isFit;
}

const ofNumber: Checks<number> = {
  minimum: ({ minimum = -Infinity }, value) => value >= minimum,
  maximum: ({ maximum = Infinity }, value) => value <= maximum,
  exclusiveMinimum: ({ exclusiveMinimum = -Infinity }, value) => value > exclusiveMinimum,
  exclusiveMaximum: ({ exclusiveMaximum = Infinity }, value) => value < exclusiveMaximum,
  multipleOf: ({ multipleOf = 1 }, value) => isMultipleOf(value, multipleOf),
};

const ofArray: Checks<readonly Json[]> = {
  minItems: ({ minItems = 0 }, value) => value.length >= minItems,
  maxItems: ({ maxItems = Infinity }, value) => value.length <= maxItems,
  uniqueItems: ({ uniqueItems }, value) => uniqueItems !== true || !hasDuplicates(value),
  prefixItems: ({ prefixItems = [] }, value, { takes }) =>
    value.every((item, index) => takes(prefixItems[index] ?? true, item)),
  items: ({ items = true, prefixItems = [] }, value, { takes }) =>
    value.slice(prefixItems.length).every((item) => takes(items, item)),
  contains: ({ contains = true, minContains = 1, maxContains = Infinity }, value, { takes }) => {
    const found = value.filter((item) => takes(contains, item)).length;
    return found >= minContains && found <= maxContains;
  },
};

const ofObject: Checks<JsonObject> = {
  required: ({ required = [] }, value) => required.every((key) => Object.hasOwn(value, key)),
  properties: (schema, value, { takes }) =>
    Object.entries(value).every(([key, each]) => takes(propertyOf(schema, key) ?? true, each)),
  patternProperties: (schema, value, { takes }) =>
    Object.entries(schema.patternProperties ?? {}).every(([pattern, child]) =>
      Object.entries(value).every(([key, each]) => !fits(pattern, key) || takes(child, each)),
    ),
  additionalProperties: (schema, value, { takes }) =>
    Object.entries(value).every(
      ([key, each]) => isNamed(schema, key) || takes(schema.additionalProperties ?? true, each),
    ),
  propertyNames: ({ propertyNames = true }, value, { takes }) =>
    Object.keys(value).every((key) => takes(propertyNames, key)),
  minProperties: ({ minProperties = 0 }, value) => Object.keys(value).length >= minProperties,
  maxProperties: ({ maxProperties = Infinity }, value) => Object.keys(value).length <= maxProperties,
  dependentRequired: ({ dependentRequired = {} }, value) =>
    Object.entries(dependentRequired).every(
      ([key, names]) => !Object.hasOwn(value, key) || names.every((name) => Object.hasOwn(value, name)),
    ),
  dependentSchemas: ({ dependentSchemas = {} }, value, { takes }) =>
    Object.entries(dependentSchemas).every(([key, child]) => !Object.hasOwn(value, key) || takes(child, value)),
};

const isNamed = (schema: SchemaObject, key: string): boolean =>
  propertyOf(schema, key) !== undefined ||
  Object.keys(schema.patternProperties ?? {}).some((pattern) => fits(pattern, key));

const ofKind = {
  ...{ string: ofString, number: ofNumber, array: ofArray, object: ofObject },
  ...{ boolean: {}, null: {} },
} as const satisfies Record<Kind, unknown>;
