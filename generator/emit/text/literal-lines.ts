/** A JSON value comes in; an expression as `literal` prints it goes out, what is too long for a line broken into its members. */
import { isArray, type Json } from "../../json/json-schema.js";
import { literal, propertyKey } from "./literal.js";

const longestLine = 118;

/** @param indent in front of the line that the expression begins in. */
export function literalLines(value: Json, indent: string): string {
  if (typeof value !== "object" || value === null) return literal(value);
  const inner = `${indent} `;
  const isList = isArray(value);
  const members = isList
    ? value.map((each) => literalLines(each, inner))
    : Object.entries(value).map(([key, each]) => `${propertyKey(key)}: ${literalLines(each, inner)}`);
  if (members.length === 0) return isList ? "[]" : "{}";
  const line = isList ? `[${members.join(", ")}]` : `{ ${members.join(", ")} }`;
  if (indent.length + line.length <= longestLine && !line.includes("\n")) return line;
  const [open, close] = isList ? "[]" : "{}";
  return `${open}\n${members.map((member) => `${inner}${member},\n`).join("")}${indent}${close}`;
}
