/**
 * A reference to another step's output, `{ "$ref": "<step>", "path": "…" }`, in place of a value. In: a schema of what is inside
 * a step's input. Out: the same with the reference as a second choice for each value in it.
 */
import { referredName, refTo, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { definitionOf } from "../reading/definition-of.js";
import { wordsOfPlaces } from "../reading/words.js";
import { mapSubschemas, only, without, type SchemaPosition } from "../reading/walk.js";

export const stepReference = "StepReference";

export const referenceDefinition: SchemaObject = {
  description: "The output of another step of the same workflow, in place of a value.",
  type: "object",
  required: ["$ref", "path"],
  properties: {
    $ref: { type: "string", description: "The name of the step." },
    path: { type: "string", description: "Where in that step the value stands: `output.images[0].url`." },
  },
  additionalProperties: false,
};

/** @param tags the properties that stay what they are, because they tell the value from others. */
export function withReferences(schema: Schema, $defs: Definitions, tags: ReadonlySet<string> = new Set()): Schema {
  if (typeof schema === "boolean") return schema;
  return mapSubschemas(schema, (child, position) => {
    const [keyword, key = ""] = position;
    // A part says the same of the same value.
    if (keyword === "allOf") return withReferences(child, $defs, tags);
    const inner = withReferences(child, $defs);
    const isTag = keyword === "properties" && tags.has(key);
    return isTag || !holdsValue(position) ? inner : choice(inner, position, $defs);
  });
}

/**
 * What a value is that may be a reference to another step's output instead; undefined for any other schema.
 * @param $defs where types see them: a reference without tags is called otherwise, and leads to it.
 */
export function referableValue({ anyOf }: SchemaObject, $defs: Definitions = {}): SchemaObject | undefined {
  const [value, reference, ...more] = anyOf ?? [];
  const name = referredName(reference) ?? "";
  const isReference = name === stepReference || referredName($defs[name]) === stepReference;
  return typeof value === "object" && isReference && more.length === 0 ? value : undefined;
}

const places: ReadonlySet<string> = new Set([
  ...["properties", "patternProperties", "additionalProperties", "items", "prefixItems"],
]);
const holdsValue = ([keyword]: SchemaPosition): boolean => places.has(keyword);

/** Tags stay as they are, and what accepts or refuses everything needs no choice. */
function choice(schema: Schema, [keyword]: SchemaPosition, $defs: Readonly<Record<string, Schema>>): Schema {
  if (typeof schema === "boolean" || Object.keys(without(schema, ...wordsOfPlaces)).length === 0) return schema;
  const value = definitionOf(schema, $defs);
  if (value === true || (keyword === "properties" && isProbablyTag(value))) return schema;
  return {
    anyOf: [without(schema, ...wordsOfPlaces), { $ref: refTo(stepReference) }],
    ...only(schema, ...wordsOfPlaces),
  };
}

/** A constant is most often a tag that nobody calls one; a list that happens to have one value is a value like others. */
const isProbablyTag = (schema: Schema | undefined): boolean =>
  typeof schema === "object" &&
  (schema.const !== undefined || (schema.enum?.length === 1 && schema.type === undefined));
