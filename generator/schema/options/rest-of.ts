/**
 * An object schema and the names of properties that somebody else gives in; the schema of what is left to say out. It takes
 * whatever makes a valid object together with those properties. Where the schema asks for other properties because of what the given
 * ones hold (in `if`, in `not`, in `const`), it takes more: nothing is known of their values.
 */
import { origin, refName, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { closedToNames } from "./closed-to-names.js";
import { inPlaceOrExcluded } from "../reading/in-place.js";
import { isOnlyReference, meantBy } from "../reading/definition-of.js";
import { mapDefinitions, without } from "../reading/walk.js";

/** How many definitions are written out in the place of a reference, at most; from there on everything is taken. */
const mostWritten = 100;

/** Names and whether each object has them, whoever makes it. */
export type Given = ReadonlyMap<string, boolean>;

/** Undefined where nothing is left. */
export function restOf(schema: Schema, given: Given, $defs: Definitions): SchemaObject | undefined {
  const known = new Map<Schema, boolean>();
  let references = mostWritten;
  const rest = left(schema);
  if (typeof rest === "boolean") return undefined;
  // A reference to what does not speak of the given names stays where it stands in a branch; here its properties are wanted.
  const target = meantBy(rest, $defs);
  const whole = closedToNames({ ...leftKeywords(typeof target === "object" ? target : rest), type: "object" }, $defs);
  return saysSomething(whole) ? { ...whole, ...(rest[origin] && { [origin]: rest[origin] }) } : undefined;

  function left(schema: Schema): Schema {
    if (typeof schema === "boolean" || !isConcerned(schema)) return schema;
    if (schema.$ref === undefined) return leftOf(schema);
    const target = --references < 0 ? true : left($defs[refName(schema.$ref)] ?? true);
    return isOnlyReference(schema) ? target : leftOf(schema, target);
  }

  function leftOf(schema: SchemaObject, target?: Schema): SchemaObject {
    const { allOf = [], anyOf, oneOf, not, if: condition, then = true, else: otherwise = true } = schema;
    const { dependentRequired = {}, dependentSchemas = {}, minProperties = 0 } = schema;
    const branches = oneOf?.map(left);
    const isSameUnion = oneOf !== undefined && oneOf.every((branch, index) => branch === branches?.[index]);
    const all = [
      ...(target === undefined ? [] : [target]),
      ...allOf.map(left),
      ...Object.entries(dependentSchemas).flatMap(([key, child]) => (given.get(key) === true ? [left(child)] : [])),
      ...(condition !== undefined && isConcerned(condition) ? [{ anyOf: [left(then), left(otherwise)] }] : []),
    ];
    const required = [
      ...(schema.required ?? []),
      ...Object.entries(dependentRequired).flatMap(([key, names]) => (given.get(key) === true ? names : [])),
    ].filter((name) => !given.has(name));
    const dependent = Object.entries(dependentRequired)
      .filter(([key]) => !given.has(key))
      .map(([key, names]) => [key, names.filter((name) => !given.has(name))] as const)
      .filter(([, names]) => names.length > 0);
    return {
      ...without(schema, ...rewritten),
      ...(required.length > 0 && { required: [...new Set(required)] }),
      ...(schema.properties !== undefined && { properties: notGiven(schema.properties) }),
      ...(dependent.length > 0 && { dependentRequired: Object.fromEntries(dependent) }),
      ...(schema.dependentSchemas !== undefined && {
        dependentSchemas: mapDefinitions(notGiven(dependentSchemas), left),
      }),
      ...(all.length > 0 && { allOf: all }),
      ...(anyOf !== undefined && { anyOf: anyOf.map(left) }),
      ...(branches !== undefined && { oneOf: branches }),
      ...(isSameUnion && schema.discriminator !== undefined && { discriminator: schema.discriminator }),
      ...(not !== undefined && !isConcerned(not) && { not }),
      ...(condition !== undefined &&
        !isConcerned(condition) && { if: condition, then: left(then), else: left(otherwise) }),
      ...(minProperties > given.size && { minProperties: minProperties - given.size }),
    };
  }

  function notGiven(schemas: Definitions): Definitions {
    return Object.fromEntries(Object.entries(schemas).filter(([key]) => !given.has(key)));
  }

  /** Whether a schema, or one that it asks of the same value, speaks of the given properties, or of the object as a whole. */
  function isConcerned(schema: Schema): boolean {
    if (typeof schema === "boolean") return false;
    const before = known.get(schema);
    if (before !== undefined) return before;
    known.set(schema, false);
    const isSo = isConcernedItself(schema) || inPlaceOrExcluded(schema, $defs).some(isConcerned);
    known.set(schema, isSo);
    return isSo;
  }

  function isConcernedItself(schema: SchemaObject): boolean {
    const { properties = {}, required = [], dependentRequired = {}, dependentSchemas = {} } = schema;
    const spokenOf = [properties, dependentRequired, dependentSchemas].flatMap(Object.keys);
    const isAboutAll = ["const", "enum", "minProperties", "maxProperties"].some((keyword) => keyword in schema);
    const names = [...spokenOf, ...required, ...Object.values(dependentRequired).flat()];
    return isAboutAll || names.some((name) => given.has(name));
  }
}

/** What is said of a whole object is not said of its rest, and neither are words nor what says nothing. */
const leftKeywords = (schema: SchemaObject): SchemaObject =>
  Object.fromEntries(
    Object.entries(schema).filter(([keyword, value]) => kept.has(keyword) && !isEmptyMap(keyword, value)),
  );

const isEmptyMap = (keyword: string, value: unknown): boolean =>
  ["dependentRequired", "dependentSchemas", "patternProperties"].includes(keyword) &&
  Object.keys(value as object).length === 0;

const kept: ReadonlySet<string> = new Set([
  ...["properties", "patternProperties", "additionalProperties", "propertyNames", "required", "minProperties"],
  ...["dependentRequired", "dependentSchemas", "$ref", "allOf", "anyOf", "oneOf", "discriminator"],
  ...["not", "if", "then", "else"],
]);

/** What is put together anew, and what is said of the whole object. */
const rewritten = [
  ...["$ref", "properties", "required", "dependentRequired", "dependentSchemas", "allOf", "anyOf", "oneOf"],
  ...["discriminator", "not", "if", "then", "else", "const", "enum", "minProperties", "maxProperties"],
  ...["default", "examples"],
];

const saysSomething = ({ properties = {}, additionalProperties = false, ...more }: SchemaObject): boolean =>
  Object.keys(properties).length > 0 || additionalProperties !== false || Object.keys(more).length > 1;
