/**
 * A schema in, the lines of its JSDoc out: its own words first, then a tag for each thing a type cannot say.
 */
import type { Definitions, Schema, SchemaObject } from "../../json/json-schema.js";
import { withoutDirection } from "../../schema/name/direction-names.js";
import { referableValue } from "../../schema/step-references/step-references.js";
import { prose, tag } from "../text/jsdoc.js";

const ruleTags = [
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "pattern",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
];

const markTags = [
  ["deprecated", "deprecated"],
  ["readOnly", "readonly"],
  ["writeOnly", "writeonly"],
] as const;

/** `name` is the type's or the property's; a title that only repeats it is left out. */
export function wordsOf(schema: Schema, name: string, $defs: Definitions): string[] {
  if (typeof schema === "boolean") return [];
  const said = { ...referableValue(schema, $defs), ...schema };
  return [...proseOf(said, name), ...tagsOf(said)];
}

function proseOf(schema: SchemaObject, name: string): string[] {
  const { description, title, items } = schema;
  const own = description ?? (title !== undefined && !repeats(title, name) ? title : "");
  // A list of unnamed items is the only place to tell about one of them.
  const item = typeof items === "object" && items.$ref === undefined ? items.description : undefined;
  return [...prose(own), ...(item === undefined ? [] : prose(`Items: ${item}`))];
}

function tagsOf(schema: SchemaObject): string[] {
  const { format, default: fallback, examples } = schema;
  return [
    ...(format === undefined ? [] : [tag("format", format)]),
    ...(fallback !== undefined ? [tag("default", jsonText(fallback))] : []),
    ...ruleTags.flatMap((keyword) => rule(keyword, schema[keyword])),
    ...markTags.filter(([keyword]) => schema[keyword] === true).map(([, name]) => tag(name)),
    ...(examples ?? []).map((example) => tag("example", jsonText(example))),
  ];
}

function rule(keyword: string, value: unknown): string[] {
  if (value === true) return [tag(keyword)];
  return typeof value === "number" || typeof value === "string" ? [tag(keyword, String(value))] : [];
}

/** A value as JSON on one line; what an editor would not show, or would show in another order, is escaped. */
const jsonText = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\p{Bidi_Control}\u2028\u2029\ufeff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** Whether a title says no more than the type's name, which may end in its direction. */
const repeats = (title: string, name: string): boolean =>
  [name, withoutDirection(name)].some((each) => plain(each) === plain(title));

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
