/** A property's type for a reader of the package's README: a canonical schema comes in, a short TypeScript type goes out. */
import { refName, type Schema } from "../schema/json-schema.js";
import { literal } from "./literal.js";

/** Named types by their names; what has no short form is `object` or `unknown`, types.d.ts says the rest. */
export function typeText(schema: Schema | undefined): string {
  if (schema === undefined || schema === true) return "unknown";
  if (schema === false) return "never";
  const { $ref, type, items } = schema;
  if ($ref !== undefined) return refName($ref);
  const values = schema.const === undefined ? schema.enum : [schema.const];
  if (values !== undefined) return values.map(literal).join(" | ");
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches !== undefined) return [...new Set(branches.map(typeText))].join(" | ");
  if (typeof type !== "string")
    return type?.map((each) => typeText({ ...schema, type: each })).join(" | ") ?? "unknown";
  if (type === "integer") return "number";
  return type === "array" ? listOf(typeText(items)) : type;
}

const listOf = (item: string): string => (/^[\p{ID_Continue}$[\]]+$/u.test(item) ? `${item}[]` : `(${item})[]`);
