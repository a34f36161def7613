/**
 * JSON values and property names in, TypeScript types and declared names out.
 */
import type { Json } from "../schema/json-schema.js";
import { literal } from "./literal.js";

/** The type with exactly this value: `"a"`, `-1`, `[1, 2]`, `{ a: null }`. */
export function literalType(value: Json): string {
  // 1e999 is JSON, but no program can write the number down.
  if (typeof value === "number" && !Number.isFinite(value)) return "number";
  if (typeof value !== "object" || value === null) return literal(value);
  if (Array.isArray(value)) return `[${value.map(literalType).join(", ")}]`;
  const members = Object.entries(value).map(([key, member]) => `${propertyName(key)}: ${literalType(member)}`);
  return `{ ${members.length > 0 ? members.join("; ") : "[key: string]: never"} }`;
}

/** A property's name as a declaration writes it: quoted unless every TypeScript takes it for a name, of whatever Unicode version. */
export const propertyName = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name));
