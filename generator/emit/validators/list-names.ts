/**
 * What the lists of a validator module are called. The canonical definitions come in; a list's text → the name of what it lists goes out, after
 * the type or the property that lists it. A list without one is numbered.
 */
import { isObject, type Definitions, type Json, type Schema } from "../../json/json-schema.js";
import { valuesOf } from "../../schema/kind-reader.js";
import { pascalCase } from "../../schema/name/identifier-case.js";
import { literal } from "../literal.js";

export function listNames($defs: Definitions): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const [type, schema] of Object.entries($defs)) {
    if (typeof schema === "boolean") continue;
    const { discriminator, properties } = schema;
    name(valuesOf(schema), [`${type}Values`]);
    name(discriminator && Object.keys(discriminator.mapping), [`${type}Tags`]);
    name(properties && Object.keys(properties), [`${type}Properties`]);
  }
  for (const [type, schema] of Object.entries($defs)) {
    for (const [property, value] of Object.entries(typeof schema === "object" ? (schema.properties ?? {}) : {})) {
      const candidates = [`${property}Values`, `${type} ${property}Values`];
      for (const each of [value, itemOf(value)])
        name(typeof each === "object" ? valuesOf(each) : undefined, candidates);
    }
  }
  return names;

  /** The first list of a name has it, and a list has its first name. */
  function name(values: readonly Json[] | undefined, candidates: readonly string[]): void {
    const text = literal(values ?? []);
    const free = candidates.map(variableName).find((each) => !taken.has(each) && !isFunctionName(each));
    if (values === undefined || names.has(text) || free === undefined) return;
    names.set(text, free);
    taken.add(free);
  }
}

const itemOf = (schema: Schema): Schema | undefined => (isObject(schema) ? (schema["items"] as Schema) : undefined);

function variableName(words: string): string {
  const name = pascalCase(words);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** Functions of the package are called so. */
const isFunctionName = (name: string): boolean => /^(?:is|check|collect|parse|safeParse)(?![a-z])/.test(name);
