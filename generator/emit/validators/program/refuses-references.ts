/**
 * A schema in; whether no object that it takes looks like a step reference out, as it is closed and names no property of one: then an
 * object that does is meant as one, and told what it lacks as a reference.
 */
import { refName, type Definitions, type Schema } from "../../../json/json-schema.js";
import { nearest } from "../../../runtime/did-you-mean.js";
import { isOnlyReference } from "../../../schema/reading/definition-of.js";
import { referenceDefinition } from "../../../schema/step-references/step-references.js";

export function refusesReferences(schema: Schema, $defs: Definitions, seen: ReadonlySet<Schema> = new Set()): boolean {
  if (typeof schema === "boolean") return !schema;
  if (seen.has(schema)) return false;
  const isRefusing = (each: Schema): boolean => refusesReferences(each, $defs, new Set([...seen, schema]));
  if (schema.$ref !== undefined) return isOnlyReference(schema) && isRefusing($defs[refName(schema.$ref)] ?? true);
  const { properties = {}, patternProperties, additionalProperties, discriminator, oneOf = [] } = schema;
  if (discriminator !== undefined) return oneOf.every(isRefusing);
  const isClosed = additionalProperties === false && patternProperties === undefined;
  return isClosed && !Object.keys(properties).some(isOfReference);
}

/** A property such as `ref` is no slip of the pen where the object has it. */
const isOfReference = (name: string): boolean =>
  Object.hasOwn(referenceDefinition.properties ?? {}, name) || nearest(name, ["$ref"]) !== undefined;
