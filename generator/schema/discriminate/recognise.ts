/**
 * The part of rules **discriminate** and **constant tags** for branches that carry constant tags: a schema in, the same schema with
 * each `oneOf` and `anyOf` that a tag tells apart as a tagged union out.
 */
import {
  isScalar,
  propertyOf,
  refName,
  type Definitions,
  type Scalar,
  type Schema,
  type SchemaObject,
} from "../../json/json-schema.js";
import { definitionOf, isOnlyReference, meantBy } from "../reading/definition-of.js";
import { fidelityOf } from "../reading/fidelity.js";
import { valuesOf } from "../reading/listed-values.js";
import { taggedUnion } from "../reading/tagged-union.js";
import { mapSubschemas, without } from "../reading/walk.js";

/**
 * Definitions without the discriminators that are hints: beside branches, which bear out themselves what tells them apart by
 * now, or nothing does; and where they name no kinds, or stand in no definition of their own.
 */
export function withoutHints(schema: Schema, isDefinition = false): Schema {
  if (typeof schema === "boolean") return schema;
  const inner = mapSubschemas(schema, (child) => withoutHints(child));
  const isTold = isDefinition && Object.keys(inner.discriminator?.mapping ?? {}).length > 0;
  return isTold && inner.oneOf === undefined && inner.anyOf === undefined ? inner : without(inner, "discriminator");
}

/** The values of which an object must have one as its tag; none where it may be anything else. */
export type RequiredOf = (object: Schema | undefined, tag: string, $defs: Definitions) => readonly Scalar[];

/**
 * Unions of references to objects with a required tag, each value of it in one branch only, wherever they stand.
 * @param tags the properties that may be the tag; where nothing is said, any that the first branch requires.
 */
export function recognise(
  schema: Schema,
  $defs: Definitions,
  requiredOf: RequiredOf,
  tags?: readonly string[],
): Schema {
  if (typeof schema === "boolean") return schema;
  const inner = mapSubschemas(schema, (child) => recognise(child, $defs, requiredOf));
  const keyword = inner.oneOf === undefined ? "anyOf" : "oneOf";
  const met = new Set<unknown>();
  const branches = (inner[keyword] ?? []).flatMap((branch) => leavesOf(branch, $defs, met));
  const names = branches.flatMap((branch) => referredBy(branch) ?? []);
  if (inner.discriminator !== undefined || names.length === 0 || names.length !== branches.length) return inner;
  const objects = names.map((each) => definitionOf($defs[each], $defs));
  const [first] = objects;
  for (const tag of tags ?? (typeof first === "object" ? (first.required ?? []) : [])) {
    const values = objects.map((object) => requiredOf(object, tag, $defs));
    const isTold = values.every((each) => each.length > 0);
    const mapping = new Map(values.flatMap((each, index) => each.map((value) => [value, names[index] ?? ""] as const)));
    if (isTold && mapping.size === values.flat().length)
      return taggedUnion(withoutAsked(without(inner, keyword), objects), tag, mapping);
  }
  return inner;
}

/** A branch that is only a choice is the branches of that; one that was met before is in no way told apart, and stays. */
export function leavesOf(branch: Schema, $defs: Definitions, met: Set<unknown>): readonly Schema[] {
  const target = referredBy(branch) === undefined ? undefined : definitionOf(branch, $defs);
  const choices = met.has(target) ? undefined : choicesOf(target);
  met.add(target);
  return choices?.flatMap((choice) => leavesOf(choice, $defs, met)) ?? [branch];
}

/** The branches of a schema that is a choice and says nothing else of the value. */
export function choicesOf(schema: Schema | undefined): readonly Schema[] | undefined {
  if (typeof schema !== "object") return undefined;
  const [keyword, ...others] = Object.keys(schema).filter((each) => fidelityOf(each).by !== "annotation");
  return others.length === 0 && (keyword === "anyOf" || keyword === "oneOf") ? schema[keyword] : undefined;
}

/** What stands beside branches need not require what each of them does, unless it says itself what that is. */
function withoutAsked(beside: SchemaObject, branches: readonly (Schema | undefined)[]): SchemaObject {
  const isAsked = (name: string) =>
    branches.every((branch) => typeof branch === "object" && branch.required?.includes(name));
  const required = beside.required?.filter((name) => propertyOf(beside, name) !== undefined || !isAsked(name)) ?? [];
  return { ...without(beside, "required"), ...(required.length > 0 && { required }) };
}

export const referredBy = (branch: Schema): string | undefined =>
  isOnlyReference(branch) ? refName(branch.$ref) : undefined;

/** Where they are strings. */
export const requiredValues = (object: Schema | undefined, tag: string, $defs: Definitions): readonly string[] =>
  requires(object, tag) ? tagsIn(propertyOf(object, tag), $defs) : [];

/** Where they are anything but arrays and objects. */
export const requiredConstants = (object: Schema | undefined, tag: string, $defs: Definitions): readonly Scalar[] =>
  requires(object, tag) ? constantsIn(propertyOf(object, tag), $defs) : [];

const requires = (object: Schema | undefined, tag: string): boolean =>
  typeof object === "object" && object.type === "object" && object.required?.includes(tag) === true;

/** The strings that a property allows, or a definition that it refers to; none where it may be anything else. */
export function tagsIn(property: Schema | undefined, $defs: Definitions): readonly string[] {
  const values = constantsIn(property, $defs);
  return values.every((value) => typeof value === "string") ? values : [];
}

/** The same of any values but arrays and objects. */
export function constantsIn(property: Schema | undefined, $defs: Definitions): readonly Scalar[] {
  const schema = meantBy(property ?? true, $defs);
  const values = typeof schema === "object" ? (valuesOf(schema) ?? []) : [];
  return values.every(isScalar) ? values : [];
}
