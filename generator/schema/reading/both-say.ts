/**
 * Two schemas of one value in; one schema that says what both say out. To the letter: where their keywords do not simply add up,
 * both stand in an `allOf`.
 */
import type { Json, Schema, SchemaObject } from "../../json/json-schema.js";
import { equal } from "../../runtime/equal.js";
import { isSame } from "./same.js";
import { wordsOfPlaces } from "./words.js";
import { keepOrigin, only, without } from "./walk.js";

export function bothSay(one: Schema, other: Schema): Schema {
  if (one === false || other === false) return false;
  if (one === true) return other;
  if (other === true || isSame(one, other)) return one;
  return keepOrigin(addedUp(one, other) ?? apart(one, other), other);
}

/** What each asks by itself, whatever stands beside it. */
const independent: ReadonlySet<string> = new Set([
  ...["type", "const", "enum", "format", "pattern", "minLength", "maxLength", "minimum", "maximum", "multipleOf"],
  ...["exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems", "uniqueItems", ...wordsOfPlaces],
]);

function addedUp(one: SchemaObject, other: SchemaObject): SchemaObject | undefined {
  const [asks, othersAsk] = [without(one, ...wordsOfPlaces), without(other, ...wordsOfPlaces)];
  const isEither = Object.keys(asks).length === 0 || Object.keys(othersAsk).length === 0;
  const areIndependent = [...Object.keys(asks), ...Object.keys(othersAsk)].every((each) => independent.has(each));
  if (!isEither && !areIndependent) return undefined;
  const values = commonValues(asks, othersAsk);
  if (values === undefined) return undefined;
  const shared = Object.keys(asks).filter((each) => each in othersAsk && each !== "enum" && each !== "const");
  if (shared.some((each) => !isSame(asks[each], othersAsk[each]))) return undefined;
  return { ...without(one, "enum", "const"), ...without(other, "enum", "const"), ...values };
}

/** `const` and `enum` of both; undefined where no value is left, which has to be said in other words. */
function commonValues(one: SchemaObject, other: SchemaObject): Pick<SchemaObject, "const" | "enum"> | undefined {
  const lists = [one, other].flatMap((each) => [
    ...(each.enum === undefined ? [] : [each.enum]),
    ...(each.const === undefined ? [] : [[each.const]]),
  ]);
  const [first, ...rest] = lists;
  if (first === undefined) return {};
  const isIn = (list: readonly Json[], value: Json): boolean => list.some((each) => equal(each, value));
  const left = first.filter((value) => rest.every((list) => isIn(list, value)));
  const isConstant = one.const !== undefined || other.const !== undefined;
  if (left.length === 0) return undefined;
  return isConstant && left[0] !== undefined ? { const: left[0] } : { enum: left };
}

function apart(one: SchemaObject, other: SchemaObject): SchemaObject {
  const parts = [one, other].flatMap((each) => partsOf(without(each, ...wordsOfPlaces)));
  const different = new Map(parts.map((part) => [JSON.stringify(part), part]));
  // The second has the last word.
  return { allOf: [...different.values()], ...only(one, ...wordsOfPlaces), ...only(other, ...wordsOfPlaces) };
}

const partsOf = (schema: SchemaObject): readonly Schema[] =>
  schema.allOf !== undefined && Object.keys(schema).length === 1 ? schema.allOf : [schema];
