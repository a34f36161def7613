/**
 * What a keyword asks for, as the words after "must be": `an integer`, `at least 3`, `a URI`.
 */
import { isObject } from "../../schema/json-schema.js";
import type { Branch } from "./program.js";

const typePhrases: Readonly<Record<string, string>> = {
  array: "an array",
  boolean: "true or false",
  integer: "an integer",
  null: "null",
  number: "a number",
  object: "an object",
  string: "a string",
};

const formatPhrases: Readonly<Record<string, string>> = {
  date: "a date (RFC 3339)",
  "date-time": "a date-time with offset (RFC 3339)",
  duration: "a duration (ISO 8601)",
  "date-span": "a time span ([-][d.]hh:mm:ss[.fffffff])",
  email: "an email address",
  hostname: "a host name",
  int32: "a 32-bit integer",
  int64: "a 64-bit integer",
  ipv4: "an IPv4 address",
  ipv6: "an IPv6 address",
  time: "a time with offset (RFC 3339)",
  uri: "a URI (RFC 3986)",
  "uri-reference": "a URI reference (RFC 3986)",
  uuid: "a UUID",
};

/** The schema a keyword stands in, as far as phrases need it. */
type Parent = Readonly<Record<string, unknown>>;

export function expectation(keyword: string, value: unknown, parent: Parent): string {
  switch (keyword) {
    case "type":
      return [value].flat().map((type) => typePhrases[String(type)] ?? String(type)).join(" or ");
    case "const":
      return JSON.stringify(value);
    case "format":
      return formatPhrases[String(value)] ?? `a valid ${String(value)}`;
    case "pattern":
      return `a string that matches ${String(value)}`;
    case "minimum":
      return `at least ${String(value)}`;
    case "maximum":
      return `at most ${String(value)}`;
    case "exclusiveMinimum":
      return `greater than ${String(value)}`;
    case "exclusiveMaximum":
      return `less than ${String(value)}`;
    case "multipleOf":
      return `a multiple of ${String(value)}`;
    case "minLength":
      return `a string of at least ${count(value, "character")}`;
    case "maxLength":
      return `a string of at most ${count(value, "character")}`;
    case "minItems":
      return `an array of at least ${count(value, "item")}`;
    case "maxItems":
      return `an array of at most ${count(value, "item")}`;
    case "items":
      return `an array of at most ${count((parent["prefixItems"] as unknown[] | undefined)?.length ?? 0, "item")}`;
    case "uniqueItems":
      return "an array without equal items";
    case "minProperties":
      return `an object with at least ${count(value, "property", "properties")}`;
    case "maxProperties":
      return `an object with at most ${count(value, "property", "properties")}`;
    case "contains":
      return `an array with ${containsPhrase(parent)} ${branchPhrase(value as Branch)}`;
    case "propertyNames":
      return `a property name that is ${branchPhrase(value as Branch)}`;
    case "anyOf":
      return (value as Branch[]).map(branchPhrase).join(" or ");
    case "oneOf":
      return `exactly one of ${(value as Branch[]).map(branchPhrase).join(", ")}`;
    case "not":
      return `anything but ${branchPhrase(value as Branch)}`;
    case "false schema":
      return "absent";
    default:
      throw new Error(`no phrase for the keyword ${keyword}`);
  }
}

/** What a property that is missing should have been. */
export function schemaPhrase(schema: unknown): string {
  if (!isObject(schema)) return "a value";
  if (schema["type"] !== undefined) return expectation("type", schema["type"], schema);
  if (schema["const"] !== undefined) return JSON.stringify(schema["const"]);
  if (typeof schema["call"] === "string") return branchPhrase({ call: schema["call"] });
  return "a value";
}

/** Names made by the projection say nothing to a reader. */
function branchPhrase(branch: Branch): string {
  if ("types" in branch) return expectation("type", branch.types, {});
  if (/Branch\d+$/.test(branch.call)) return "the alternative";
  return `${/^[AEIOU]/.test(branch.call) ? "an" : "a"} ${branch.call}`;
}

function containsPhrase({ minContains = 1, maxContains }: Parent): string {
  return maxContains === undefined ? `at least ${String(minContains)} times` : `${String(minContains)} to ${String(maxContains)} times`;
}

const count = (value: unknown, one: string, many = `${one}s`): string => `${String(value)} ${value === 1 ? one : many}`;
