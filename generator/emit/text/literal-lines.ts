/** A JSON value comes in; an expression as `literal` prints it goes out, what is too long for a line broken into its members. */
import type { Json, JsonArray } from "../../json/json-schema.js";
import { literal, propertyKey } from "./literal.js";

const longestLine = 118;

/** @param indent in front of the line that the expression begins in. */
export function literalLines(value: Json, indent: string): string {
  if (typeof value !== "object" || value === null) return literal(value);
  const inner = `${indent} `;
  const isArray = Array.isArray(value);
  const members = isArray
    ? (value as JsonArray).map((each) => literalLines(each, inner))
    : Object.entries(value).map(([key, each]) => `${propertyKey(key)}: ${literalLines(each as Json, inner)}`);
  if (members.length === 0) return isArray ? "[]" : "{}";
  const line = isArray ? `[${members.join(", ")}]` : `{ ${members.join(", ")} }`;
  if (indent.length + line.length <= longestLine && !line.includes("\n")) return line;
  const [open, close] = isArray ? "[]" : "{}";
  return `${open}\n${members.map((member) => `${inner}${member},\n`).join("")}${indent}${close}`;
}
