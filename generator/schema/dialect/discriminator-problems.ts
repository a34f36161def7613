/**
 * What is wrong with the discriminators of an OpenAPI schema, which the meta-schema does not know (OpenAPI 3.1, section
 * 4.8.25). A schema that the meta-schema has passed in, the mistakes at their places out.
 */
import { diagnostic, placeOfSchema, type Diagnostic } from "../../diagnostics.js";
import { isObject, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { objectsIn } from "../reading/walk.js";

export const discriminatorProblems = (schema: Schema): readonly Diagnostic[] => objectsIn(schema).flatMap(problemsOf);

function problemsOf(schema: SchemaObject): readonly Diagnostic[] {
  const discriminator: unknown = schema.discriminator;
  if (discriminator === undefined) return [];
  if (!isObject(discriminator)) return [told(schema, [], "must be an object")];
  const { propertyName, mapping = {} } = discriminator;
  if (typeof propertyName !== "string") return [told(schema, [], "must have a propertyName, a string")];
  if (!isObject(mapping)) return [told(schema, ["mapping"], "must be an object")];
  const wrong = Object.keys(mapping).filter((tag) => typeof mapping[tag] !== "string");
  return wrong.map((tag) => told(schema, ["mapping", tag], "must be a string"));
}

function told(schema: SchemaObject, below: readonly string[], what: string): Diagnostic {
  const segments = ["discriminator", ...below];
  const problem = `${JSON.stringify(segments.at(-1))} ${what}`;
  return diagnostic("SW201", placeOfSchema(schema, ...segments), { problem });
}
