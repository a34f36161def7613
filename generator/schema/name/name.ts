/**
 * Rule **name**: every object worth a name becomes a `$defs` entry. A name comes from the contract, else from the
 * component or `$defs` key, else from `title`, else from the path. It never shadows a global, and no two things share one.
 */
import {
  origin,
  propertyOf,
  refName,
  refTo,
  type Definitions,
  type Schema,
  type SchemaObject,
} from "../../json/json-schema.js";
import { formatPointer } from "../../json/pointer.js";
import { aliasesIn } from "./aliases.js";
import type { Bundle } from "../bundle/bundle.js";
import type { Context } from "../context.js";
import { givenNames, vainNames } from "./given-names.js";
import { namedKinds, speaksOfEveryKind } from "../reading/kinds.js";
import { nameFromLocation, pathBelow } from "./place-names.js";
import { locationOf } from "../bundle/resources.js";
import { renameOwnReferences } from "../reading/rename-references.js";
import { constantOf } from "../reading/listed-values.js";
import { isOnlyReference } from "../reading/definition-of.js";
import { mapSubschemas, only, without, type SchemaPosition } from "../reading/walk.js";
import { nameInDirection } from "./direction-names.js";
import { stepTypeName, tagTypeName } from "./step-names.js";
import { typeNames } from "./type-names.js";

export interface Named {
  readonly $defs: Definitions;
  /** Location → name, for the contract's pointers. */
  readonly nameAt: ReadonlyMap<string, string>;
}

/** What is said of the place, not of the type, stays beside the reference. */
const siteKeywords = ["readOnly", "writeOnly", "default", "deprecated"] as const;

export function name({ $defs }: Bundle, context: Context): Named {
  const { at, answered, tag = "" } = context.inputs.contract.steps ?? {};
  const aliases = aliasesIn($defs, new Set([at, answered].filter((each) => each !== undefined)));
  const given = givenNames(context, aliases);
  const { nameAt, claim } = typeNames(given, context);
  const done = new Map<string, Schema>();

  const types = Object.entries($defs).filter(([location]) => !isOnlyAnotherName(location));
  for (const [location, schema] of types) claim(location, schema, wordsFor(location));
  for (const [location, target] of aliases)
    if (isOnlyAnotherName(location)) nameAt.set(location, nameAt.get(target) ?? "");
  for (const [location, schema] of types) define(location, schema);
  context.problems.push(...vainNames(nameAt, context));
  return { $defs: Object.fromEntries(done), nameAt };

  /** The tag of steps is called as where it has no type of its own. */
  function wordsFor(location: string): string {
    const isTag = at !== undefined && location === at + formatPointer(["properties", tag]);
    return isTag ? tagTypeName : nameFromLocation(location);
  }

  /** Whether the contract leaves a place that is only a reference without a name of its own. */
  function isOnlyAnotherName(location: string): boolean {
    const target = aliases.get(location);
    return target !== undefined && (!given.has(location) || given.get(location) === given.get(target));
  }

  function define(location: string, schema: Schema): void {
    const own = nameAt.get(location) as string;
    if (done.has(own)) return;
    done.set(own, schema);
    done.set(own, typeof schema === "boolean" ? schema : inside(schema, own));
  }

  /** @param path the words for what is named below; undefined in a condition, where nothing is. */
  function inside(schema: SchemaObject, path: string | undefined): SchemaObject {
    const inner = mapSubschemas(schema, (child, position) => {
      const below = stepTypeOf(child, position, path) ?? pathBelow(path, position);
      return hoist(child, position, below, schema);
    });
    return renameOwnReferences(inner, (location) => nameAt.get(location) ?? location);
  }

  /** What a step's branch is called that its tag tells from the others, wherever in the list it stands. */
  function stepTypeOf(child: Schema, [keyword]: SchemaPosition, path: string | undefined): string | undefined {
    const { steps } = context.inputs.contract;
    if (steps === undefined || path === undefined || !isBranch(keyword)) return undefined;
    const tag = constantOf(propertyOf(child, steps.tag));
    if (tag === undefined) return undefined;
    if (path === nameAt.get(steps.at)) return stepTypeName(tag, steps);
    // What is answered as another schema is another type.
    return path === nameAt.get(steps.answered ?? "")
      ? nameInDirection(stepTypeName(tag, steps), "response")
      : undefined;
  }

  /** Whether a schema has moved to a definition of the name that the contract gives it. */
  function isReferenceTo(name: string, schema: SchemaObject): boolean {
    const reference = without(schema, ...siteKeywords);
    return isOnlyReference(reference) && nameAt.get(refName(reference.$ref ?? "")) === name;
  }

  /** @param around the schema that this one stands in. */
  function hoist(schema: Schema, [keyword]: SchemaPosition, path: string | undefined, around: SchemaObject): Schema {
    if (typeof schema === "boolean") return schema;
    const location = locationOf(schema);
    const isNamed =
      location !== undefined && (nameAt.has(location) || given.has(location)) && !isOnlyAnotherName(location);
    // A part of an `allOf` is no type of its own: rule inherit merges it into the one it is part of.
    const isType = path !== undefined && keyword !== "allOf" && isWorthAName(schema);
    if (location === undefined || !(isNamed || isType)) return inside(schema, path);
    const asked = given.get(location);
    if (asked !== undefined && isReferenceTo(asked, schema)) {
      nameAt.set(location, asked);
      return inside(schema, path);
    }
    const site = only(schema, ...siteKeywords);
    const nullable = isObjectOrNull(schema);
    // What is referred to from elsewhere is asked there for itself.
    const isAlone = isBranch(keyword) && !nameAt.has(location);
    const own = claim(location, schema, path ?? "");
    const body = without(schema, ...siteKeywords);
    define(location, nullable ? { ...body, type: "object" } : isAlone ? withAsked(body, around) : body);
    const reference = { $ref: refTo(own), ...(schema[origin] && { [origin]: schema[origin] }) };
    return nullable ? { anyOf: [reference, { type: "null" }], ...site } : { ...reference, ...site };
  }
}

/** A branch that now stands alone says itself what the schema around it asks: an object, and which of its properties it has. */
function withAsked(branch: SchemaObject, around: SchemaObject): SchemaObject {
  const asked = (around.required ?? []).filter((name) => propertyOf(branch, name) !== undefined);
  const required = [...new Set([...asked, ...(branch.required ?? [])])];
  return {
    ...(around.type === "object" && { type: around.type }),
    ...branch,
    ...(required.length > 0 && { required }),
  };
}

const isBranch = (keyword: string): boolean => keyword === "oneOf" || keyword === "anyOf";

/** Whether a schema takes null in any case, and objects as it says. */
const isObjectOrNull = (schema: SchemaObject): boolean =>
  namedKinds(schema).join() === "object,null" && !speaksOfEveryKind(schema);

function isWorthAName(schema: SchemaObject): boolean {
  const { type, properties, discriminator, oneOf, anyOf } = schema;
  const isBase = discriminator !== undefined && oneOf === undefined && anyOf === undefined;
  return (properties !== undefined || isBase) && [type ?? "object"].flat().includes("object");
}
