/**
 * A document that somebody gave as one thing in; what it is instead, by its keys, out: told as such, for all that it says would be
 * wrong.
 */
import { isObject, type Json } from "../json/json-schema.js";
import { isOpenApi } from "./document-kind.js";

/** What was given as a contract; undefined for what may be one. */
export function otherThanContract(value: Json): string | undefined {
  if (!isObject(value) || keysOfContracts.some((key) => Object.hasOwn(value, key))) return undefined;
  if (isOpenApi(value)) return "an OpenAPI document";
  if (isJsonSchema(value)) return "a JSON Schema";
  return isOverlay(value) ? "an overlay" : undefined;
}

/** What was given as a schema; undefined for what may be one, and any object may that says anything of values. */
export function otherThanSchema(value: Json): string | undefined {
  if (!isObject(value) || isOpenApi(value) || isJsonSchema(value)) return undefined;
  if (isOverlay(value)) return "an overlay";
  return keysOfContracts.every((key) => Object.hasOwn(value, key)) ? "a contract" : undefined;
}

const keysOfContracts = ["schema", "package", "entries"];

const keysOfSchemas = ["$defs", "$id", "$ref", "allOf", "anyOf", "definitions", "oneOf", "properties", "type"];

const isJsonSchema = (value: object): boolean => keysOfSchemas.some((key) => Object.hasOwn(value, key));

const isOverlay = (value: Readonly<Record<string, unknown>>): boolean =>
  typeof value["overlay"] === "string" && Array.isArray(value["actions"]);
