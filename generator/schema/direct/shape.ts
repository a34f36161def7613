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
  type Discriminator,
  type Schema,
  type SchemaObject,
} from "../../json/json-schema.js";
import { withDemands } from "./demands.js";
import { overlapping } from "./overlap.js";
import { sameValueOf, type SameValue } from "./same-value.js";
import { constantOf, definitionOf, says } from "../tagged-union.js";
import { shapeWithin, type Published } from "./shape-conditions.js";
import { without } from "../walk.js";

export interface ShapeRules extends Published {
  readonly contract: Pick<Contract, "requireInRequest" | "requests" | "nulls">;
  /** Definition → its tags that may be left out of a request because they have a default. */
  readonly defaultTags: ReadonlyMap<string, ReadonlySet<string>>;
  /** Definition → its tags that an answer may leave out because a place that names it says as much. */
  readonly impliedTags: ReadonlyMap<string, ReadonlySet<string>>;
  /** What is left of a base beside its branches → its properties as an answer of an unknown kind may have them. */
  readonly widened: ReadonlyMap<string, Definitions>;
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
  const isServers = (property: Schema): boolean => says(property, "readOnly", $defs);
  const isDropped = (key: string, value: SameValue): boolean => {
    const said = value.said(key);
    const isGone = said.some(isServers) && !said.some(isConstant) && !defaultTags.has(key);
    return isGone || said.some((property) => has(property, "default", $defs));
  };
  const schema = withDemands(published, whole, isDropped, $defs);
  const mapped = shapeWithin(
    schema,
    (child, keyword) => asRequest(child, rules, whole.inside(schema, keyword, child)),
    rules,
  );
  const inner = overlapping(schema, mapped, rules.changed);
  const shaped = contract.requests === "open" ? opened(inner) : inner;
  if (shaped.discriminator !== undefined) return sentUnion(shaped, shaped.discriminator, rules);
  const demanded =
    shaped.$ref === undefined ? (contract.requireInRequest?.[`#${schema[origin]?.at ?? " "}`] ?? []) : [];
  if (!namesMembers(shaped) && demanded.length === 0) return shaped;
  const kept = Object.entries(shaped.properties ?? {}).filter(
    ([key, property]) => !isServers(property) || isConstant(property) || defaultTags.has(key),
  );
  return rebuilt(shaped, kept, (key) => !isDropped(key, whole), demanded);
}

/** As a tag is, which is sent and answered whatever else is said of it. */
const isConstant = (property: Schema): boolean => constantOf(property) !== undefined;

/** Whether a schema itself says which properties there are or must be. */
const namesMembers = ({ properties, required, dependentRequired }: SchemaObject): boolean =>
  (properties ?? required ?? dependentRequired) !== undefined;

/** A tag that is not listed cannot be sent; one that is absent, or null where it may be, takes the default's branch. */
function sentUnion(schema: SchemaObject, discriminator: Discriminator, { $defs }: ShapeRules): SchemaObject {
  const { propertyName, mapping, absent, default: standard, unknown } = discriminator;
  const gone = new Set([unknown, ...(standard === undefined ? [] : [absent])]);
  const taken = standard ?? absent;
  const variant = standard === undefined ? undefined : $defs[refName(standard)];
  const tag = typeof variant === "object" ? propertyOf(variant, propertyName) : undefined;
  const isNullSent = standard !== undefined && (tag === undefined || acceptsNull(tag, $defs));
  return {
    ...schema,
    oneOf: (schema.oneOf ?? []).filter((branch) => typeof branch === "boolean" || !gone.has(branch.$ref)),
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
  const { $defs, contract } = rules;
  const isSenders = (property: Schema): boolean => says(property, "writeOnly", $defs);
  const isDropped = (key: string, value: SameValue): boolean =>
    value.said(key).some(isSenders) && !value.said(key).some(isConstant);
  const schema = withDemands(published, whole, isDropped, $defs);
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
  const properties = Object.entries(inner.properties ?? {})
    .filter(([, property]) => !isSenders(property) || isConstant(property))
    .map(([key, property]): [string, Schema] => [key, defaultTags.has(key) ? answeredTag(property) : property]);
  const left = new Map(properties);
  const isRequired = (key: string): boolean => {
    const property = left.get(key);
    if (property === false) return !isRest;
    const asked = property === undefined ? whole.said(key) : [property];
    const mayBeNull = asked.length > 0 && asked.every((each) => acceptsNull(each, $defs));
    return !isDropped(key, whole) && !impliedTags.has(key) && !(contract.nulls === "omitted" && mayBeNull);
  };
  return rebuilt(inner, properties, isRequired, [...defaultTags].filter(isRequired));
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

/** @param seen what was looked into already, and did not take null: many ways may lead to one definition. */
function acceptsNull(schema: Schema, $defs: Definitions, seen = new Set<Schema>()): boolean {
  const target = definitionOf(schema, $defs);
  if (typeof target !== "object") return target === true;
  if (seen.has(target)) return false;
  seen.add(target);
  if (target.enum !== undefined) return target.enum.includes(null);
  if (target.anyOf !== undefined || target.oneOf !== undefined) {
    return [...(target.anyOf ?? []), ...(target.oneOf ?? [])].some((branch) => acceptsNull(branch, $defs, seen));
  }
  return (
    target.const === null ||
    (target.type === undefined
      ? target.const === undefined && target.allOf === undefined
      : [target.type].flat().includes("null"))
  );
}

/**
 * @param isRequired whether a demand for a property stays.
 * @param demanded what is required besides.
 */
function rebuilt(
  schema: SchemaObject,
  properties: readonly (readonly [string, Schema])[],
  isRequired: (key: string) => boolean,
  demanded: readonly string[],
): SchemaObject {
  const required = [...new Set([...demanded, ...(schema.required ?? []).filter(isRequired)])];
  const dependent = Object.entries(schema.dependentRequired ?? {});
  const next: SchemaObject = {
    ...schema,
    ...(schema.properties !== undefined && { properties: Object.fromEntries(properties) }),
    ...(schema.dependentRequired !== undefined && {
      dependentRequired: Object.fromEntries(dependent.map(([key, names]) => [key, names.filter(isRequired)])),
    }),
    required,
  };
  // An empty list that was published is not a change.
  return required.length > 0 || schema.required?.length === 0 ? next : without(next, "required");
}

const has = (schema: Schema, keyword: string, $defs: Definitions): boolean => {
  const target = definitionOf(schema, $defs);
  return (typeof schema === "object" && keyword in schema) || (typeof target === "object" && keyword in target);
};
