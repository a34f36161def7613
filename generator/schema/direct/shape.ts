/**
 * One schema as its sender writes it (request) or as the server answers it (response). Local: references stay as they are.
 */
import type { Contract, Direction } from "../../contract.js";
import {
  origin,
  propertyOf,
  refName,
  unnamed,
  type Definitions,
  type Schema,
  type SchemaObject,
} from "../../json/json-schema.js";
import type { KindReader } from "../reading/kind-reader.js";
import { droppedIn, type Dropped } from "./dropped.js";
import { overlapping } from "./overlap.js";
import { sameValueOf, type SameValue } from "./same-value.js";
import { shapeWithin, type Published } from "./shape-conditions.js";
import type { Discriminated } from "../discriminate/discriminate-mapping.js";
import { branchesWithout } from "../reading/tagged-union.js";
import { without } from "../reading/walk.js";
import { writtenOut } from "./written-out.js";

export interface ShapeRules extends Published, Omit<Discriminated, "$defs"> {
  /** Of the definitions as they are published. */
  readonly kinds: KindReader;
  readonly contract: Pick<Contract, "requireInRequest" | "requests" | "nulls">;
}

const none: ReadonlySet<string> = new Set();

/** @param own the definition's name. */
export function shapeOf(own: string, schema: Schema, direction: Direction, rules: ShapeRules): Schema {
  if (typeof schema === "boolean") return schema;
  const tags = rules.defaultTags.get(own) ?? none;
  if (direction === "request") return asRequest(schema, rules, sameValueOf(schema, rules.$defs), tags);
  const isRest = rules.widened.has(own);
  const properties = { ...schema.properties, ...rules.widened.get(own) };
  const impliedTags = rules.impliedTags.get(own) ?? none;
  const answered = isRest ? { ...schema, properties } : schema;
  return asResponse(answered, rules, sameValueOf(answered, rules.$defs), { defaultTags: tags, impliedTags, isRest });
}

/** `readOnly` properties are gone, except tags; a required property with a default is optional. */
function asRequest(published: SchemaObject, rules: ShapeRules, whole: SameValue, defaultTags = none): SchemaObject {
  const { $defs, contract } = rules;
  const dropped = droppedIn("request", rules, defaultTags);
  const schema = writtenOut(published, whole, dropped, $defs);
  const sent = sentUnion(schema, rules);
  const mapped = shapeWithin(
    sent,
    (child, keyword) => asRequest(child, rules, whole.inside(schema, keyword, child)),
    rules,
  );
  const inner = overlapping(sent, mapped, rules.changed);
  const shaped = contract.requests === "open" ? opened(inner) : inner;
  if (shaped.discriminator !== undefined) return shaped;
  const demanded =
    shaped.$ref === undefined ? (contract.requireInRequest?.[`#${schema[origin]?.at ?? " "}`] ?? []) : [];
  if (!namesMembers(shaped) && demanded.length === 0) return shaped;
  return rebuilt(withoutDropped(shaped, whole, dropped), (key) => !dropped.demand(key, whole), demanded);
}

/** Whether a schema itself says which properties there are or must be. */
const namesMembers = ({ properties, patternProperties, required, dependentRequired }: SchemaObject): boolean =>
  (properties ?? patternProperties ?? required ?? dependentRequired) !== undefined;

function withoutDropped(schema: SchemaObject, whole: SameValue, dropped: Dropped): SchemaObject {
  const { properties, patternProperties } = schema;
  const kept = (all: Definitions, goes: (key: string, schema: Schema) => boolean): Definitions =>
    Object.fromEntries(Object.entries(all).filter(([key, each]) => !goes(key, each)));
  const patterns = kept(patternProperties ?? {}, (_, each) => dropped.pattern(each));
  const left = {
    ...schema,
    ...(properties && { properties: kept(properties, (key) => dropped.property(key, whole)) }),
    ...(patternProperties && { patternProperties: patterns }),
  };
  return Object.keys(patterns).length === 0 ? without(left, "patternProperties") : left;
}

/** A tag that is not listed cannot be sent; one that is absent, or null where it may be, takes the default's branch. */
function sentUnion(schema: SchemaObject, { $defs, kinds }: ShapeRules): SchemaObject {
  if (schema.discriminator === undefined) return schema;
  const { propertyName, mapping, absent, default: defaultBranch, unknown } = schema.discriminator;
  const gone = new Set([unknown, ...(defaultBranch === undefined ? [] : [absent])]);
  const taken = defaultBranch ?? absent;
  const variant = defaultBranch === undefined ? undefined : $defs[refName(defaultBranch)];
  const tag = typeof variant === "object" ? propertyOf(variant, propertyName) : undefined;
  const isNullSent = defaultBranch !== undefined && (tag === undefined || kinds.possible(tag).includes("null"));
  return {
    ...schema,
    oneOf: branchesWithout(schema.oneOf, gone),
    discriminator: {
      propertyName,
      mapping,
      ...(taken !== undefined && { absent: taken }),
      ...(isNullSent && { nullIsAbsent: true }),
    },
  };
}

/** What is known of a definition as it is answered. */
interface Answered {
  readonly defaultTags: ReadonlySet<string>;
  readonly impliedTags: ReadonlySet<string>;
  /** Whether it is what is left of a base beside its branches: it forbids the tag that it inherits the demand for. */
  readonly isRest: boolean;
}

const ordinary: Answered = { defaultTags: none, impliedTags: none, isRest: false };

/** `writeOnly` properties are gone, except tags, properties that nobody announced pass, and the absence of a tag tells nothing. */
function asResponse(
  published: SchemaObject,
  rules: ShapeRules,
  whole: SameValue,
  { defaultTags, impliedTags, isRest }: Answered = ordinary,
): SchemaObject {
  const dropped = droppedIn("response", rules, defaultTags);
  const schema = writtenOut(published, whole, dropped, rules.$defs);
  const mapped = shapeWithin(
    schema,
    (child, keyword) => asResponse(child, rules, whole.inside(schema, keyword, child)),
    rules,
  );
  const inner = opened(overlapping(schema, mapped, rules.changed));
  if (inner.discriminator !== undefined) {
    const { default: _, ...discriminator } = inner.discriminator;
    return { ...inner, discriminator };
  }
  if (!namesMembers(inner)) return inner;
  const left = withoutDropped(inner, whole, dropped);
  const { properties = {} } = left;
  const answered = Object.entries(properties).map(([key, each]) => [
    key,
    defaultTags.has(key) ? answeredTag(each) : each,
  ]);
  const isRequired = (key: string): boolean => {
    if (propertyOf(left, key) === false) return !isRest;
    return !dropped.demand(key, whole) && !impliedTags.has(key);
  };
  const told = { ...left, ...(left.properties && { properties: Object.fromEntries(answered) }) };
  return rebuilt(told, isRequired, [...defaultTags].filter(isRequired));
}

/** What a closed object does not name passes, also where it says so property by property. */
function opened(schema: SchemaObject): SchemaObject {
  if (schema.additionalProperties !== false) return schema;
  const open = without(schema, "additionalProperties");
  const names = schema[unnamed] ?? [];
  if (names.length === 0) return open;
  const named = Object.entries(schema.properties ?? {}).filter(([key]) => !names.includes(key));
  return { ...open, properties: Object.fromEntries(named) };
}

/** `enum: [value, null]` with a default, as an answer that has the tag at all says it. */
const answeredTag = (property: Schema): Schema =>
  typeof property === "object" && property.enum !== undefined
    ? { ...without(property, "enum", "default"), enum: property.enum.filter((value) => value !== null) }
    : property;

/**
 * @param isRequired whether a demand for a property stays.
 * @param demanded what is required besides.
 */
function rebuilt(
  schema: SchemaObject,
  isRequired: (key: string) => boolean,
  demanded: readonly string[],
): SchemaObject {
  const required = [...new Set([...demanded, ...(schema.required ?? []).filter(isRequired)])];
  const dependent = Object.entries(schema.dependentRequired ?? {});
  const next: SchemaObject = {
    ...schema,
    ...(schema.dependentRequired !== undefined && {
      dependentRequired: Object.fromEntries(dependent.map(([key, names]) => [key, names.filter(isRequired)])),
    }),
    required,
  };
  // An empty list that was published is not a change.
  return required.length > 0 || schema.required?.length === 0 ? next : without(next, "required");
}
