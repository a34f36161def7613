/**
 * One kind of the values that a schema takes → that kind, with all that the keywords about it say: `an array of exactly 2 items`,
 * `a URI (RFC 3986) that matches ^https:`.
 */
import { typeInWords } from "../../../json/show-value.js";
import { propertyOf } from "../../../json/json-schema.js";
import { formats } from "../../../schema/reading/formats.js";
import { everyKind, restricts } from "../../../schema/reading/kinds.js";
import { joined, keywordPhrase, patternPhrase } from "./keyword-phrases.js";
import { sizePhrase } from "./size-phrase.js";
import type { Projected, ProjectedSchema } from "../program/program.js";

const bounds = ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf"];

/** The keywords about a kind that its words say. */
export const saidOf = (type: string, schema: ProjectedSchema): readonly string[] => [
  ...(said[type] ?? []),
  ...(type === "object" && areConstants(schema) ? ["properties"] : []),
];

const said: Readonly<Record<string, readonly string[]>> = {
  string: ["minLength", "maxLength", "pattern", "format"],
  number: [...bounds, "format"],
  integer: [...bounds, "format"],
  array: ["minItems", "maxItems", "uniqueItems"],
  object: ["minProperties", "maxProperties", "required", "lacks"],
};

/** The kinds that a schema without a type says something of. */
export const kindsSpokenOf = ({ format, ...schema }: ProjectedSchema): readonly string[] =>
  everyKind.filter((kind) => restricts(schema, kind) || (format !== undefined && kindOfFormat(format) === kind));

/** @param schema with `lacks`, a keyword of our own, for the properties that may not be there. */
export function kindPhrase(type: string, schema: ProjectedSchema): string {
  switch (type) {
    case "string":
      return sizePhrase("string", schema, formatOf("string", schema)) + matching(schema);
    case "array":
      return sizePhrase("array", schema) + (schema.uniqueItems === true ? " without equal items" : "");
    case "object":
      return objectPhrase(schema);
    case "number":
    case "integer":
      return numberPhrase(type, schema);
    default:
      return typeInWords(type);
  }
}

/** An annotation is taken for a format of texts. */
const kindOfFormat = (format: string): string => formats.get(format)?.type ?? "string";

const formatOf = (kind: string, schema: ProjectedSchema): string | undefined =>
  schema.format !== undefined && kindOfFormat(schema.format) === kind ? keywordPhrase("format", schema) : undefined;

const matching = ({ pattern }: ProjectedSchema): string => (pattern === undefined ? "" : ` ${patternPhrase(pattern)}`);

/** Whether all that is said of properties is that they must be there and what each must be. */
const areConstants = ({ properties = {}, required = [] }: ProjectedSchema): boolean =>
  Object.entries(properties).every(([name, schema]) => required.includes(name) && constantIn(schema) !== undefined);

/** The value that a schema asks for and nothing else, as text. */
function constantIn(schema: Projected | undefined): string | undefined {
  const { const: only, ...others } = typeof schema === "object" ? schema : {};
  return Object.keys(others).length === 0 && only !== undefined ? JSON.stringify(only) : undefined;
}

function objectPhrase({ required = [], lacks = [], ...schema }: ProjectedSchema): string {
  const sized = sizePhrase("object", schema);
  const properties = [
    ...(required.length === 0 ? [] : [`with ${membersText(required, schema)}`]),
    ...(lacks as readonly string[]).map((name) => `without ${JSON.stringify(name)}`),
  ].join(" and ");
  if (properties === "") return sized;
  return `${sized}${sized === typeInWords("object") ? "" : " and"} ${properties}`;
}

/** `"a", "b": 1 and "c"`; of many the first three. */
function membersText(names: readonly string[], schema: ProjectedSchema): string {
  const shown = names.slice(0, 3).map((name) => {
    const constant = constantIn(propertyOf(schema, name));
    return JSON.stringify(name) + (constant === undefined ? "" : `: ${constant}`);
  });
  const more = names.length - shown.length;
  return joined(more > 0 ? [...shown, `${more} more`] : shown, "and");
}

function numberPhrase(type: string, schema: ProjectedSchema): string {
  const { multipleOf } = schema;
  // A multiple of a whole number is one.
  const saysType = multipleOf !== undefined && (type === "number" || Number.isInteger(multipleOf));
  const begin = formatOf("number", schema) ?? (saysType ? keywordPhrase("multipleOf", schema) : typeInWords(type));
  const others = bounds.filter((each) => each in schema).map((each) => keywordPhrase(each, schema));
  const more = others.filter((each) => each !== begin).join(" and ");
  return more === "" ? `${begin}` : `${begin} that is ${more}`;
}
