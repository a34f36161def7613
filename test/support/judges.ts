/**
 * A schema in; what other validators say of a value out: AJV at run time, and Hyperjump's interpreter where a schema says
 * `unevaluated…`, which AJV 8 gets wrong (it counts what a failed branch of an `anyOf` looked at).
 */
import { registerSchema, unregisterSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import type { Json, SchemaObject } from "#generator/json/json-schema.js";
import { exactAjv } from "./exact-ajv.js";

type Judge = (value: Json) => boolean;

export const saysUnevaluated = (schema: SchemaObject): boolean => JSON.stringify(schema).includes('"unevaluated');

export async function judgeOf(schema: SchemaObject): Promise<Judge> {
  if (!saysUnevaluated(schema)) return exactAjv().compile(schema) as Judge;
  const uri = "https://stepwright.example/made";
  registerSchema(schema as never, uri);
  try {
    const ask = await validate(uri);
    return (value) => ask(value as never).valid;
  } finally {
    unregisterSchema(uri);
  }
}
