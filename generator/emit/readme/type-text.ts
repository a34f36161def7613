/** A property's type for a reader of the package's README: a canonical schema comes in, a short TypeScript type goes out. */
import { refName, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { valuesOf } from "../../schema/reading/listed-values.js";
import { literal } from "../text/literal.js";
import { isTuple, tuplePlaces } from "../types/tuple-places.js";

/** Named types by their names; what has no short form is `object` or `unknown`, types.d.ts says the rest. */
export function typeText(schema: Schema | undefined): string {
  if (schema === undefined || schema === true) return "unknown";
  if (schema === false) return "never";
  const { $ref, type } = schema;
  if ($ref !== undefined) return refName($ref);
  const values = valuesOf(schema);
  if (values !== undefined) return values.map(literal).join(" | ") || "never";
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches !== undefined) return [...new Set(branches.map(typeText))].join(" | ");
  if (typeof type !== "string")
    return type?.map((each) => typeText({ ...schema, type: each })).join(" | ") ?? "unknown";
  if (type === "integer") return "number";
  return type === "array" ? arrayText(schema) : type;
}

function arrayText(schema: SchemaObject): string {
  if (!isTuple(schema)) return listOf(typeText(schema.items));
  const { places, rest } = tuplePlaces(schema);
  const texts = places.map(({ schema: place, isOptional }) =>
    isOptional ? `${operand(typeText(place))}?` : typeText(place),
  );
  return `[${[...texts, ...(rest === undefined ? [] : [`...${listOf(typeText(rest))}`])].join(", ")}]`;
}

const listOf = (item: string): string => `${operand(item)}[]`;

/** A type with something behind it: brackets, unless it is a name, a list or a plain tuple. */
const operand = (text: string): string => (/^(?:[\p{ID_Continue}$[\]]+|\[[^[\]]*\])$/u.test(text) ? text : `(${text})`);
