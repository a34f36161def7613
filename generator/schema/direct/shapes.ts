/**
 * Definitions in; the same as their sender writes them (request) or as the server answers them (response) out. References stay as they
 * are, but for those to variants that could not be.
 */
import type { Direction } from "../../contract.js";
import { refTo, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { branchesWithout } from "../reading/tagged-union.js";
import { asRequest } from "./as-request.js";
import { asResponse } from "./as-response.js";
import { differing, type Shapes } from "./differing.js";
import type { ShapeRules } from "./members.js";
import { sameValueOf } from "./same-value.js";

/** What the direction makes of a definition depends on what it makes of those that a union there refers to. */
export function shapesIn(direction: Direction, rules: Omit<ShapeRules, "changed">): Shapes {
  const shape = (changed: ReadonlySet<string>): Shapes =>
    shapes(rules.$defs, (own, schema) => shapeOf(own, schema, direction, { ...rules, changed }));
  return shape(differing(new Map(Object.entries(rules.$defs)), shape(new Set())));
}

/** Every definition in one direction; variants that demand what they forbid leave their unions. */
function shapes($defs: Definitions, shape: (own: string, schema: Schema) => Schema): Shapes {
  const all = new Map(Object.entries($defs).map(([own, schema]) => [own, shape(own, schema)]));
  const impossible = new Set([...all].filter(([, schema]) => isImpossible(schema)).map(([own]) => refTo(own)));
  if (impossible.size === 0) return all;
  return new Map(
    [...all].map(([own, schema]) => [own, typeof schema === "boolean" ? schema : withoutBranches(schema, impossible)]),
  );
}

const isImpossible = (schema: Schema): boolean =>
  typeof schema === "object" && (schema.required ?? []).some((key) => schema.properties?.[key] === false);

function withoutBranches(schema: SchemaObject, gone: ReadonlySet<string>): SchemaObject {
  const { discriminator, oneOf } = schema;
  if (discriminator === undefined || oneOf === undefined) return schema;
  const { absent, ...rest } = discriminator;
  const mapping = Object.fromEntries(Object.entries(discriminator.mapping).filter(([, ref]) => !gone.has(ref)));
  const stays = absent !== undefined && !gone.has(absent);
  return {
    ...schema,
    oneOf: branchesWithout(oneOf, gone),
    discriminator: { ...rest, mapping, ...(stays && { absent }) },
  };
}

const none: ReadonlySet<string> = new Set();

/** @param own the definition's name. */
function shapeOf(own: string, schema: Schema, direction: Direction, rules: ShapeRules): Schema {
  if (typeof schema === "boolean") return schema;
  const tags = { picking: rules.pickingTags.get(own) ?? [], defaults: rules.defaultTags.get(own) ?? none };
  if (direction === "request") return asRequest(schema, rules, sameValueOf(schema, rules.$defs), tags);
  const isRest = rules.widened.has(own);
  const properties = { ...schema.properties, ...rules.widened.get(own) };
  const impliedTags = rules.impliedTags.get(own) ?? none;
  const answered = isRest ? { ...schema, properties } : schema;
  return asResponse(answered, rules, sameValueOf(answered, rules.$defs), { tags, impliedTags, isRest });
}
