/**
 * What a factory's parameter is typed as. A type and its schema come in, the type's text goes out: the type itself, or
 * `Acceptable` of it where the plain type would refuse values of the caller's own interfaces.
 */
import { reachable } from "../../graph.js";
import {
  isObject,
  referredName,
  refName,
  type Definitions,
  type Schema,
  type SchemaObject,
} from "../../json/json-schema.js";
import { kindReader } from "../../schema/reading/kind-reader.js";
import { everyKind, speaksOfEveryKind } from "../../schema/reading/kinds.js";
import { subschemas } from "../../schema/reading/walk.js";
import type { AliasStructure } from "../text/ts-morph.js";

/** Mapping a type costs the compiler, a union of a hundred inputs ten thousand instantiations: only where it is needed. */
export function acceptableInput(type: string, schema: Schema, $defs: Definitions): string {
  if (!isMapped(isOpenObject, schema, $defs)) return type;
  // Such a type may be `unknown`, which mapped is `{}` and takes no null: what stands in a list is mapped unless it is that.
  if (kindReader($defs).possible(schema).length === everyKind.length) return `Acceptable<[${type}]>[0]`;
  return `Acceptable<${type}>${isOpenInput(schema, $defs) ? " & PlainObject" : ""}`;
}

/** Options are no union of many kinds: their lists may be readonly too. */
export const acceptableOptions = (type: string, schema: Schema, $defs: Definitions): string =>
  isMapped((each) => isOpenObject(each) || isList(each), schema, $defs) ? `Acceptable<${type}>` : type;

/** The types that such texts name. */
export const acceptableTypes: readonly AliasStructure[] = [
  {
    // Maps property by property, so that completion, documentation and errors are those of the type itself.
    leadingTrivia:
      "\n/** `T`, its lists readonly or not; or a value of an interface of your own, where `T` welcomes other properties. */\n",
    name: "Acceptable",
    typeParameters: ["T"],
    type: `{
      readonly [K in keyof T]: unknown extends T[K]
        ? (string extends K ? any : T[K])
        : T[K] extends string | number | boolean | null | undefined ? T[K] : Acceptable<T[K]>;
    }`,
  },
  {
    // By symbols, which no data has and no completion shows.
    leadingTrivia: "\n/** No promise whose `await` was forgotten, no list, no map and no function. */\n",
    name: "PlainObject",
    type: `{
      readonly [Symbol.toStringTag]?: never;
      readonly [Symbol.iterator]?: never;
      readonly [Symbol.hasInstance]?: never;
    }`,
  },
];

/** Whether an input is one object that welcomes any property, and so any object at all. */
function isOpenInput(schema: Schema, $defs: Definitions): boolean {
  if (typeof schema === "boolean") return false;
  if (schema.$ref !== undefined) return isOpenInput($defs[refName(schema.$ref)] ?? true, $defs);
  return schema.type === "object" && isOpenObject(schema) && !speaksOfEveryKind(schema);
}

/**
 * Whether a type is worth mapping, and can be: an object is mapped when somebody looks into it, but a list with all its items at
 * once, which has no end where such a list is an item of itself.
 */
const isMapped = (isSuch: (schema: SchemaObject) => boolean, schema: Schema, $defs: Definitions): boolean =>
  reaches(isSuch, schema, $defs) && !reaches((each) => isItemOfItself(each, $defs), schema, $defs);

const isItemOfItself = (list: SchemaObject, $defs: Definitions): boolean =>
  itemsOf(list).some((item) => reaches((each) => each === list, item, $defs, itemsAndChoices));

const itemsOf = ({ items = true, prefixItems = [] }: SchemaObject): readonly Schema[] => [...prefixItems, items];

const itemsAndChoices = (schema: SchemaObject): readonly Schema[] =>
  [itemsOf(schema), schema.oneOf ?? [], schema.anyOf ?? [], schema.allOf ?? []].flat();

/**
 * Whether such a schema is reached, at any depth. An open object is one with an index signature of unknown values: TypeScript gives
 * an interface no such signature, but lets `any` pass.
 */
function reaches(
  isSuch: (schema: SchemaObject) => boolean,
  schema: Schema,
  $defs: Definitions,
  within: (schema: SchemaObject) => readonly Schema[] = subschemas,
): boolean {
  const reached = reachable([schema], (each) =>
    typeof each === "boolean" ? [] : [...within(each), $defs[referredName(each) ?? ""] ?? true],
  );
  return [...reached].some((each) => typeof each === "object" && isSuch(each));
}

function isOpenObject(schema: SchemaObject): boolean {
  const { type, properties = {}, required = [], additionalProperties: others, discriminator } = schema;
  if (others !== undefined) return others === true || (isObject(others) && saysNothing(others));
  const isAnyObject = Object.keys(properties).length + required.length === 0 && discriminator === undefined;
  return isAnyObject && [type].flat().includes("object");
}

const isList = ({ type, items, prefixItems }: SchemaObject): boolean =>
  [type].flat().includes("array") || items !== undefined || prefixItems !== undefined;

const typing: ReadonlySet<string> = new Set(["$ref", "type", "const", "enum", "oneOf", "anyOf", "allOf"]);

const saysNothing = (schema: SchemaObject): boolean => !Object.keys(schema).some((keyword) => typing.has(keyword));
