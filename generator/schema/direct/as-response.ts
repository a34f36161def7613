/** A schema in; the same as the server answers it out. */
import { propertyOf, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { without } from "../reading/walk.js";
import { droppedIn, noTags, type KeptTags } from "./dropped.js";
import { namesMembers, opened, rebuilt, withoutDropped, type ShapeRules } from "./members.js";
import { overlapping } from "./overlap.js";
import type { SameValue } from "./same-value.js";
import { shapeWithin } from "./shape-conditions.js";
import { writtenOut } from "./written-out.js";

/** What is known of a definition as it is answered. */
interface Answered {
  readonly tags: KeptTags;
  readonly impliedTags: ReadonlySet<string>;
  /** Whether it is what is left of a base beside its branches: it forbids the tag that it inherits the demand for. */
  readonly isRest: boolean;
}

const ordinary: Answered = { tags: noTags, impliedTags: new Set(), isRest: false };

/** `writeOnly` properties are gone, except tags, properties that nobody announced pass, and the absence of a tag tells nothing. */
export function asResponse(
  published: SchemaObject,
  rules: ShapeRules,
  whole: SameValue,
  { tags, impliedTags, isRest }: Answered = ordinary,
): SchemaObject {
  const dropped = droppedIn("response", rules, tags);
  const schema = writtenOut(published, whole, dropped, rules.$defs);
  const mapped = shapeWithin(
    schema,
    (child, keyword) => asResponse(child, rules, whole.inside(schema, keyword, child)),
    rules,
  );
  const inner = withoutDefault(opened(overlapping(schema, mapped, rules.changed)));
  if (!namesMembers(inner)) return inner;
  const left = withoutDropped(inner, whole, dropped);
  const { properties = {} } = left;
  const answered = Object.entries(properties).map(([key, each]) => [
    key,
    tags.defaults.has(key) ? answeredTag(each) : each,
  ]);
  const isRequired = (key: string): boolean => {
    if (propertyOf(left, key) === false) return !isRest;
    return !dropped.demand(key, whole) && !impliedTags.has(key);
  };
  const told = { ...left, ...(left.properties && { properties: Object.fromEntries(answered) }) };
  return rebuilt(told, isRequired, [...tags.defaults].filter(isRequired));
}

/** The absence of a tag does not tell which kind was answered. */
function withoutDefault(schema: SchemaObject): SchemaObject {
  if (schema.discriminator === undefined) return schema;
  const { default: _, ...discriminator } = schema.discriminator;
  return { ...schema, discriminator };
}

/** `enum: [value, null]` with a default, as an answer that has the tag at all says it. */
const answeredTag = (property: Schema): Schema =>
  typeof property === "object" && property.enum !== undefined
    ? { ...without(property, "enum", "default"), enum: property.enum.filter((value) => value !== null) }
    : property;
