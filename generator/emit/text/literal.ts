/**
 * The one way values enter emitted code: a JSON value comes in, an expression goes out that yields it and can hide
 * nothing from a reader: it stays in its line, ends no script element, and holds no invisible characters.
 */
import { isArray, type Json } from "../../json/json-schema.js";
import { isIdentifierName } from "../../schema/name/identifier-name.js";

/** A JavaScript expression for a value. A string's is a TypeScript literal type as well. */
export function literal(value: Json): string {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (isArray(value)) return `[${value.map(literal).join(", ")}]`;
  const members = Object.entries(value).map(([key, each]) => `${propertyKey(key)}: ${literal(each)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** A property's name in an object expression. A plain `__proto__` there would set the prototype. */
export function propertyKey(key: string): string {
  if (key === "__proto__") return `["__proto__"]`;
  return isIdentifierName(key) ? key : stringLiteral(key);
}

/** Text between the backticks of a template literal, or of a template literal type. */
export const templateText = (text: string): string =>
  stringLiteral(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replace(/`|\$(?=\{)/g, "\\$&");

/** The member of an object, `step.$type` or `step["a-b"]`. */
export function memberAccess(object: string, key: string): string {
  return isIdentifierName(key) ? `${object}.${key}` : `${object}[${stringLiteral(key)}]`;
}

/** A regular expression for a `pattern`, which is read as Unicode text (JSON Schema 2020-12, core 6.4). */
export const patternLiteral = (source: string): string =>
  String(new RegExp(source, "u")).replace(invisible, unicodeEscape);

/** Controls, formats (bidirectional overrides, zero width), separators that end a line. JSON.stringify leaves these. */
const invisible = /[\p{Cf}\u007f-\u009f\u2028\u2029]/gu;

const stringLiteral = (text: string): string =>
  JSON.stringify(text).replace(invisible, unicodeEscape).replaceAll("</", "<\\/").replaceAll("<!--", "<\\!--");

const unicodeEscape = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
